import type { SentenceView } from '../sentence-view.ts';

/** A sentence's words, and each with the one before it; figures and marks left out. */
export function wordsAndPairs({ tokens }: SentenceView): string[] {
  const words = tokens.filter(({ word }) => WORD.test(word)).map(({ word }) => word);
  return words.flatMap((word, at) =>
    at === 0 ? [`word ${word}`] : [`word ${word}`, `pair ${words[at - 1]} ${word}`],
  );
}

const WORD = /^[\p{Ll}-]+$/u;
