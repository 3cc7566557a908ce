import { findActors } from '../positions/actors/find-actors.ts';
import { findNorm } from '../positions/norms/norms.ts';
import { isAttitude, type SentenceView, viewSentence } from '../positions/sentence-view.ts';
import { standsByItself, topicalityOf } from '../positions/topicality.ts';
import type { Topic } from '../topics/topic.ts';

/** What a headline states: the topic, only that something was used, or other things. */
export type TitleTopic = 'topical' | 'use' | 'other';

/** Whether a headline names the recipient. */
export function namesRecipient(title: SentenceView, topic: Topic): boolean {
  return findActors(title, topic, undefined).some(({ actor }) => actor.country === topic.recipient);
}

/** What a headline states by itself. Headlines overstate: it supports the body and replaces nothing. */
export function readTitle(title: SentenceView, topic: Topic): TitleTopic {
  const norm = findNorm(title, { from: 0, to: title.tokens.length }, topic);
  if (!norm) return 'other';
  const topicality = topicalityOf(title, findActors(title, topic, undefined), norm, undefined, topic);
  if (!standsByItself(topicality)) return 'other';
  return norm.kind === 'used' && !title.cues.some(({ kind }) => isAttitude(kind)) ? 'use' : 'topical';
}

/** A headline as a sentence that stands before the first. */
export function viewTitle(title: string, topic: Topic): SentenceView {
  const sentence = { start: 0, end: title.length, text: title, paragraph: -1 };
  return viewSentence(sentence, -1, topic, false);
}
