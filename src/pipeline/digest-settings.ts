import type { DigestConfig, FeedConfig } from '../config/schema.ts';

/** Characters of one article that a mail may print, by publisher: the strictest of a publisher's feeds. */
export function excerptLimitsOf(feeds: readonly FeedConfig[]): Record<string, number> {
  const limits: Record<string, number> = {};
  for (const { publisher, excerptLimit } of feeds) {
    limits[publisher] = Math.min(limits[publisher] ?? excerptLimit, excerptLimit);
  }
  return limits;
}

export function senderNoteOf({ sender, senderName }: DigestConfig): string {
  return `${senderName}, ${sender}`;
}
