import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_REST_SECONDS,
  type HostManners,
  type HostTurn,
  hostTurn,
  MAX_REST_SECONDS,
  MAX_TURN_AHEAD_SECONDS,
  restUntil,
} from '../../../src/domain/manners/host-turn.ts';

const NOW = '2024-05-28T10:00:00.000Z';

describe('hostTurn', () => {
  const go = (nextAllowedAt: string): HostTurn => ({ kind: 'go', nextAllowedAt });
  const wait = (seconds: number): HostTurn => ({ kind: 'wait', seconds });
  const kept = (seconds: number, turnAt: string, nextAllowedAt: string): HostTurn => ({
    kind: 'wait',
    seconds,
    turnAt,
    nextAllowedAt,
  });

  it.each<{ name: string; row: HostManners | undefined; turn: HostTurn }>([
    { name: 'a host never met', row: undefined, turn: go('2024-05-28T10:00:01.000Z') },
    { name: 'a row with nothing in it', row: {}, turn: go('2024-05-28T10:00:01.000Z') },
    {
      name: 'spacing over',
      row: { nextAllowedAt: '2024-05-28T09:59:59.999Z' },
      turn: go('2024-05-28T10:00:01.000Z'),
    },
    { name: 'spacing just over', row: { nextAllowedAt: NOW }, turn: go('2024-05-28T10:00:01.000Z') },
    {
      name: 'a millisecond early',
      row: { nextAllowedAt: '2024-05-28T10:00:00.001Z' },
      turn: kept(1, '2024-05-28T10:00:00.001Z', '2024-05-28T10:00:01.001Z'),
    },
    {
      name: 'a second and a bit early',
      row: { nextAllowedAt: '2024-05-28T10:00:01.001Z' },
      turn: kept(2, '2024-05-28T10:00:01.001Z', '2024-05-28T10:00:02.001Z'),
    },
    { name: 'a host at rest', row: { restUntil: '2024-05-28T10:10:00.000Z' }, turn: wait(600) },
    {
      name: 'rest outlasts spacing',
      row: { nextAllowedAt: '2024-05-28T09:00:00.000Z', restUntil: '2024-05-28T10:00:30.000Z' },
      turn: wait(30),
    },
    {
      name: 'spacing outlasts rest',
      row: { nextAllowedAt: '2024-05-28T10:00:05.000Z', restUntil: '2024-05-28T09:00:00.000Z' },
      turn: kept(5, '2024-05-28T10:00:05.000Z', '2024-05-28T10:00:06.000Z'),
    },
    { name: 'rest over', row: { restUntil: NOW }, turn: go('2024-05-28T10:00:01.000Z') },
    {
      name: 'more turns taken than a queue can delay',
      row: { nextAllowedAt: '2024-05-28T11:00:00.000Z' },
      turn: wait(MAX_TURN_AHEAD_SECONDS),
    },
    { name: 'a rest for ever', row: { restUntil: '9999-01-01T00:00:00.000Z' }, turn: wait(MAX_REST_SECONDS) },
    {
      name: 'an instant nobody can read',
      row: { nextAllowedAt: 'soon' },
      turn: go('2024-05-28T10:00:01.000Z'),
    },
  ])('$name', ({ row, turn }) => {
    expect(hostTurn(row, NOW)).toEqual(turn);
  });

  it('spaces as it is told', () => {
    expect(hostTurn(undefined, NOW, 2.5)).toEqual(go('2024-05-28T10:00:02.500Z'));
    expect(hostTurn(undefined, NOW, 0)).toEqual(go(NOW));
  });

  it('lets whoever kept a turn go in it, though others queue behind', () => {
    const row = { nextAllowedAt: '2024-05-28T10:00:20.000Z' };
    expect(hostTurn(row, NOW, 1, NOW)).toEqual(go('2024-05-28T10:00:20.000Z'));
  });

  it('keeps the pause that a kept turn was given too early for, and behind another that came late', () => {
    const row = { nextAllowedAt: '2024-05-28T10:00:20.000Z', lastAskedAt: '2024-05-28T09:59:59.500Z' };
    expect(hostTurn(row, NOW, 1, NOW)).toEqual({ kind: 'wait', seconds: 1, turnAt: NOW });
    expect(hostTurn(row, '2024-05-28T10:00:00.500Z', 1, NOW).kind).toBe('go');
    expect(hostTurn(row, NOW, 0.5, NOW).kind).toBe('go');
    expect(hostTurn({ lastAskedAt: '2024-05-28T09:59:00.000Z' }, NOW, 30, NOW)).toEqual(
      go('2024-05-28T10:00:30.000Z'),
    );
  });

  it('gives a kept turn up when the host has asked for rest', () => {
    const row = { restUntil: '2024-05-28T10:01:00.000Z' };
    expect(hostTurn(row, NOW, 1, NOW)).toEqual(wait(60));
  });

  it('is always free after the wait it asked for', () => {
    const early = fc.integer({ min: -10_000, max: 10_000_000 });
    fc.assert(
      fc.property(early, early, (nextMs, restMs) => {
        const nowMs = Date.parse(NOW);
        const row = { nextAllowedAt: iso(nowMs + nextMs), restUntil: iso(nowMs + restMs) };
        const turn = hostTurn(row, NOW);
        if (turn.kind === 'wait') {
          const later = iso(nowMs + turn.seconds * 1000);
          const wasCut = turn.seconds === MAX_TURN_AHEAD_SECONDS && turn.turnAt === undefined;
          if (!wasCut) expect(hostTurn(row, later, 1, turn.turnAt).kind).toBe('go');
        } else expect(Math.max(nextMs, restMs)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('restUntil', () => {
  it.each([
    { name: 'as long as asked', asked: 120, seconds: 120 },
    { name: 'a while when not said', asked: undefined, seconds: DEFAULT_REST_SECONDS },
    { name: 'a day at most', asked: 10_000_000, seconds: MAX_REST_SECONDS },
    { name: 'a second at least', asked: 0, seconds: 1 },
  ])('$name', ({ asked, seconds }) => {
    expect(restUntil(NOW, asked)).toBe(iso(Date.parse(NOW) + seconds * 1000));
  });
});

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
