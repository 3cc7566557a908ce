import { compileTopic } from '../domain/topics/compile-topic.ts';
import type { Topic } from '../domain/topics/topic.ts';
import type { CliContext } from './context.ts';
import { UsageError } from './input.ts';

/** The topic of that id, or the first configured one. @throws UsageError naming those there are */
export function chooseTopic(context: CliContext, id: string | undefined): Topic {
  const packs = context.loadTopics();
  const pack = id === undefined ? packs[0] : packs.find(({ topic }) => topic.id === id);
  if (pack) return compileTopic(pack);
  throw new UsageError(
    `there is no topic "${id}"; there are: ${packs.map(({ topic }) => topic.id).join(', ')}`,
  );
}
