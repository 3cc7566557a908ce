import { join } from 'node:path';
import { loadTopicPacks } from '../../src/config/load.ts';
import { pageCouldBeRelevant } from '../../src/domain/relevance/page-could-be-relevant.ts';
import { compileTopic } from '../../src/domain/topics/compile-topic.ts';

const topic = loadTopicPacks(join(import.meta.dirname, '..', '..', 'config'))
  .map(compileTopic)
  .find(({ id }) => id === 'weapons-use-restrictions');

/** What the pipeline asks of a page before it reads it. */
export function couldMatter(html: string): boolean {
  if (!topic) throw new Error('config/topics has no pack "weapons-use-restrictions"');
  return pageCouldBeRelevant(html, topic);
}
