import type { Digest, LedgerLine } from '../digest.ts';
import { textBlock, textLine, textMore, textSection } from './parts.ts';

/** A list rather than columns: 72 characters are too few for five of them. */
export function renderLedgerText({ ledger }: Digest): string {
  if (ledger.entries.length === 0) return textSection('The ledger', ['The ledger is empty.']);
  const blocks = ledger.entries.map((line, index) => renderLine(line, ledger.entries[index - 1]));
  return textSection('The ledger: what stands today', [...blocks, textMore(ledger)]);
}

function renderLine(line: LedgerLine, previous: LedgerLine | undefined): string {
  const marks = line.marks.length === 0 ? '' : ` [${line.marks.join(', ')}]`;
  const others = line.furtherPublisherCount > 0 ? ` and ${line.furtherPublisherCount} more` : '';
  return textBlock(
    line.country === previous?.country ? undefined : textLine(line.country.toUpperCase()),
    textLine(`${line.weapon}: ${line.scope}`, '  '),
    textLine(`${line.status.word}, ${line.since}${marks}`, '    '),
    textLine(`${line.who === '' ? '' : `${line.who}; `}reported by ${line.link.publisher}${others}`, '    '),
  );
}
