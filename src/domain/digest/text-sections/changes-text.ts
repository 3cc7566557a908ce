import type { ChangeEntry, Digest } from '../digest.ts';
import { neutraliseLine } from '../plain-text.ts';
import { textBlock, textExcerpt, textLine, textMore, textSection, textSource } from './parts.ts';
import { wrapText } from './wrap-text.ts';

export function renderChangesText({ changes, since }: Digest): string {
  if (changes.entries.length === 0)
    return textSection('What changed', [textLine(`No country’s position has changed since ${since}.`)]);
  return textSection('What changed', [...changes.entries.map(renderChangeText), textMore(changes)]);
}

export function renderLateNewsText({ lateNews }: Digest): string | undefined {
  if (lateNews.entries.length === 0) return undefined;
  return textSection('Also recorded, not today’s news', [
    ...lateNews.entries.map(renderChangeText),
    textMore(lateNews),
  ]);
}

export function renderChangeText(change: ChangeEntry): string {
  return textBlock(
    textLine(change.country.toUpperCase()),
    textLine(`${change.from.word} -> ${change.to.word}`, '  '),
    fact('Weapons', change.weapon),
    fact('Where', change.scope),
    fact('Who', change.who),
    fact('When', change.when),
    textLine(change.note, '  '),
    textExcerpt(change.evidence, '  '),
    textSource({ ...change.link, publisher: `${change.link.publisher} (${change.reportedBy})` }, '  '),
  );
}

function fact(name: string, value: string): string {
  return wrapText(neutraliseLine(value), `  ${`${name}:`.padEnd(9)}`, ' '.repeat(11));
}
