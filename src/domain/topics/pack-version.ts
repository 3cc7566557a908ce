import { createHash } from 'node:crypto';
import type { TopicPack } from './topic-pack.ts';

/**
 * Names the rules an article was read with, so that a later reading with other rules can be told apart.
 *
 * @returns the topic's id and 8 hexadecimal digits of the pack's SHA-256
 */
export function packVersion(pack: TopicPack): string {
  const digest = createHash('sha256').update(JSON.stringify(pack), 'utf8').digest('hex');
  return `${pack.topic.id}@${digest.slice(0, 8)}`;
}
