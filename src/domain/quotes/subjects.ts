/** Someone whom a sentence speaks of first, or who speaks in it. */
export interface Subject {
  readonly speaker: string;
  readonly human: boolean;
  /** Whether the sentence gives words to the subject. */
  readonly speaks: boolean;
}

/** How many sentences back the author of "the report" may be named. */
const NEAR = 3;

/** Whom each sentence of an article is about, by its number. */
export class Subjects {
  readonly #known: (Subject | undefined)[] = [];

  set(sentence: number, subject: Subject): void {
    this.#known[sentence] = subject;
  }

  at(sentence: number): Subject | undefined {
    return this.#known[sentence];
  }

  /** "The report said": its author is whom the sentences before it name. */
  near(sentence: number): Subject | undefined {
    for (let back = sentence - 1; back >= 0 && back >= sentence - NEAR; back -= 1) {
      const subject = this.#known[back];
      if (subject !== undefined) return subject;
    }
    return undefined;
  }
}
