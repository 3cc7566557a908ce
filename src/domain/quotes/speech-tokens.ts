import type { Span } from '../positions/position.ts';
import { asciiWordEnd, isAsciiMark } from '../text/ascii.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { type Sentence, sentencesOfParagraph } from '../text/sentences.ts';
import { keepNamesApart } from './names-like-words.ts';
import type { MarkedSpan } from './quote-marks.ts';
import { asSpeechWord, type SpeechVocabulary, type SpeechWord } from './speech-vocabulary.ts';

/** A word, a punctuation mark, or a whole quotation taken as one piece. */
export interface Token extends SpeechWord, Span {
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
  vocabulary: SpeechVocabulary,
): SpokenSentence[] {
  const result: SpokenSentence[] = [];
  let nextSpan = 0;
  for (const { start, end, paragraph } of joinQuotations(text, sentences, spans)) {
    const tokens: Token[] = [];
    let at = start;
    for (let span = spans[nextSpan]; span !== undefined && span.openAt < end; span = spans[nextSpan]) {
      pushWords(tokens, text, at, span.openAt, vocabulary);
      tokens.push(quotationOf(text, span, nextSpan));
      at = span.closeAt;
      nextSpan += 1;
    }
    pushWords(tokens, text, at, end, vocabulary);
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

function quotationOf(text: string, { openAt, closeAt }: MarkedSpan, number: number): Token {
  const whole = asSpeechWord({ kind: 'quotation', text: text.slice(openAt, closeAt), lower: '' });
  return { ...whole, start: openAt, end: closeAt, quotation: number };
}

function pushWords(
  into: Token[],
  text: string,
  start: number,
  end: number,
  vocabulary: SpeechVocabulary,
): void {
  if (start >= end) return;
  const stretch = text.slice(start, end);
  for (let at = start; at < end; ) {
    let to = plainTokenEnd(text, at);
    if (to === at || to > end) {
      WORD_OR_MARK.lastIndex = at - start;
      const match = WORD_OR_MARK.exec(stretch);
      if (match === null) return;
      at = start + match.index;
      to = at + match[0].length;
    }
    into.push(tokenOf(vocabulary.of(text.slice(at, to)), at));
    at = text.charCodeAt(to) === SPACE ? to + 1 : to;
  }
}

const SPACE = 0x20;

/**
 * The end of a mark, of a word of small letters, or of one with a capital before them, that nothing behind it belongs
 * to; the place itself where that takes a closer look.
 */
function plainTokenEnd(text: string, start: number): number {
  const end = asciiWordEnd(text, start);
  if (end === start) return isAsciiMark(text.charCodeAt(start)) ? start + 1 : start;
  const behind = text.charCodeAt(end);
  return behind === SPACE || behind === COMMA ? end : start;
}

const COMMA = 0x2c;

function tokenOf(word: SpeechWord, start: number): Token {
  const { kind, text, lower, isNameWord, isCompanion, isPossessive, verbs } = word;
  return { kind, text, lower, isNameWord, isCompanion, isPossessive, verbs, start, end: start + text.length };
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
