import { foldWord } from './fold.ts';

/** A word, a number or one punctuation mark, with its UTF-16 offsets in the text it was taken from. */
export interface Token {
  readonly text: string;
  /** The form in which words are compared; see `foldWord`. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]+(?:['’][\p{L}]+)*|[^\s]/gu;

/**
 * Splits a stretch of text into tokens. Hyphens separate words (`U.S.-supplied` is three tokens) and a possessive
 * or contracted `'s` stands alone, so that a phrase table needs no inflected names.
 *
 * @param offset - where `text` begins in the whole article
 */
export function tokenise(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = offset + match.index;
    const clitic = /['’ʼ]s$/iu.exec(match[0]);
    const bare = clitic ? match[0].slice(0, clitic.index) : match[0];
    if (bare) tokens.push(token(bare, start));
    if (clitic) tokens.push(token(clitic[0], start + clitic.index));
  }
  return tokens;
}

/** Whether the token begins with a capital letter, as names do. */
export function isCapitalised(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const code = token.text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(token.text);
}

/** Whether the token is made of punctuation marks alone; a sign of money is none. */
export function isPunctuation({ text }: Token): boolean {
  const code = text.charCodeAt(0) | 0x20;
  return !(code >= 97 && code <= 122) && /^\p{P}+$/u.test(text);
}

function token(text: string, start: number): Token {
  return { text, word: foldWord(text), start, end: start + text.length };
}
