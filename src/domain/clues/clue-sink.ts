/**
 * Where the clues of something are put. A clue is a row of words, "cue permit before"; those that begin alike are
 * reached from one place, so that reading needs not put a clue's name together to look it up.
 */
export interface ClueSink<Place> {
  /** Where every clue begins. */
  readonly start: Place;
  /** One word further, or the words of a phrase. */
  to(place: Place, word: string): Place;
  /** The words up to here are a clue; put twice it counts once. */
  put(place: Place): void;
}

/** A sink of words that are put again and again, each of which is looked up once. */
export interface WordSink<Place, Word> extends ClueSink<Place> {
  /** What the sink knows a word or a phrase by. */
  wordOf(word: string): Word;
  /** One word further, or the words of a phrase. */
  by(place: Place, word: Word): Place;
}

/** Puts clues into whichever sink there is. */
export type PutClues = <Place, Word>(sink: WordSink<Place, Word>) => void;

/** Keeps the names of clues, for whoever learns from them. */
export class ClueNames implements WordSink<string, string> {
  readonly names = new Set<string>();
  readonly start = '';

  to(place: string, word: string): string {
    return place === '' ? word : `${place} ${word}`;
  }

  wordOf(word: string): string {
    return word;
  }

  by(place: string, word: string): string {
    return this.to(place, word);
  }

  put(place: string): void {
    this.names.add(place);
  }
}

/** Puts one clue by its words. */
export function putRow<Place>(sink: ClueSink<Place>, ...words: readonly string[]): void {
  let place = sink.start;
  for (const word of words) place = sink.to(place, word);
  sink.put(place);
}

/** A step that a value reaches or does not, as a clue has it. */
export interface Step {
  readonly least: number;
  readonly word: string;
}

/** @param least - rising */
export function stepsOf(...least: readonly number[]): readonly Step[] {
  return least.map((each) => ({ least: each, word: String(each) }));
}

/**
 * Puts a clue for each of some steps that a value reaches, "points 2.5", and that with each of some other words.
 *
 * @param from - what the value is of
 */
export function putSteps<Place>(
  sink: ClueSink<Place>,
  from: Place,
  value: number,
  steps: readonly Step[],
  ...further: readonly string[]
): void {
  for (const { least, word } of steps) {
    if (!(value >= least)) return;
    const clue = sink.to(from, word);
    sink.put(clue);
    for (const each of further) sink.put(sink.to(clue, each));
  }
}

/** Puts what something is as a clue, "party owner", and that with each of some other words, "party owner free". */
export function putterOf<Place>(sink: ClueSink<Place>) {
  return (what: string, value: string, ...further: readonly string[]): void => {
    const clue = sink.to(sink.to(sink.start, what), value);
    sink.put(clue);
    for (const word of further) sink.put(sink.to(clue, word));
  };
}
