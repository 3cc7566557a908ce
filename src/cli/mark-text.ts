import { styleText } from 'node:util';
import type { Understanding } from '../domain/understanding.ts';

/**
 * The text with every position's evidence marked and numbered, in the order of `found.positions`.
 * Where one sentence holds up several positions it carries all their numbers.
 */
export function markText(text: string, found: Understanding): string {
  const spans = new Map<string, { start: number; end: number; numbers: number[] }>();
  found.positions.forEach(({ evidence }, index) => {
    const key = `${evidence.start}:${evidence.end}`;
    const span = spans.get(key) ?? { start: evidence.start, end: evidence.end, numbers: [] };
    span.numbers.push(index + 1);
    spans.set(key, span);
  });
  let marked = '';
  let at = 0;
  for (const span of [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start < at) continue;
    marked += text.slice(at, span.start);
    marked += `${styleText(['bold', 'underline'], text.slice(span.start, span.end))}[${span.numbers.join(',')}]`;
    at = span.end;
  }
  return marked + text.slice(at);
}
