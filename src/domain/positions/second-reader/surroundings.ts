import { type ClueSink, putRow } from '../../clues/clue-sink.ts';
import type { ReadSentence } from '../read-article.ts';
import type { Stand } from './stands.ts';

/** So many sentences before are kept in mind. */
const KEPT = 2;

/** What the sentences before one are about, by which it may mean what it only points at: "he called the move a mistake". */
export class Surroundings {
  readonly #last: ReadSentence | undefined;
  /** Kinds of their cues, with how far up they stand and whether in the same paragraph. */
  readonly #kinds: readonly { readonly kind: string; readonly far: string; readonly isGoingOn: string }[];
  readonly #standsAlone: string;
  readonly #read: ReadSentence;

  /** @param sentences - all of the article, in order */
  constructor(sentences: readonly ReadSentence[], read: ReadSentence) {
    const { view } = read;
    const before = sentences.slice(Math.max(0, view.index - KEPT), view.index);
    this.#read = read;
    this.#last = before.at(-1);
    this.#standsAlone = String(view.objects.length > 0 || view.cues.some(({ kind }) => kind === 'use'));
    this.#kinds = before.flatMap((other, at) => {
      const far = String(before.length - at);
      const isGoingOn = String(other.view.sentence.paragraph === view.sentence.paragraph);
      return [...new Set(other.view.cues.map(({ kind }) => kind))].map((kind) => ({ kind, far, isGoingOn }));
    });
  }

  /** Puts clues for whoever stands in the sentence. */
  putForAll<Place>(sink: ClueSink<Place>): void {
    const before = sink.to(sink.start, 'before');
    for (const { kind } of this.#kinds) sink.put(sink.to(sink.to(before, kind), this.#standsAlone));
  }

  /** Puts clues for one of them. */
  put<Place>(sink: ClueSink<Place>, { country, part }: Stand, party: string): void {
    const before = sink.to(sink.start, 'before');
    for (const { kind, far, isGoingOn } of this.#kinds)
      sink.put(sink.to(sink.to(sink.to(sink.to(before, kind), far), isGoingOn), party));
    if (this.#last === undefined) return;
    const { mentions, speaker } = this.#last;
    const acted = mentions.some(({ usage, actor }) => usage === 'free' && actor.country === country);
    const spoke = speaker?.actor.country === country;
    const speaks = this.#read.speaker?.actor.country === country;
    putRow(sink, 'spoke', String(spoke), String(speaks), this.#standsAlone);
    putRow(sink, 'acted', String(acted), part);
  }
}
