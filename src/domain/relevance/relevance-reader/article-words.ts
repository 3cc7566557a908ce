import { stemOf } from '../../clues/word-stem.ts';
import type { ReadSentence } from '../../positions/read-article.ts';
import { isCapitalised, type Token, tokenise } from '../../text/tokens.ts';

/** The first paragraphs tell what the article is about. */
const OPENING_PARAGRAPHS = 2;
const LEAST_LETTERS = 3;

/**
 * The words of an article's headline, of its opening and of all of it, without their endings, as names that say where
 * they stand. Names and numbers are left out: what a headline writes with a capital is a word where the body has it
 * without one.
 */
export function articleWords(title: string, sentences: readonly ReadSentence[]): ReadonlySet<string> {
  const opening = new Set<string>();
  const all = new Set<string>();
  const [first] = sentences;
  const until = (first?.view.sentence.paragraph ?? 0) + OPENING_PARAGRAPHS;
  for (const { view } of sentences) {
    const isOpening = view.sentence.paragraph < until;
    const named = new Set(view.actorMatches.map(({ from }) => from));
    for (const [at, token] of view.tokens.entries()) {
      if (!isWord(token) || named.has(at) || (at > 0 && isCapitalised(token))) continue;
      const stem = stemOf(token.word);
      all.add(stem);
      if (isOpening) opening.add(stem);
    }
  }
  const headline = tokenise(title)
    .filter((token) => isWord(token) && (!isCapitalised(token) || all.has(stemOf(token.word))))
    .map(({ word }) => stemOf(word));
  return new Set([
    ...headline.map((word) => `headline ${word}`),
    ...[...opening].map((word) => `opening ${word}`),
    ...[...all].map((word) => `word ${word}`),
  ]);
}

function isWord({ word }: Token): boolean {
  return word.length >= LEAST_LETTERS && !/[^\p{L}]/u.test(word);
}
