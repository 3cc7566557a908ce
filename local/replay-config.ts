import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PublisherFeed, publisherFeeds } from './publishers.ts';
import type { RenameOptions } from './publishers-rename.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..');
export const PUBLISHERS_DIR = join(PROJECT_ROOT, 'fixtures', 'publishers');

/** Writes a configuration for the replay: the five publishers' feeds, and one reader who lives in Brussels. */
export function writeReplayConfig(dir: string, rename?: RenameOptions): void {
  mkdirSync(dir, { recursive: true });
  cpSync(join(PROJECT_ROOT, 'config', 'topics'), join(dir, 'topics'), { recursive: true });
  const feeds: readonly PublisherFeed[] = publisherFeeds(PUBLISHERS_DIR, rename);
  write(dir, 'feeds.json', { feeds });
  write(dir, 'digest.json', {
    topic: 'weapons-use-restrictions',
    sender: 'digest@caveat.example',
    senderName: 'Caveat',
    recipients: ['reader@caveat.example'],
    timeZone: 'Europe/Brussels',
    hour: 7,
    immediateNotices: true,
  });
  write(dir, 'settings.json', {
    topics: ['weapons-use-restrictions'],
    contact: 'https://caveat.example/about',
    pollEveryMinutes: 60,
  });
}

function write(dir: string, name: string, value: unknown): void {
  writeFileSync(join(dir, name), `${JSON.stringify(value, null, 2)}\n`);
}
