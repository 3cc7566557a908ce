import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statePaths } from '../../local/replay.ts';
import { METRICS } from '../../src/contract/metrics.ts';

type Line = Record<string, unknown>;

/** Two days of the replay with the functions' logs as they are in the cloud. */
const dir = mkdtempSync(join(tmpdir(), 'caveat-logs-'));
let output = '';
let lines: Line[] = [];

beforeAll(async () => {
  output = await runLoudly();
  lines = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}, 300_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const linesOf = (message: string) => lines.filter((line) => line['message'] === message);

describe('the log of a run', () => {
  it('says in one line what became of each item', () => {
    const outcomes = linesOf('item-taken').filter((line) => line['result'] === 'settled');
    expect(outcomes.length).toBeGreaterThan(5);
    const items = outcomes.map((line) => line['itemId']);
    expect(new Set(items).size).toBe(items.length);
    expect(outcomes.every((line) => typeof line['outcome'] === 'string')).toBe(true);
  });

  it('leads from the poll that brought an article to the digest that told it', () => {
    const relevant = linesOf('item-taken').filter((line) => line['outcome'] === 'relevant');
    expect(relevant.length).toBeGreaterThan(0);
    for (const { feedId, polledAt, articleId } of relevant) {
      expect(linesOf('feed-polled')).toContainEqual(
        expect.objectContaining({ feedId, polledAt, kind: 'read' }),
      );
      const told = linesOf('digest-sent').filter((line) =>
        (line['articleIds'] as string[]).includes(String(articleId)),
      );
      expect(told).toHaveLength(1);
    }
  });

  it('holds no sentence of any article that was read, nor an address of a reader', () => {
    const texts = readTexts();
    expect(texts.length).toBeGreaterThan(0);
    const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((each) => each.length > 30);
    expect(sentences.length).toBeGreaterThan(20);
    const logged = JSON.stringify(lines);
    expect(sentences.filter((sentence) => logged.includes(JSON.stringify(sentence).slice(1, -1)))).toEqual(
      [],
    );
    expect(logged).not.toMatch(/reader@|@example\.com/);
  });

  it('carries the metrics that alarms watch, of one dimension', () => {
    const emf = lines.flatMap(
      (line) => (line['_aws'] as { CloudWatchMetrics: Line[] })?.CloudWatchMetrics ?? [],
    );
    expect(emf.length).toBeGreaterThan(0);
    expect(new Set(emf.map(({ Dimensions }) => JSON.stringify(Dimensions)))).toEqual(
      new Set(['[["service"]]']),
    );
    const names = emf.flatMap(({ Metrics }) => (Metrics as { Name: string }[]).map(({ Name }) => Name));
    expect(names.filter((name) => !(name in METRICS))).toEqual([]);
    expect(names).toContain('DeadLetters');
  });
});

function readTexts(): string[] {
  const root = join(statePaths(dir).cloud, 's3');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /texts\/.*\.txt$/.test(name))
    .map((name) => readFileSync(join(root, name), 'utf8'));
}

function runLoudly(): Promise<string> {
  const env = { ...process.env, POWERTOOLS_LOG_LEVEL: 'INFO', POWERTOOLS_METRICS_DISABLED: 'false' };
  const child = spawn(process.execPath, ['local/start.ts', '--dir', dir, '--until', '2024-05-26'], { env });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(out.slice(-2_000)))));
  });
}
