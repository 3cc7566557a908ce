import type { AppConfig } from '../config/load.ts';
import { compileTopic } from '../domain/topics/compile-topic.ts';
import { packVersion } from '../domain/topics/pack-version.ts';
import type { IngestDeps } from '../pipeline/ingest-deps.ts';
import { extractLazily } from './extract-lazily.ts';

/** How articles are read, the first time and again: a replay must find what an ingest under the same rules finds. */
export function readingOf({
  topics,
  feeds,
}: AppConfig): Pick<IngestDeps, 'topics' | 'rulesVersion' | 'extract' | 'findPublisher'> {
  const byId = new Map(feeds.map((feed) => [feed.id, feed]));
  return {
    topics: topics.map(compileTopic),
    rulesVersion: topics.map(packVersion).join(' '),
    extract: extractLazily,
    findPublisher: (feedId) => byId.get(feedId) ?? { publisher: feedId, family: feedId },
  };
}
