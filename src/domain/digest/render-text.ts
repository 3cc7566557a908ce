import type { Digest } from './digest.ts';
import { renderChangesText, renderLateNewsText } from './text-sections/changes-text.ts';
import { renderCorrectionsText } from './text-sections/corrections-text.ts';
import { renderCoverageText } from './text-sections/coverage-text.ts';
import { renderDisputesText } from './text-sections/disputes-text.ts';
import { renderFooterText } from './text-sections/footer-text.ts';
import { renderLedgerText } from './text-sections/ledger-text.ts';
import { textBlock, textLine } from './text-sections/parts.ts';
import { renderStatementsText } from './text-sections/statements-text.ts';
import { renderStoriesText } from './text-sections/stories-text.ts';

/** The digest as plain text to be read as such: 72 columns, addresses alone on their lines. Decides nothing. */
export function renderDigestText(digest: Digest): string {
  const masthead = textBlock(
    textLine(`CAVEAT: ${digest.topicLabel}`),
    textLine(digest.dateLine),
    '\n',
    textLine(digest.headline),
    textLine(digest.summary),
  );
  const sections = [
    renderChangesText(digest),
    renderLateNewsText(digest),
    renderDisputesText(digest),
    renderStoriesText(digest),
    renderStatementsText(digest),
    renderLedgerText(digest),
    renderCoverageText(digest),
    renderCorrectionsText(digest),
    renderFooterText(digest),
  ].filter((text) => text !== undefined);
  return `${[masthead, ...sections].join('\n\n\n')}\n`;
}
