import type { AppConfig } from '../config/load.ts';
import { digestWords } from '../domain/topics/digest-words.ts';
import type { CompileDeps } from '../pipeline/send-digest.ts';
import { packOf } from './archive-site.ts';

/** The topic that the digest is about, with the words it is written in. */
export function digestTopic(config: AppConfig): CompileDeps['topic'] {
  const pack = packOf(config, config.digest.topic);
  return { id: pack.topic.id, label: pack.topic.title, words: digestWords(pack) };
}
