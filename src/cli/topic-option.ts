import { compileTopic } from '../domain/topics/compile-topic.ts';
import type { Topic } from '../domain/topics/topic.ts';
import type { TopicPack } from '../domain/topics/topic-pack.ts';
import type { CliContext } from './context.ts';
import { UsageError } from './input.ts';

/** The pack of that topic, or of the first configured one. @throws UsageError naming those there are */
export function choosePack(context: CliContext, id: string | undefined): TopicPack {
  const packs = context.loadTopics();
  const pack = id === undefined ? packs[0] : packs.find(({ topic }) => topic.id === id);
  if (pack) return pack;
  throw new UsageError(
    `there is no topic "${id}"; there are: ${packs.map(({ topic }) => topic.id).join(', ')}`,
  );
}

/** The topic of that id, or the first configured one. @throws UsageError naming those there are */
export function chooseTopic(context: CliContext, id: string | undefined): Topic {
  return readyTopic(context, choosePack(context, id));
}

/** The topic of a pack with its fitted readers: ready to read articles. */
export function readyTopic(context: CliContext, pack: TopicPack): Topic {
  return compileTopic(pack, context.loadReaders(pack));
}
