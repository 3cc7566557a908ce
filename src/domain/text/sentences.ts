import type { Span } from '../positions/position.ts';
import { ALWAYS_JOINED, SENTENCE_OPENERS, SOMETIMES_JOINED } from './abbreviations.ts';
import { splitParagraphs, trimmedSpan } from './paragraphs.ts';

/** One sentence with its place: UTF-16 offsets into the whole text, and the number of its paragraph from 0. */
export interface Sentence extends Span {
  readonly paragraph: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Splits a text into sentences. The Unicode rules (UAX 29) cut; cuts after an abbreviation, an initial or a list
 * number, and cuts inside `"…?" he asked`, are undone. No sentence crosses a blank line.
 */
export function splitSentences(text: string): Sentence[] {
  return splitParagraphs(text).flatMap(sentencesOfParagraph);
}

/** @param number - of the paragraph in its text */
export function sentencesOfParagraph(paragraph: Span, number: number): Sentence[] {
  const text = paragraph.text;
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end < text.length && isFalseCut(text, start, end)) continue;
    const span = trimmedSpan(text, start, end);
    if (span) sentences.push(placed(span, paragraph.start, number));
    start = end;
  }
  return sentences;
}

function placed({ start, end, text }: Span, offset: number, paragraph: number): Sentence {
  return { start: offset + start, end: offset + end, text, paragraph };
}

/** Whether the cut at `end` splits one sentence in two, judged by the words on both sides of it. */
function isFalseCut(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start, end - 40), end);
  if (before.endsWith('\n')) return false;
  const after = text.slice(end, end + 40);
  const ending = before.trimEnd();
  const lastPiece = ending.slice(ending.lastIndexOf(' ') + 1);
  if (!lastPiece.endsWith('.')) return /[?!.…]["'”’»)]$/.test(lastPiece) && /^\p{Ll}/u.test(after);
  const lastWord = /([\p{L}\p{N}.]+)\.$/u.exec(lastPiece)?.[1];
  return lastWord !== undefined && isUnfinished(lastWord, before, after);
}

function isUnfinished(lastWord: string, before: string, after: string): boolean {
  const word = lastWord.toLowerCase();
  const next = /^["'“‘(]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? '';
  if (word === 'no' || word === 'nos') return /^\d/.test(next);
  if (ALWAYS_JOINED.has(word)) return true;
  if (isListNumber(before)) return true;
  const continues = !SENTENCE_OPENERS.has(next.toLowerCase());
  if (SOMETIMES_JOINED.has(word)) return continues;
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(lastWord) && continues;
}

function isListNumber(before: string): boolean {
  return /^\s*[•*–-]?\s*\d{1,2}\.\s*$/.test(before);
}
