import type { Digest, FeedGroup } from '../digest.ts';
import { textBlock, textLine, textSection } from './parts.ts';

export function renderCoverageText({ coverage, reportStrip }: Digest): string {
  return textSection('What was read', [
    textLine(reportStrip.inWords),
    textLine(coverage.inWords.join(' ')),
    textBlock(...coverage.feeds.map(renderGroup)),
    textBlock(textLine(`From ${coverage.windowUtc}`), textLine(`(${coverage.windowLocal})`)),
  ]);
}

function renderGroup(group: FeedGroup): string {
  const names = group.feeds.map(({ name, detail }) => (detail === '' ? name : `${name} [${detail}]`));
  const rest = group.moreCount > 0 ? `, and ${group.moreCount} more` : '';
  return textLine(`${group.word}: ${names.join(', ')}${rest}`, '', '  ');
}
