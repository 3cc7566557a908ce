import { asciiWordEnd, beginsWithCapital, isAsciiMark, isSmallAscii } from './ascii.ts';
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
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) === SPACE) {
      at += 1;
      continue;
    }
    const end = plainTokenEnd(text, at);
    if (end > at) {
      tokens.push(asciiToken(text.slice(at, end), offset + at));
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) break;
    at = match.index + match[0].length;
    pushWithClitic(tokens, match[0], offset + match.index);
  }
  return tokens;
}

/**
 * The end of a mark that stands at a place, of a word of small letters, or of one with a capital before them, where
 * nothing behind it can belong to it; the place itself where that takes a closer look. Few tokens do.
 */
function plainTokenEnd(text: string, start: number): number {
  const end = asciiWordEnd(text, start);
  if (end === start) return isAsciiMark(text.charCodeAt(start)) ? start + 1 : start;
  const behind = text.charCodeAt(end);
  const isOver = end === text.length || behind === SPACE || behind === COMMA || behind === FULL_STOP;
  return isOver ? end : start;
}

const SPACE = 0x20;
const COMMA = 0x2c;
const FULL_STOP = 0x2e;

function pushWithClitic(tokens: Token[], text: string, start: number): void {
  const clitic = /['’ʼ]s$/iu.exec(text);
  const bare = clitic ? text.slice(0, clitic.index) : text;
  if (bare) tokens.push(token(bare, start));
  if (clitic) tokens.push(token(clitic[0], start + clitic.index));
}

/** Whether the token begins with a capital letter, as names do. */
export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && beginsWithCapital(token.text);
}

/** Whether the token is made of punctuation marks alone; a sign of money is none. */
export function isPunctuation({ text }: Token): boolean {
  return !isSmallAscii(text.charCodeAt(0) | 0x20) && /^\p{P}+$/u.test(text);
}

function asciiToken(text: string, start: number): Token {
  return { text, word: text.toLowerCase(), start, end: start + text.length };
}

function token(text: string, start: number): Token {
  return { text, word: foldWord(text), start, end: start + text.length };
}
