import { foldWord } from './fold.ts';
import type { PatternStep, Phrase } from './phrase-pattern.ts';
import { WordPaths } from './word-paths.ts';

/** What ends, or goes on behind a gap, in a place that a path of words comes to. */
export interface Place<Value> {
  values: readonly Value[];
  gaps: readonly Gap[];
}

export interface Gap {
  readonly atMost: number;
  /** The place behind it. */
  readonly after: number;
  /** The signs of the words that may stand there. */
  signs: number;
}

/** One for all, as most places have either no values or no gaps. */
const NONE: readonly never[] = [];

/** The bit of a word: where a set of words, as the bits of all of them, lacks it, the word is not among them. */
export function signOf(word: number): number {
  return 1 << (word & LAST_BIT);
}

const LAST_BIT = 31;

/** Phrases as paths of words. Words that must be printed in a certain way are other words than those that need not. */
export class PhraseTree<Value> {
  readonly paths = new WordPaths();
  /** Of the places where a phrase ends or has a gap; of most places there is nothing to know. */
  readonly #known: (Place<Value> | undefined)[] = [];
  /** The gap behind which a place is. */
  readonly #gapBefore = new Map<number, Gap>();
  /** Numbers of words with a capital, by the word in small letters, and of words that must be printed like that. */
  readonly capitals = new Map<string, number>();
  readonly exact = new Map<string, number>();

  insert(choices: readonly Phrase[], value: Value): void {
    for (const place of this.#behindAnyOf([WordPaths.START], choices)) {
      if (this.#isWordless(place)) continue;
      const known = this.#knownOf(place);
      if (!known.values.includes(value)) known.values = [...known.values, value];
    }
  }

  at(place: number): Place<Value> | undefined {
    return this.#known[place];
  }

  /** Nothing, or a gap that begins a phrase: that would be found everywhere. */
  #isWordless(place: number): boolean {
    return (
      place === WordPaths.START || (this.at(WordPaths.START)?.gaps ?? []).some(({ after }) => after === place)
    );
  }

  #knownOf(place: number): Place<Value> {
    // without holes, or it would be looked up like a map
    while (this.#known.length <= place) this.#known.push(undefined);
    const known = this.#known[place] ?? { values: NONE, gaps: NONE };
    this.#known[place] = known;
    return known;
  }

  #behindAnyOf(places: readonly number[], choices: readonly Phrase[]): readonly number[] {
    return [...new Set(choices.flatMap((phrase) => this.#behindPhrase(places, phrase)))];
  }

  #behindPhrase(places: readonly number[], phrase: Phrase): readonly number[] {
    return phrase.reduce(
      (reached, item) =>
        item.kind === 'choice'
          ? this.#behindAnyOf(reached, item.choices)
          : reached.map((place) => this.#behind(place, item)),
      places,
    );
  }

  #behind(place: number, step: PatternStep): number {
    if (step.kind === 'gap') return this.#behindGap(place, step.atMost);
    const { letterCase } = step;
    const word = letterCase === 'exact' ? step.word : foldWord(step.word);
    if (letterCase === 'any') return this.#behindWord(place, word);
    const name = `${letterCase} ${word}`;
    const behind = this.#behindWord(place, name);
    (letterCase === 'exact' ? this.exact : this.capitals).set(word, this.paths.numberOf(name));
    return behind;
  }

  #behindWord(place: number, word: string): number {
    const behind = this.paths.extend(place, word);
    const gap = this.#gapBefore.get(place);
    if (gap) gap.signs |= signOf(this.paths.numberOf(word));
    return behind;
  }

  #behindGap(place: number, atMost: number): number {
    const known = this.#knownOf(place);
    const same = known.gaps.find((gap) => gap.atMost === atMost);
    if (same) return same.after;
    const after = this.paths.extend(place, `gap ${atMost}`);
    const gap = { atMost, after, signs: 0 };
    known.gaps = [...known.gaps, gap];
    this.#gapBefore.set(after, gap);
    return after;
  }
}
