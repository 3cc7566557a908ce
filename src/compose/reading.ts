import { type AppConfig, loadTopicReaders } from '../config/load.ts';
import { compileTopic } from '../domain/topics/compile-topic.ts';
import { packVersion } from '../domain/topics/pack-version.ts';
import type { IngestDeps } from '../pipeline/ingest-deps.ts';
import { extractLazily } from './extract-lazily.ts';

/**
 * How articles are read, the first time and again: a replay must find what an ingest under the same rules finds.
 *
 * @param dir - where `config` lies, with the readers of its topics
 * @throws ConfigError when a reader is not usable
 */
export function readingOf(
  { topics, feeds }: AppConfig,
  dir: string,
): Pick<IngestDeps, 'topics' | 'rulesVersion' | 'extract' | 'findPublisher'> {
  const packs = topics.map((pack) => ({ pack, readers: loadTopicReaders(dir, pack) }));
  const byId = new Map(feeds.map((feed) => [feed.id, feed]));
  return {
    topics: packs.map(({ pack, readers }) => compileTopic(pack, readers)),
    rulesVersion: packs.map(({ pack, readers }) => packVersion(pack, readers)).join(' '),
    extract: extractLazily,
    findPublisher: (feedId) => byId.get(feedId) ?? { publisher: feedId, family: feedId },
  };
}
