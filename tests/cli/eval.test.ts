import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCaveat } from './run-caveat.ts';

const ALLOWED =
  'On Thursday President Joe Biden allowed Ukraine to use American missiles to strike military targets inside Russia.';
const UNREAD = 'The general spoke with his guests about Ukraine, new weapons and the weather.';

const articleOf = (id: string, action: string) => ({
  id,
  title: 'News from Kyiv',
  publishedAt: '2024-05-31T10:00:00Z',
  text: `${ALLOWED}\n\n${UNREAD}`,
  label: 'core',
  events: [ALLOWED, UNREAD].map((evidence, index) => ({
    actor: 'Joe Biden',
    country: 'US',
    action: index === 0 ? 'PERMITS' : action,
    altActions: index === 0 ? ['PERMITS_WITH_LIMITS'] : [],
    weapon: 'generic',
    scopeGeo: 'all_Russia',
    statementDate: '2024-05-30',
    datePrecision: 'day',
    status: 'news',
    evidence,
  })),
});

const dir = mkdtempSync(join(tmpdir(), 'caveat-eval-'));
writeFileSync(join(dir, 'some.jsonl'), `${JSON.stringify(articleOf('a-1', 'EASES'))}\n`);
writeFileSync(join(dir, 'held-out.jsonl'), `${JSON.stringify(articleOf('h-1', 'TIGHTENS'))}\n`);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('caveat eval', () => {
  it('prints figures of all, and errors only of what rules are tuned on', async () => {
    const { out, code } = await runCaveat(['eval', dir, '--errors']);
    expect(code).toBe(0);
    expect(out).toContain('core against the rest (2 articles)');
    for (const heading of [
      'Positions by class',
      'Fields of the positions found',
      'The score as a probability',
    ])
      expect(out).toContain(heading);
    expect(out).toMatch(/Brier score \d\.\d{3} .* expected calibration error \d\.\d{3}/);
    expect(out).toMatch(/Positions not found \(1\)\n {2}a-1: US EASES generic/);
    expect(out).toContain('→ no statement was read in its sentence');
    expect(out).not.toContain('h-1');
  });

  it('takes one part, and writes JSON', async () => {
    const { out } = await runCaveat(['eval', dir, '--part', 'held-out', '--format', 'json']);
    const evaluation = JSON.parse(out);
    expect(evaluation.articles).toBe(1);
    expect(evaluation.eventMisses).toMatchObject([{ id: 'h-1', event: { action: 'TIGHTENS' } }]);
    expect(evaluation.confusion.core).toEqual({ core: 1, mention: 0, none: 0 });
  });

  it('takes several directories, and holds nothing out of a file that says so', async () => {
    const other = mkdtempSync(join(tmpdir(), 'caveat-eval-'));
    const ids = Array.from({ length: 12 }, (_, at) => `t-${at}`);
    const lines = ids.map((id) => JSON.stringify(articleOf(id, 'EASES')));
    writeFileSync(join(other, 'tuning.jsonl'), `${lines.join('\n')}\n`);
    const { out } = await runCaveat(['eval', dir, other, '--part', 'tuning', '--format', 'json']);
    expect(JSON.parse(out).articles).toBe(13);
    const fitted = await runCaveat(['eval', dir, other, '--fit', 'second-reader', '--threshold', '0.7']);
    expect(JSON.parse(fitted.out)).toMatchObject({
      threshold: 0.7,
      verdicts: expect.arrayContaining(['PERMITS']),
    });
    rmSync(other, { recursive: true, force: true });
  });

  it('says which readers have a threshold', async () => {
    for (const options of [[], ['--fit', 'scope-reader']]) {
      const { code, err } = await runCaveat(['eval', dir, '--threshold', '0.7', ...options]);
      expect(code).not.toBe(0);
      expect(err).toContain('--threshold is for --fit second-reader and --fit confidence-reader');
    }
  });

  it('says what is wrong with a threshold', async () => {
    const { code, err } = await runCaveat(['eval', dir, '--fit', 'second-reader', '--threshold', 'much']);
    expect(code).not.toBe(0);
    expect(err).toContain('--threshold takes a probability between 0 and 1, and not "much"');
  });
});
