import type { Digest } from '../digest.ts';
import { textBlock, textLine, textSection } from './parts.ts';

export function renderFooterText({ footer }: Digest): string {
  return textSection('Why you get this, and how to stop', [
    textBlock(textLine(footer.why), textLine('To stop, open'), footer.unsubscribeUrl),
    footer.feedbackUrl && textBlock(textLine('To report a mistake, open'), footer.feedbackUrl),
    textBlock('To ask further:', ...footer.queries.map(({ label, command }) => `  ${label}: ${command}`)),
    textLine(footer.senderNote),
  ]);
}
