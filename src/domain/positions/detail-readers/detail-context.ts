import { type ClueModel, Judge } from '../../clues/clue-model.ts';
import { onceFor } from '../../once-for.ts';
import type { TopicObject } from '../../topics/topic.ts';
import type { ReadSentence } from '../read-article.ts';
import type { SentenceView } from '../sentence-view.ts';

/** What of an article tells on which weapon and scope a sentence is that does not say so itself. */
export interface DetailContext {
  readonly title: SentenceView;
  readonly sentences: readonly ReadSentence[];
  /** What the sentences speak of, in their order. */
  readonly spokenOf: readonly SpokenOf[];
  /** What judges all candidates by one model. */
  readonly judgeOf: (model: ClueModel<string>) => Judge;
}

export interface SpokenOf {
  readonly object: TopicObject;
  /** Number of the sentence among `sentences`. */
  readonly at: number;
  readonly paragraph: number;
}

/** Gathers what the readers of details look at, once for an article. */
export function detailContext(title: SentenceView, sentences: readonly ReadSentence[]): DetailContext {
  const spokenOf = sentences.flatMap(({ view }, at) =>
    view.objects.map(({ object }) => ({ object, at, paragraph: view.sentence.paragraph })),
  );
  return { title, sentences, spokenOf, judgeOf: onceFor((model) => new Judge(model)) };
}
