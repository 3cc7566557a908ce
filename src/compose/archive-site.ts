import type { AppConfig } from '../config/load.ts';
import { digestWords } from '../domain/topics/digest-words.ts';
import { packLedgerRules } from '../domain/topics/pack-ledger-rules.ts';
import type { TopicPack } from '../domain/topics/topic-pack.ts';
import type { ArchiveSiteDeps } from '../pipeline/publish-archive-site.ts';

/** What the archive site takes from the configuration. @throws Error when the topic is not followed */
export function archiveSiteOf(
  config: Pick<AppConfig, 'feeds' | 'topics'>,
  topicId: string,
): Pick<ArchiveSiteDeps, 'topic' | 'excerptLimits'> {
  const pack = packOf(config, topicId);
  return {
    topic: { id: topicId, label: pack.topic.title, words: digestWords(pack), rules: packLedgerRules(pack) },
    excerptLimits: Object.fromEntries(config.feeds.map((feed) => [feed.publisher, feed.excerptLimit])),
  };
}

/** @throws Error when the topic is not followed */
export function packOf({ topics }: Pick<AppConfig, 'topics'>, topicId: string): TopicPack {
  const pack = topics.find(({ topic }) => topic.id === topicId);
  if (!pack) throw new Error(`no topic ${topicId}: settings.json must name it`);
  return pack;
}
