import type { Span } from '../positions/position.ts';

/**
 * Finds the paragraphs of a text. A paragraph ends at a blank line; the line may hold spaces.
 * Offsets are UTF-16 and leave out the white space around the paragraph.
 */
export function splitParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    pushTrimmed(paragraphs, text, from, gap.index);
    from = gap.index + gap[0].length;
  }
  pushTrimmed(paragraphs, text, from, text.length);
  return paragraphs;
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
