/** Mail that is quoted and forwarded still fits a terminal (RFC 3676, section 4.1, advises at most 78). */
export const TEXT_WIDTH = 72;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks a line of words at `TEXT_WIDTH` columns; a word longer than a line is broken too. Not for addresses, which have
 * to stay whole: print those on their own.
 * @param indent before the first line
 * @param hanging before every other line; `indent` unless given
 */
export function wrapText(text: string, indent = '', hanging = indent): string {
  const room = TEXT_WIDTH - Math.max(indent.length, hanging.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => breakWord(one, room))) {
    const start = lines.length === 0 ? indent : hanging;
    const isFull = line !== '' && start.length + line.length + 1 + word.length > TEXT_WIDTH;
    if (isFull) lines.push(start + line);
    line = isFull || line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push((lines.length === 0 ? indent : hanging) + line);
  return lines.join('\n');
}

/** Pieces of at most `room` UTF-16 units, never inside a character; one character longer than that stays whole. */
function breakWord(word: string, room: number): string[] {
  if (word.length <= room) return word === '' ? [] : [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && piece.length + segment.length > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
