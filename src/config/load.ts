import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseTopicPack, type TopicPack } from '../domain/topics/topic-pack.ts';
import { NO_READERS, parseTopicReaders, type TopicReaders } from '../domain/topics/topic-readers.ts';
import {
  type DigestConfig,
  DigestFile,
  type FeedConfig,
  FeedsFile,
  type SettingsConfig,
  SettingsFile,
} from './schema.ts';

/** Where the fitted readers of a topic lie within its folder. */
export const READERS_FOLDER = 'readers';

export interface AppConfig {
  readonly feeds: readonly FeedConfig[];
  readonly digest: DigestConfig;
  readonly settings: SettingsConfig;
  /** Packs of the topics that `settings.topics` names, in that order. */
  readonly topics: readonly TopicPack[];
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads and checks what people write in a configuration directory: `feeds.json`, `digest.json`, `settings.json` and
 * `topics/<id>/*.json`. Fitted readers are large, and only those who read articles load them: `loadTopicReaders`.
 *
 * @throws ConfigError with every problem of every file, each with its path, so that one edit can mend them all
 */
export function loadConfig(dir: string): AppConfig {
  const problems: string[] = [];
  const feeds = parseFile(dir, 'feeds.json', FeedsFile, problems);
  const digest = parseFile(dir, 'digest.json', DigestFile, problems);
  const settings = parseFile(dir, 'settings.json', SettingsFile, problems);
  const topics = topicIds(dir, settings).map((id) => loadTopic(dir, id, problems));
  if (digest && settings && !settings.topics.includes(digest.topic)) {
    problems.push(
      `digest.json: topic "${digest.topic}" is not among the topics of settings.json; add it there`,
    );
  }
  if (problems.length > 0 || !feeds || !digest || !settings) {
    throw new ConfigError(`the configuration in ${dir} is not usable\n${problems.join('\n')}`);
  }
  return { feeds: feeds.feeds, digest, settings, topics: topics.filter((topic) => topic !== undefined) };
}

/**
 * The same with the fitted readers of its topics checked: for whoever tells people of a configuration, so that a reader
 * that cannot be used is known before the function that would load it.
 *
 * @throws ConfigError with every problem of what people write, or else of the first topic whose readers have some
 */
export function loadCheckedConfig(dir: string): AppConfig {
  const config = loadConfig(dir);
  for (const pack of config.topics) loadTopicReaders(dir, pack);
  return config;
}

/** @throws ConfigError with every problem of `feeds.json` */
export function loadFeeds(dir: string): readonly FeedConfig[] {
  return loadOne(dir, 'feeds.json', FeedsFile).feeds;
}

/** @throws ConfigError with every problem of `settings.json` */
export function loadSettings(dir: string): SettingsConfig {
  return loadOne(dir, 'settings.json', SettingsFile);
}

/**
 * The packs of the topics that are followed, the first of `settings.json` first: enough for trying an article.
 *
 * @throws ConfigError with every problem of every pack
 */
export function loadTopicPacks(dir: string): readonly TopicPack[] {
  const problems: string[] = [];
  const settings = parseFile(dir, 'settings.json', SettingsFile, problems);
  const topics = topicIds(dir, settings).map((id) => loadTopic(dir, id, problems));
  if (problems.length > 0)
    throw new ConfigError(`the topics in ${dir} are not usable\n${problems.join('\n')}`);
  return topics.filter((topic) => topic !== undefined);
}

/**
 * The fitted readers of a topic, `topics/<id>/readers/*.json`; none where there is no such folder.
 *
 * @throws ConfigError with the problems of every file
 */
export function loadTopicReaders(dir: string, pack: TopicPack): TopicReaders {
  const folder = `topics/${pack.topic.id}/${READERS_FOLDER}`;
  if (!existsSync(join(dir, folder))) return NO_READERS;
  const problems: string[] = [];
  const readers = attempt(folder, problems, () => parseTopicReaders(readTexts(join(dir, folder)), pack));
  if (readers) return readers;
  throw new ConfigError(`the readers in ${join(dir, folder)} are not usable\n${problems.join('\n')}`);
}

function loadOne<S extends z.ZodType>(dir: string, name: string, schema: S): z.output<S> {
  const problems: string[] = [];
  const value = parseFile(dir, name, schema, problems);
  if (value === undefined) throw new ConfigError(`${dir} is not usable\n${problems.join('\n')}`);
  return value;
}

function parseFile<S extends z.ZodType>(
  dir: string,
  name: string,
  schema: S,
  problems: string[],
): z.output<S> | undefined {
  const raw = readJson(join(dir, name), name, problems);
  if (raw === undefined) return undefined;
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  problems.push(`${name}:\n${z.prettifyError(result.error)}`);
  return undefined;
}

/** Topics that a file names which is wrong elsewhere are checked too: one edit can then mend them all. */
function topicIds(dir: string, settings: SettingsConfig | undefined): readonly string[] {
  if (settings) return settings.topics;
  const { data } = z
    .object({ topics: SettingsFile.shape.topics })
    .safeParse(readJson(join(dir, 'settings.json'), 'settings.json', []));
  return data?.topics ?? [];
}

function readJson(path: string, name: string, problems: string[]): unknown {
  return attempt(name, problems, () => JSON.parse(readFileSync(path, 'utf8')));
}

function loadTopic(dir: string, id: string, problems: string[]): TopicPack | undefined {
  const folder = `topics/${id}`;
  return attempt(folder, problems, () => parseTopicPack(readFolder(dir, folder, problems)));
}

/** The parsed JSON files of a folder, by their names. */
function readFolder(dir: string, folder: string, problems: string[]): Record<string, unknown> {
  const names = jsonFilesOf(join(dir, folder));
  return Object.fromEntries(
    names.map((name) => [name, readJson(join(dir, folder, name), `${folder}/${name}`, problems)]),
  );
}

/** The JSON files of a folder as they stand, by their names. */
function readTexts(folder: string): Record<string, string> {
  return Object.fromEntries(
    jsonFilesOf(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

function jsonFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** What was made, or undefined with what went wrong among the problems. */
function attempt<Made>(where: string, problems: string[], make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
