import type { Span } from '../positions/position.ts';

const BLANK_LINE = /\n[^\S\n]*\n\s*/g;
const LINE_END = /\n\s*/g;
const SENTENCE_AND_LINE_END = /[.!?…:]["'”’»)]*[^\S\n]*\n/g;
/** Of the lines of a text without blank ones, so many end with a sentence where each is a paragraph. */
const MOST = 0.7;

/**
 * Finds the paragraphs of a text. A paragraph ends at a blank line; the line may hold spaces. Of a text without blank
 * lines each line is a paragraph, unless its lines are broken at a width, within sentences.
 * Offsets are UTF-16 and leave out the white space around the paragraph.
 */
export function splitParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(endsInLines(text) ? LINE_END : BLANK_LINE)) {
    pushTrimmed(paragraphs, text, from, gap.index);
    from = gap.index + gap[0].length;
  }
  pushTrimmed(paragraphs, text, from, text.length);
  return paragraphs;
}

function endsInLines(text: string): boolean {
  if (!text.includes('\n') || text.search(BLANK_LINE) >= 0) return false;
  const lines = text.match(LINE_END)?.length ?? 0;
  return (text.match(SENTENCE_AND_LINE_END)?.length ?? 0) >= lines * MOST;
}

/** The stretch from `start` to `end` without the white space at its ends; nothing when only that is there. */
export function trimmedSpan(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to, text: text.slice(from, to) } : undefined;
}

function pushTrimmed(into: Span[], text: string, start: number, end: number): void {
  const span = trimmedSpan(text, start, end);
  if (span) into.push(span);
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x2028 || code === 0x2029
  );
}
