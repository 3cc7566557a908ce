import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, sharedTwoDays } from '../replay/shared-week.ts';
import { runCaveat } from './run-caveat.ts';

/** A store that two replayed days have filled: two seed articles about one interview. */
let dir: string;
const ask = (...args: string[]) => runCaveat(args, { env: { CAVEAT_DIR: dir } });
const rowsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  dir = copyOf(await sharedTwoDays());
}, 240_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the questions people ask', () => {
  it('articles: relevant ones, newest first', async () => {
    const rows = rowsOf((await ask('articles', '--since', '2024-05-24', '--until', '2024-05-26')).out);
    expect(rows.map((row) => row.publisher)).toEqual(['essanews', 'Ukrainska Pravda']);
    expect(rows[0].listedAt > rows[1].listedAt).toBe(true);
  });

  it('article: by id and by address, with positions and quotes', async () => {
    const [listed] = rowsOf((await ask('articles', '--since', '2024-05-24')).out);
    const byId = rowsOf((await ask('article', listed.articleId)).out)[0];
    const byUrl = rowsOf((await ask('article', `${listed.url}?utm_source=mail`)).out)[0];
    expect(byUrl).toEqual(byId);
    expect(byId.positions.length).toBeGreaterThan(0);
    expect(byId.quotes.length).toBeGreaterThan(0);
    expect(JSON.stringify(byId)).not.toMatch(/listingKey|todoKey|"pk"/);
  });

  it('positions: of a country, and of a span of days', async () => {
    const ofNato = rowsOf((await ask('positions', '--country', 'nato')).out);
    expect(ofNato.map((row) => row.action)).toContain('CALLS_FOR_LIFTING');
    const stated = rowsOf((await ask('positions', '--since', '2024-05-24', '--until', '2024-05-25')).out);
    expect(stated.map((row) => row.country)).toContain('NATO');
  });

  it('ledger: now, of one country, as of a day', async () => {
    const rows = rowsOf((await ask('ledger')).out);
    expect(rows.map((row) => `${row.country} ${row.status}`)).toContain('GB permitted');
    const british = rowsOf((await ask('ledger', '--country', 'gb')).out);
    expect(new Set(british.map((row) => row.country))).toEqual(new Set(['GB']));
    expect(rowsOf((await ask('ledger', '--as-of', '2024-01-01')).out)).toEqual([]);
  });

  it('quotes: by speaker, without regard to case', async () => {
    const rows = rowsOf((await ask('quotes', '--speaker', 'jens stoltenberg')).out);
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map((row) => row.speaker))).toEqual(new Set(['Jens Stoltenberg']));
  });

  it('the archive site, written to a folder', async () => {
    const out = join(dir, 'site');
    const { code, out: told } = await ask('archive', '--out', out);
    expect(code).toBe(0);
    expect(told.trim().split('\n')).toEqual([join(out, 'index.html'), join(out, 'timeline.html')]);
    const file = (path: string) => readFileSync(join(out, path), 'utf8');
    const [digest] = JSON.parse(file('digests.json'));
    expect(file('index.html')).toContain(`digests/${digest.date}.html`);
    expect(file(`digests/${digest.date}.html`)).toContain('What was read');
    expect(file('articles.atom')).toContain('<entry>');
    expect(JSON.parse(file('changes.json')).version).toBe('https://jsonfeed.org/version/1.1');
  });

  it('asks for the bucket beside a table in AWS', async () => {
    const { code, err } = await ask('archive', '--table', 'somewhere', '--region', 'eu-central-1');
    expect(code).toBe(1);
    expect(err).toContain('--bucket');
  });

  it('stories, feeds, digests', async () => {
    const stories = rowsOf((await ask('stories', '--date', '2024-05-26')).out);
    expect(stories).toHaveLength(1);
    const feeds = rowsOf((await ask('feeds')).out);
    expect(feeds).toHaveLength(5);
    expect(feeds.every((feed) => ['read', 'not-modified'].includes(feed.state))).toBe(true);
    const digests = rowsOf((await ask('digests')).out);
    expect(digests.map((digest) => [digest.date, digest.deliveries])).toEqual([
      ['2024-05-26', { delivered: 1 }],
      ['2024-05-25', { delivered: 1 }],
    ]);
  });

  it('prints tables, JSON and CSV when asked', async () => {
    const json = JSON.parse((await ask('feeds', '--format', 'json')).out);
    const csv = (await ask('feeds', '--format', 'csv')).out.trim().split('\n');
    const table = (await ask('feeds', '--format', 'table')).out;
    expect(json).toHaveLength(5);
    expect(csv).toHaveLength(6);
    expect(csv[0]).toMatch(/^feed,publisher,state/);
    expect(table).toMatch(/│ feed +│/);
  });

  it('says what to do when there is no such article, and no store', async () => {
    expect((await ask('article', '0000000000000000')).err).toMatch(
      /no article .* is known; "caveat articles" lists them/,
    );
    const { code, err } = await runCaveat(['feeds'], { env: { CAVEAT_DIR: join(dir, 'nowhere') } });
    expect(code).toBe(1);
    expect(err).toMatch(/run "npm start" first/);
  });
});
