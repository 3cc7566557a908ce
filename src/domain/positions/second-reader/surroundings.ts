import type { ReadSentence } from '../read-article.ts';
import type { Stand } from './stands.ts';

/** So many sentences before are kept in mind. */
const KEPT = 2;

/** What the sentences before one are about, by which it may mean what it only points at: "he called the move a mistake". */
export class Surroundings {
  readonly #last: ReadSentence | undefined;
  /** Kinds of their cues, with how far up they stand. */
  readonly #kinds: readonly { readonly kind: string; readonly place: string }[];
  readonly #standsAlone: boolean;
  readonly #read: ReadSentence;

  /** @param sentences - all of the article, in order */
  constructor(sentences: readonly ReadSentence[], read: ReadSentence) {
    const { view } = read;
    const before = sentences.slice(Math.max(0, view.index - KEPT), view.index);
    this.#read = read;
    this.#last = before.at(-1);
    this.#standsAlone = view.objects.length > 0 || view.cues.some(({ kind }) => kind === 'use');
    this.#kinds = before.flatMap((other, at) => {
      const place = `${before.length - at} ${other.view.sentence.paragraph === view.sentence.paragraph}`;
      return [...new Set(other.view.cues.map(({ kind }) => kind))].map((kind) => ({ kind, place }));
    });
  }

  /** Clues for whoever stands in the sentence. */
  forAll(): string[] {
    return this.#kinds.map(({ kind }) => `before ${kind} ${this.#standsAlone}`);
  }

  /** Clues for one of them. */
  of({ country, part }: Stand, party: string): string[] {
    const kinds = this.#kinds.map(({ kind, place }) => `before ${kind} ${place} ${party}`);
    if (this.#last === undefined) return kinds;
    const { mentions, speaker } = this.#last;
    const acted = mentions.some(({ usage, actor }) => usage === 'free' && actor.country === country);
    const spoke = speaker?.actor.country === country;
    const speaks = this.#read.speaker?.actor.country === country;
    return [...kinds, `spoke ${spoke} ${speaks} ${this.#standsAlone}`, `acted ${acted} ${part}`];
  }
}
