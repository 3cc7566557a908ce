import type { WordSink } from '../../clues/clue-sink.ts';
import type { ReadSentence } from '../read-article.ts';
import type { StandWords } from './stand-clues.ts';
import type { Stand } from './stands.ts';

/** So many sentences before are kept in mind. */
const KEPT = 2;

/** A kind of cue of a sentence before. */
interface CueBefore<Word> {
  readonly kind: Word;
  /** How far up it stands. */
  readonly far: Word;
  /** Whether in the same paragraph. */
  readonly isGoingOn: Word;
}

/** What the sentences before one are about, by which it may mean what it only points at: "he called the move a mistake". */
export class Surroundings<Word> {
  readonly #last: ReadSentence | undefined;
  /** One may be there more than once: a clue that is put twice counts once. */
  readonly #cues: readonly CueBefore<Word>[];
  readonly #standsAlone: Word;
  readonly #read: ReadSentence;

  /**
   * @param sentences - all of the article, in order
   * @param wordOf - what the sinks know a word by
   */
  constructor(sentences: readonly ReadSentence[], read: ReadSentence, wordOf: (word: string) => Word) {
    const { view } = read;
    this.#read = read;
    this.#last = sentences[view.index - 1];
    this.#standsAlone = wordOf(
      String(view.objects.length > 0 || view.cues.some(({ kind }) => kind === 'use')),
    );
    this.#cues = cuesBefore(sentences, read, wordOf);
  }

  /** Puts clues for whoever stands in the sentence. */
  putForAll<Place>(sink: WordSink<Place, Word>): void {
    const before = sink.to(sink.start, 'before');
    for (const { kind } of this.#cues) sink.put(sink.by(sink.by(before, kind), this.#standsAlone));
  }

  /** Puts clues for one of them. */
  put<Place>(sink: WordSink<Place, Word>, { country }: Stand, { part, party }: StandWords<Word>): void {
    const before = sink.to(sink.start, 'before');
    for (const { kind, far, isGoingOn } of this.#cues)
      sink.put(sink.by(sink.by(sink.by(sink.by(before, kind), far), isGoingOn), party));
    if (this.#last === undefined) return;
    const { mentions, speaker } = this.#last;
    const to = (what: string, isSo: boolean) => sink.to(sink.to(sink.start, what), String(isSo));
    const acted = mentions.some(({ usage, actor }) => usage === 'free' && actor.country === country);
    const spoke = to('spoke', speaker?.actor.country === country);
    const speaks = String(this.#read.speaker?.actor.country === country);
    sink.put(sink.by(sink.to(spoke, speaks), this.#standsAlone));
    sink.put(sink.by(to('acted', acted), part));
  }
}

function cuesBefore<Word>(
  sentences: readonly ReadSentence[],
  { view }: ReadSentence,
  wordOf: (word: string) => Word,
): CueBefore<Word>[] {
  const found: CueBefore<Word>[] = [];
  for (let at = Math.max(0, view.index - KEPT); at < view.index; at += 1) {
    const other = sentences[at]?.view;
    const far = wordOf(String(view.index - at));
    const isGoingOn = wordOf(String(other?.sentence.paragraph === view.sentence.paragraph));
    for (const { kind } of other?.cues ?? []) found.push({ kind: wordOf(kind), far, isGoingOn });
  }
  return found;
}
