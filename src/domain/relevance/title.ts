import { findActors } from '../positions/find-actors.ts';
import { findNorm } from '../positions/norms.ts';
import { viewSentence } from '../positions/sentence-view.ts';
import { topicalityOf } from '../positions/topicality.ts';
import type { Topic } from '../topics/topic.ts';

/** Whether a headline by itself states the topic. Headlines overstate: it supports the body and replaces nothing. */
export function isTitleTopical(title: string, topic: Topic): boolean {
  const sentence = { start: 0, end: title.length, text: title, paragraph: -1 };
  const view = viewSentence(sentence, -1, topic, false);
  const norm = findNorm(view, { from: 0, to: view.tokens.length }, topic);
  if (!norm) return false;
  const topicality = topicalityOf(view, findActors(view, topic, undefined), norm, undefined, topic);
  return topicality === 'full' || topicality === 'strong';
}
