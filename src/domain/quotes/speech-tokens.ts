import type { Span } from '../positions/position.ts';
import { asciiWordEnd, isSmallAscii } from '../text/ascii.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { type Sentence, sentencesOfParagraph } from '../text/sentences.ts';
import { keepNamesApart } from './names-like-words.ts';
import type { MarkedSpan } from './quote-marks.ts';

export type TokenKind = 'word' | 'mark' | 'quotation';

/** A word, a punctuation mark, or a whole quotation taken as one piece. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /**
   * Lower case, typographic apostrophes made straight; empty for a quotation. A name that only looks like a small
   * word ("Theresa May", "Will Smith") keeps its capital here, so that no list of small words knows it.
   */
  readonly lower: string;
  /** Number of the quotation among the marked spans; only for `quotation`. */
  readonly quotation?: number | undefined;
}

/** A sentence in which every quotation is one token, however many sentences it holds. */
export interface SpokenSentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** Longer sentences are read in pieces, so that the time stays in proportion to the text. */
const MAX_SENTENCE_TOKENS = 300;

const WORD_OR_MARK =
  /[DIR]-\p{Lu}[\p{L}.]*\p{L}\.?(?=[,)])|(?:\p{Lu}\.){2,}|(?:Adm|Amb|Brig|Capt|Cmdr|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Reps|Rev|Sen|Sens|Sgt|St)\.|[\p{L}\p{N}]+(?:[’'\-–./&][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/**
 * Cuts a text into sentences and those into tokens. Offsets are UTF-16 into `text`.
 *
 * @param sentences - of the text, cut inside of quotations too
 */
export function tokenizeSpeech(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly MarkedSpan[],
): SpokenSentence[] {
  const result: SpokenSentence[] = [];
  let nextSpan = 0;
  for (const { start, end, paragraph } of joinQuotations(text, sentences, spans)) {
    const tokens: Token[] = [];
    let at = start;
    for (let span = spans[nextSpan]; span !== undefined && span.openAt < end; span = spans[nextSpan]) {
      pushWords(tokens, text, at, span.openAt);
      tokens.push({ ...placeOf(text, span), kind: 'quotation', lower: '', quotation: nextSpan });
      at = span.closeAt;
      nextSpan += 1;
    }
    pushWords(tokens, text, at, end);
    keepNamesApart(tokens);
    for (const piece of piecesOf(tokens)) result.push({ start, end, paragraph, tokens: piece });
  }
  return result;
}

/** The sentences of a text of which none ends inside a quotation: only paragraphs with quotations are cut anew. */
function joinQuotations(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly MarkedSpan[],
): readonly Sentence[] {
  if (spans.length === 0) return sentences;
  let next = 0;
  return splitParagraphs(maskQuotations(text, spans)).flatMap((paragraph, number) => {
    const first = next;
    while ((sentences[next]?.start ?? paragraph.end) < paragraph.end) next += 1;
    const isMasked = !text.startsWith(paragraph.text, paragraph.start);
    if (isMasked) return sentencesOfParagraph(paragraph, number);
    return sentences.slice(first, next).map((sentence) => ({ ...sentence, paragraph: number }));
  });
}

function piecesOf(tokens: readonly Token[]): (readonly Token[])[] {
  if (tokens.length <= MAX_SENTENCE_TOKENS) return tokens.length > 0 ? [tokens] : [];
  const pieces: (readonly Token[])[] = [];
  for (let first = 0; first < tokens.length; first += MAX_SENTENCE_TOKENS)
    pieces.push(tokens.slice(first, first + MAX_SENTENCE_TOKENS));
  return pieces;
}

function placeOf(text: string, span: MarkedSpan): Span {
  return { start: span.openAt, end: span.closeAt, text: text.slice(span.openAt, span.closeAt) };
}

function pushWords(into: Token[], text: string, start: number, end: number): void {
  if (start >= end) return;
  const stretch = text.slice(start, end);
  for (let at = 0; at < stretch.length; ) {
    const behind = plainWordEnd(stretch, at);
    WORD_OR_MARK.lastIndex = at;
    const word = behind > at ? stretch.slice(at, behind) : WORD_OR_MARK.exec(stretch)?.[0];
    if (word === undefined) return;
    const from = behind > at ? at : WORD_OR_MARK.lastIndex - word.length;
    into.push(tokenOf(word, start + from));
    at = from + word.length;
    if (stretch.charAt(at) === ' ') at += 1;
  }
}

/** The end of a word of small letters, or of one with a capital before them, that nothing behind it belongs to. */
function plainWordEnd(text: string, start: number): number {
  const end = asciiWordEnd(text, start);
  const behind = text.charAt(end);
  return behind === ' ' || behind === ',' ? end : start;
}

function tokenOf(text: string, start: number): Token {
  return {
    kind: isWord(text) ? 'word' : 'mark',
    text,
    lower: text.toLowerCase().replaceAll('’', "'"),
    start,
    end: start + text.length,
  };
}

function isWord(text: string): boolean {
  return isSmallAscii(text.charCodeAt(0) | 0x20) || /[\p{L}\p{N}]/u.test(text);
}

/**
 * Writes neutral letters over what is quoted, so that no sentence ends inside a quotation. The last mark is kept,
 * because a quotation that ends in a full stop may end the sentence around it. The length does not change.
 */
function maskQuotations(text: string, spans: readonly MarkedSpan[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const span of spans) {
    const closing = span.closeAt - span.end;
    const filling = 'q'.repeat(span.end - span.openAt - 2);
    const startsSmall = /^\p{Ll}/u.test(span.text);
    pieces.push(text.slice(at, span.openAt), '"', startsSmall ? filling : filling.replace('q', 'Q'));
    pieces.push(endsSentence(text, span) ? '.' : ',', closing > 0 ? `${' '.repeat(closing - 1)}"` : '');
    at = span.closeAt;
  }
  return pieces.join('') + text.slice(at);
}

/** Whether the quotation ends in a full stop, or in another mark that its sentence does not go on after. */
function endsSentence(text: string, span: MarkedSpan): boolean {
  const last = span.text.slice(-1);
  if (last === '.') return true;
  if (!/[!?…]/.test(last)) return false;
  const after = text.slice(span.closeAt, span.closeAt + 120);
  return !/^\s(?:\p{L}[\p{L}’'-]*\s){1,6}?(?:said|says|asked|asks|added|wrote|told)\b/u.test(after);
}
