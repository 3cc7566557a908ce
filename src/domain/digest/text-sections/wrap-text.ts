/** Mail that is quoted and forwarded still fits a terminal (RFC 3676, section 4.1, advises at most 78). */
export const TEXT_WIDTH = 72;

/**
 * Breaks a line of words at `TEXT_WIDTH` columns. A word longer than a line, such as an address, stands whole on its own.
 * @param indent before every line
 * @param hanging before every line but the first; `indent` unless given
 */
export function wrapText(text: string, indent = '', hanging = indent): string {
  const lines: string[] = [];
  let line = indent;
  let isLineEmpty = true;
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const isTooLong = !isLineEmpty && line.length + 1 + word.length > TEXT_WIDTH;
    if (isTooLong) {
      lines.push(line);
      line = hanging + word;
    } else {
      line += isLineEmpty ? word : ` ${word}`;
    }
    isLineEmpty = false;
  }
  return isLineEmpty ? '' : [...lines, line].join('\n');
}
