import type { Digest } from '../digest.ts';
import { textBlock, textExcerpt, textLine, textMore, textSection, textSource } from './parts.ts';

export function renderStatementsText({ statements }: Digest): string | undefined {
  if (statements.entries.length === 0) return undefined;
  const blocks = statements.entries.map((statement) =>
    textBlock(
      textLine(
        `${statement.kind.toUpperCase()}: ${statement.who} ${statement.text}, ${statement.when}${statement.isRepeated ? '; told before' : ''}`,
      ),
      textExcerpt(statement.evidence, '  '),
      ...statement.links.map((source) => textSource(source, '  ')),
    ),
  );
  return textSection('Calls, requests and warnings', [...blocks, textMore(statements)]);
}
