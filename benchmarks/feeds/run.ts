/**
 * Prints how fast feeds are parsed, beside other parsers in the same run:
 *
 *   npm run bench -- feeds
 *
 * Figures are per second of processor time, the best of several rounds, and every parser gets the same bytes.
 * rss-parser is used as its README shows (`new Parser()`, `parseString`).
 */
import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { parseFeed as feedsmith } from 'feedsmith';
import Parser from 'rss-parser';
import { parseFeed } from '../../src/domain/feeds/parse-feed.ts';
import { type CleanFeed, cleanFeeds } from './clean-feeds.ts';

const ROUNDS = 25;
const ROUND_MS = 120;
const FEED_URL = 'https://news.example/feed/';

interface Contestant {
  readonly name: string;
  /** @returns the number of items found, as a proof of work */
  readonly parse: (bytes: Uint8Array, contentType: string) => Promise<number>;
}

const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'rss-parser',
    parse: async (bytes) => (await new Parser().parseString(textOf(bytes))).items.length,
  },
  {
    name: 'caveat',
    parse: async (bytes, contentType) => (await parseFeed(bytes, contentType, FEED_URL)).items.length,
  },
  {
    name: 'feedsmith',
    parse: async (bytes) => {
      const { feed } = feedsmith(textOf(bytes));
      return (('entries' in feed ? feed.entries : 'items' in feed ? feed.items : []) ?? []).length;
    },
  },
  { name: 'node-feedparser', parse: countWithFeedParser },
];

for (const feed of cleanFeeds()) {
  const bytes = Buffer.from(feed.xml);
  console.log(`\n${feed.name}, ${Math.round(bytes.length / 1024)} KB`);
  console.table(await measureAll(feed, bytes));
}

/** Rounds alternate between parsers, so that a busy machine slows all of them. */
async function measureAll(feed: CleanFeed, bytes: Uint8Array) {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, parse } of CONTESTANTS) {
      const rate = await feedsPerSecond(() => parse(bytes, feed.contentType));
      best.set(name, Math.max(rate, best.get(name) ?? 0));
    }
  }
  const baseline = best.get('rss-parser') ?? 1;
  return Object.fromEntries(
    [...best].map(([name, rate]) => [
      name,
      {
        'feeds/s': Math.round(rate),
        'MB/s': Number(((rate * bytes.length) / 1e6).toFixed(1)),
        'ratio to rss-parser': Number((rate / baseline).toFixed(2)),
      },
    ]),
  );
}

async function feedsPerSecond(parse: () => Promise<number>): Promise<number> {
  const started = process.cpuUsage();
  let feeds = 0;
  let spentMs = 0;
  while (spentMs < ROUND_MS) {
    if ((await parse()) === 0) throw new Error('a parser found no items: the comparison would be unfair');
    feeds += 1;
    const { user, system } = process.cpuUsage(started);
    spentMs = (user + system) / 1000;
  }
  return feeds / (spentMs / 1000);
}

function countWithFeedParser(bytes: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    let items = 0;
    const parser = new FeedParser({ feedurl: FEED_URL });
    parser.on('error', reject);
    parser.on('data', () => {
      items += 1;
    });
    parser.on('end', () => resolve(items));
    Readable.from([bytes]).pipe(parser);
  });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
