import { type HostManners, type HostTurn, hostTurn } from '../../domain/manners/host-turn.ts';
import type { RobotsRules } from '../../domain/manners/robots.ts';
import { epochSeconds } from '../../domain/time/instant.ts';
import type { HostStore } from '../../pipeline/ports.ts';
import { hostKey, robotsKey } from './keys.ts';
import type { Table } from './table.ts';

const FORGOTTEN_AFTER_DAYS = 30;
const MAX_TRIES = 5;

/** @param spacingSeconds least time between two requests to one host */
export function createHostStore(table: Table, spacingSeconds: number): HostStore {
  return {
    async takeTurn(host, now, asked = {}) {
      const spacing = Math.max(spacingSeconds, asked.spacingSeconds ?? 0);
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = (await table.get(hostKey(host))) as HostManners | undefined;
        const turn = hostTurn(row, now, spacing, asked.turnAt);
        const keepsNothing = turn.nextAllowedAt === undefined;
        if (keepsNothing || (await moveTurn(table, host, row, turn, now))) return turn;
      }
      return { kind: 'wait', seconds: 1 };
    },

    async rest(host, until) {
      await table.update(hostKey(host), {
        UpdateExpression: 'SET restUntil = :until, expiresAt = :expires',
        ConditionExpression: 'attribute_not_exists(restUntil) OR restUntil < :until',
        ExpressionAttributeValues: { ':until': until, ':expires': expiry(until, FORGOTTEN_AFTER_DAYS) },
      });
    },

    async findRobots(host, now) {
      const row = await table.get(robotsKey(host));
      if (!row || String(row['validUntil']) <= now) return undefined;
      return row['rules'] as RobotsRules;
    },

    async saveRobots(host, rules, expiresAt) {
      await table.put({
        ...robotsKey(host),
        rules: storable(rules),
        validUntil: expiresAt,
        expiresAt: expiry(expiresAt, 1),
      });
    },
  };
}

/** Writes the host's next free turn, and that it was asked, unless another function was faster. */
function moveTurn(
  table: Table,
  host: string,
  row: HostManners | undefined,
  turn: HostTurn,
  now: string,
): Promise<boolean> {
  const lastAskedAt = turn.kind === 'go' ? now : row?.lastAskedAt;
  return table.update(hostKey(host), {
    UpdateExpression: `SET nextAllowedAt = :next, expiresAt = :expires${lastAskedAt === undefined ? '' : ', lastAskedAt = :asked'}`,
    ConditionExpression: `${unmoved('nextAllowedAt', ':seenNext', row)} AND ${unmoved('lastAskedAt', ':seenAsked', row)}`,
    ExpressionAttributeValues: {
      ':next': turn.nextAllowedAt,
      ':expires': expiry(now, FORGOTTEN_AFTER_DAYS),
      ...(lastAskedAt === undefined ? {} : { ':asked': lastAskedAt }),
      ...(row?.nextAllowedAt === undefined ? {} : { ':seenNext': row.nextAllowedAt }),
      ...(row?.lastAskedAt === undefined ? {} : { ':seenAsked': row.lastAskedAt }),
    },
  });
}

function unmoved(name: 'lastAskedAt' | 'nextAllowedAt', seen: string, row: HostManners | undefined): string {
  return row?.[name] === undefined ? `attribute_not_exists(${name})` : `${name} = ${seen}`;
}

/** A row holds 400 KB; a longer file is cut at a line. */
const MAX_STORED_ROBOTS_CHARS = 100_000;

function storable(rules: RobotsRules): RobotsRules {
  if (rules.kind !== 'rules' || rules.text.length <= MAX_STORED_ROBOTS_CHARS) return rules;
  const cut = rules.text.slice(0, MAX_STORED_ROBOTS_CHARS);
  return { kind: 'rules', text: cut.slice(0, cut.lastIndexOf('\n') + 1) };
}

function expiry(instant: string, days: number): number {
  return epochSeconds(instant) + days * 86_400;
}
