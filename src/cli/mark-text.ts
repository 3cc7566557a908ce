import type { Span } from '../domain/positions/position.ts';
import { printable } from './format.ts';
import type { Painter } from './paint.ts';

/**
 * The text with every stretch of evidence marked and numbered from 1, in the order given.
 * Where one sentence holds up several positions it carries all their numbers.
 */
export function markText(text: string, evidence: readonly Span[], painter: Painter): string {
  const spans = new Map<string, { start: number; end: number; numbers: number[] }>();
  evidence.forEach(({ start, end }, index) => {
    const key = `${start}:${end}`;
    const span = spans.get(key) ?? { start, end, numbers: [] };
    span.numbers.push(index + 1);
    spans.set(key, span);
  });
  let marked = '';
  let at = 0;
  for (const span of [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start < at) continue;
    marked += printableLines(text.slice(at, span.start));
    marked += `${painter.evidence(printable(text.slice(span.start, span.end)))}[${span.numbers.join(',')}]`;
    at = span.end;
  }
  return marked + printableLines(text.slice(at));
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
