import { createHash } from 'node:crypto';
import type { TopicPack } from './topic-pack.ts';
import type { TopicReaders } from './topic-readers.ts';

/**
 * Names the rules an article was read with, so that a later reading with other rules can be told apart.
 *
 * @returns the topic's id and 8 hexadecimal digits of the SHA-256 of pack and readers
 */
export function packVersion(pack: TopicPack, readers: TopicReaders): string {
  const digest = createHash('sha256')
    .update(`${JSON.stringify(pack)} ${readers.fingerprint}`, 'utf8')
    .digest('hex');
  return `${pack.topic.id}@${digest.slice(0, 8)}`;
}
