import { phraseEndingAt } from './noun-phrases.ts';
import { isRole, joined, withoutArticle } from './phrase-words.ts';
import type { SpokenSentence, Token } from './speech-tokens.ts';

/** How many descriptions are kept in mind; more than any article has. */
const MEMORY = 300;

/** How many sentences back somebody may have been brought in without speaking. */
const REACH = 2;

/** A description brought in by the article, such as "A U.S. official": the head noun finds it again. */
interface Description {
  readonly head: string;
  readonly text: string;
  /** In which it was used last. */
  readonly sentence: number;
}

/** Those whom an article has described without a name, in its order. */
export class Descriptions {
  readonly #sentences: readonly SpokenSentence[];
  readonly #known: Description[] = [];

  constructor(sentences: readonly SpokenSentence[]) {
    this.#sentences = sentences;
  }

  remember(head: string, text: string, sentence: number): void {
    this.#known.push({ head, text, sentence });
    if (this.#known.length > MEMORY) this.#known.shift();
  }

  /** The head noun by which a speaker was described last. */
  headOf(speaker: string): string | undefined {
    return this.#known.findLast(({ text }) => text === speaker)?.head;
  }

  /** Whether a speaker was ever described by a person's role. */
  isRole(speaker: string): boolean {
    return this.#known.some(({ text, head }) => text === speaker && isRole(head));
  }

  /** "The official", where "a U.S. official" has spoken before. */
  introducedAs(head: string, words: readonly Token[]): Description | undefined {
    const isDefinite = /^(?:the|that|this)$/.test(words[0]?.lower ?? '');
    if (!isDefinite || words.length > 3) return undefined;
    const told = withoutArticle(words).slice(0, -1);
    return this.#known.findLast((known) => {
      return known.head === head && told.every(({ text }) => known.text.includes(text));
    });
  }

  /** "The official", where a sentence shortly before spoke of "a U.S. official" who did not speak in it. */
  broughtIn(head: string, sentence: number): string | undefined {
    for (let back = sentence - 1; back >= 0 && back >= sentence - REACH; back -= 1) {
      const tokens = this.#sentences[back]?.tokens ?? [];
      const last = tokens.findLastIndex(({ lower }) => lower === head);
      const phrase = last < 0 ? undefined : phraseEndingAt(tokens, last);
      const words = phrase === undefined ? [] : tokens.slice(phrase.first, phrase.last + 1);
      const from = words.findLastIndex(({ lower }) => /^(?:a|an|one)$/.test(lower));
      if (from >= 0) return joined(words.slice(from + 1));
    }
    return undefined;
  }
}
