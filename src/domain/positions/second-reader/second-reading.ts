import { addScaled, begin, evenScale, softmax } from '../../clues/clue-model.ts';
import { ClueSums } from '../../clues/clue-sums.ts';
import { WordNumbers } from '../../clues/word-numbers.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { Candidate } from '../candidate.ts';
import type { ReadSentence } from '../read-article.ts';
import { SentenceClues } from './clues.ts';
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
  /** What was read once is asked for again: by the relevance, by the doubt, by the second reading. */
  readonly #read = new Map<ReadSentence, readonly StandReading[]>();
  /** Of the sentence that is read, and of one who stands in it. */
  readonly #shared: ClueSums;
  readonly #own: ClueSums;
  /** For each verdict, while they are added up. */
  readonly #totals: Float64Array;

  /**
   * @param sentences - all of the article, in order
   * @param relevance - of the article by its points
   */
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
    this.#totals = new Float64Array(model.bias.length);
    const numbers = new WordNumbers(model.weights.paths);
    this.#shared = new ClueSums(model.weights, numbers);
    this.#own = new ClueSums(model.weights, numbers);
  }

  /** Those who stand in a sentence, with what is read of each. */
  standsIn(read: ReadSentence): readonly StandReading[] {
    const known = this.#read.get(read);
    if (known) return known;
    const found = this.#readingsOf(read);
    this.#read.set(read, found);
    return found;
  }

  /** The probabilities for a candidate's actor in its sentence; none where it does not stand there. */
  probabilitiesFor({ statement: { read }, actor }: Candidate): readonly number[] | undefined {
    return this.standsIn(read).find(({ stand }) => stand.country === actor.country)?.probabilities;
  }

  #readingsOf(read: ReadSentence): readonly StandReading[] {
    const stands = standsIn(read, this.#topic);
    if (stands.length === 0) return [];
    const [shared, own] = [this.#shared, this.#own];
    const wordOf = (word: string) => shared.wordOf(word);
    const clues = new SentenceClues(read, this.#sentences, this.#relevance, this.#topic, wordOf);
    // what they share adds up to the same for all of them
    shared.clear();
    clues.putShared(shared);
    return stands.map((stand) => {
      own.clear();
      clues.putOwn(own, stand);
      return { stand, probabilities: this.#probabilities() };
    });
  }

  #probabilities(): readonly number[] {
    const totals = this.#totals;
    begin(totals, this.model.bias);
    const scale = evenScale(this.#shared.count + this.#own.count);
    addScaled(totals, this.#shared.sums, scale);
    addScaled(totals, this.#own.sums, scale);
    return softmax(totals);
  }
}
