import { foldWord } from './fold.ts';
import type { PatternStep, Phrase } from './phrase-pattern.ts';
import { WordPaths } from './word-paths.ts';

/** A place that a path of words comes to, with what ends there, or goes on behind a gap. */
export interface Place<Value> {
  readonly number: number;
  readonly values: readonly Value[];
  readonly gaps: readonly Gap<Value>[];
  /** The signs of the words that go on from it. */
  readonly nexts: number;
}

export interface Gap<Value> {
  readonly atMost: number;
  readonly after: Place<Value>;
}

/** Two bits of a word: where the bits of a set of words lack one of them, the word is not in the set. */
export function signOf(word: number): number {
  return (1 << (word & LAST_BIT)) | (1 << ((word >>> 5) & LAST_BIT));
}

const LAST_BIT = 31;

/** Whether a place may go on with a word that has a sign. */
export function mayGoOn({ nexts }: Pick<Place<unknown>, 'nexts'>, sign: number): boolean {
  return (nexts & sign) === sign;
}

/** One for all, as most places have either no values or no gaps. */
const NONE: readonly never[] = [];

type Growing<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

/** Phrases as paths of words. Words that must be printed in a certain way are other words than those that need not. */
export class PhraseTree<Value> {
  readonly paths = new WordPaths();
  /** The places where a phrase ends, or that a gap stands before or behind; of most there is nothing to know. */
  readonly #known: (Growing<Place<Value>> | undefined)[] = [];
  /** For each place the signs of the words that go on from it. */
  readonly #nexts: number[] = [];
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

  /** What is known of a place, if anything is. */
  at(place: number): Place<Value> | undefined {
    return this.#known[place];
  }

  /** A place with the words that go on from it, whatever else is known. */
  placeOf(number: number): Place<Value> {
    return this.at(number) ?? { number, values: NONE, gaps: NONE, nexts: this.#nexts[number] ?? 0 };
  }

  /** Nothing, or a gap that begins a phrase: that would be found everywhere. */
  #isWordless(place: number): boolean {
    return (
      place === WordPaths.START ||
      (this.at(WordPaths.START)?.gaps ?? []).some(({ after }) => after.number === place)
    );
  }

  #knownOf(place: number): Growing<Place<Value>> {
    // without holes, or it would be looked up like a map
    while (this.#known.length <= place) this.#known.push(undefined);
    const known = this.#known[place] ?? this.placeOf(place);
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
    while (this.#nexts.length < this.paths.places) this.#nexts.push(0);
    const nexts = (this.#nexts[place] ?? 0) | signOf(this.paths.numberOf(word));
    this.#nexts[place] = nexts;
    const known = this.#known[place];
    if (known) known.nexts = nexts;
    return behind;
  }

  #behindGap(place: number, atMost: number): number {
    const known = this.#knownOf(place);
    const same = known.gaps.find((gap) => gap.atMost === atMost);
    if (same) return same.after.number;
    const after = this.#knownOf(this.paths.extend(place, `gap ${atMost}`));
    known.gaps = [...known.gaps, { atMost, after }];
    return after.number;
  }
}
