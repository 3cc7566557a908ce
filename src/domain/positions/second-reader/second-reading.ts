import { softmax } from '../../clues/clue-model.ts';
import { addWeights } from '../../clues/weight-table.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { ReadSentence } from '../read-article.ts';
import { ArticleClues } from './clues.ts';
import type { SecondReaderModel } from './model.ts';
import { type Stand, standsIn } from './stands.ts';

export interface StandReading {
  readonly stand: Stand;
  /** Of the model's verdicts, in their order. */
  readonly probabilities: readonly number[];
}

/** The second reader of a topic before the sentences of one article. */
export class SecondReading {
  readonly model: SecondReaderModel;
  readonly #sentences: readonly ReadSentence[];
  readonly #relevance: Relevance;
  readonly #topic: Topic;
  readonly #clues: ArticleClues;
  /** What was read once is asked for again: by the relevance, by the doubt, by the second reading. */
  readonly #read = new Map<ReadSentence, readonly StandReading[]>();
  /** Those who stand in one sentence share clues, and then what these add up to. */
  readonly #sums = new Map<ReadonlySet<string>, Float64Array>();

  /** @param sentences - all of the article, in order */
  constructor(
    model: SecondReaderModel,
    sentences: readonly ReadSentence[],
    relevance: Relevance,
    topic: Topic,
  ) {
    this.model = model;
    this.#sentences = sentences;
    this.#relevance = relevance;
    this.#topic = topic;
    this.#clues = new ArticleClues(sentences, relevance, topic);
  }

  /** The same of an article of this relevance. */
  under(relevance: Relevance): SecondReading {
    if (relevance === this.#relevance) return this;
    return new SecondReading(this.model, this.#sentences, relevance, this.#topic);
  }

  /** Those who stand in a sentence, with what is read of each. */
  standsIn(read: ReadSentence): readonly StandReading[] {
    const known = this.#read.get(read);
    if (known) return known;
    const found = standsIn(read).map((stand) => ({
      stand,
      probabilities: this.#probabilitiesOf(read, stand),
    }));
    this.#read.set(read, found);
    return found;
  }

  #probabilitiesOf(read: ReadSentence, stand: Stand): readonly number[] {
    const total = new Float64Array(this.model.bias);
    for (const { names, scale } of this.#clues.of(read, stand)) {
      const sums = this.#sumsOf(names);
      for (let at = 0; at < total.length; at += 1) total[at] = (total[at] ?? 0) + (sums[at] ?? 0) * scale;
    }
    return softmax(total);
  }

  #sumsOf(names: ReadonlySet<string>): Float64Array {
    const known = this.#sums.get(names);
    if (known) return known;
    const sums = new Float64Array(this.model.verdicts.length);
    for (const name of names) addWeights(this.model.weights, name, 1, sums);
    this.#sums.set(names, sums);
    return sums;
  }
}
