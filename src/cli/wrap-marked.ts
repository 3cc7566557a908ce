/** A stretch of a text to be painted; offsets into that text. */
export interface Painted {
  readonly start: number;
  readonly end: number;
  readonly paint: (words: string) => string;
}

/** Breaks a text into lines of at most so many characters between words, and paints stretches of it. */
export function wrapMarked(text: string, painted: readonly Painted[], width: number): string[] {
  return linesOf(text, width).map(({ start, end }) => paintLine(text, start, end, painted));
}

/** As `wrapMarked`, every line behind the indent; the first may begin with something else of that width. */
export function indented(lines: readonly string[], indent: string, first = indent): string[] {
  return lines.map((line, at) => `${at === 0 ? first : indent}${line}`);
}

interface Line {
  start: number;
  end: number;
}

function linesOf(text: string, width: number): Line[] {
  const lines: Line[] = [];
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const line = lines.at(-1);
    const end = index + word.length;
    if (line && end - line.start <= width) line.end = end;
    else lines.push({ start: index, end });
  }
  return lines;
}

function paintLine(text: string, start: number, end: number, painted: readonly Painted[]): string {
  let line = '';
  let at = start;
  for (const mark of painted) {
    const [from, to] = [Math.max(mark.start, at), Math.min(mark.end, end)];
    if (from >= to) continue;
    line += text.slice(at, from) + mark.paint(text.slice(from, to));
    at = to;
  }
  return line + text.slice(at, end);
}
