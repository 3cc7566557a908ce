import type { Digest } from '../digest.ts';
import { textBlock, textLine, textMore, textSection } from './parts.ts';

export function renderCorrectionsText({ corrections }: Digest): string | undefined {
  if (corrections.entries.length === 0) return undefined;
  const blocks = corrections.entries.map((correction) =>
    textBlock(
      textLine(`The digest of ${correction.digestDate} said: ${correction.was}`),
      textLine(`Right is: ${correction.now}`),
      correction.url,
    ),
  );
  return textSection('Corrections', [...blocks, textMore(corrections)]);
}
