import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, loadFeeds } from './load.ts';
import { type FeedConfig, FeedsFile } from './schema.ts';

/**
 * Changes `feeds.json` of a configuration directory: sorted by id, checked before anything is written, and replaced
 * in one step, so that no reader ever sees half of it.
 *
 * @returns the feeds as they now stand
 * @throws ConfigError when the file cannot be read, or what it would become is not valid
 */
export function changeFeeds(
  dir: string,
  change: (feeds: readonly FeedConfig[]) => readonly FeedConfig[],
): readonly FeedConfig[] {
  const feeds = change(loadFeeds(dir)).toSorted(byId);
  const result = FeedsFile.safeParse({ feeds });
  if (!result.success) {
    throw new ConfigError(`feeds.json would not be usable\n${z.prettifyError(result.error)}`);
  }
  const path = join(dir, 'feeds.json');
  writeFileSync(`${path}.new`, `${JSON.stringify(result.data, null, 2)}\n`);
  renameSync(`${path}.new`, path);
  return result.data.feeds;
}

/**
 * An id for a feed from the name of its publisher, else from its address: "Le Monde (in English)" →
 * `le-monde-in-english`. A name without Latin letters makes no id.
 */
export function feedIdFor(publisher: string, url: string): string {
  return slugOf(publisher) || slugOf(URL.parse(url)?.hostname.replace(/^www\./, '') ?? '');
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

function byId(one: FeedConfig, other: FeedConfig): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
