import type { Digest } from '../digest.ts';
import { textBlock, textExcerpt, textLine, textMore, textSection, textSource } from './parts.ts';

export function renderDisputesText({ disputes }: Digest): string | undefined {
  if (disputes.entries.length === 0) return undefined;
  const blocks = disputes.entries.map((dispute) =>
    textBlock(
      textLine(`${dispute.kind.toUpperCase()}: ${dispute.text}`),
      textExcerpt(dispute.evidence, '  '),
      textSource(dispute.link, '  '),
    ),
  );
  return textSection('Contested or denied', [...blocks, textMore(disputes)]);
}
