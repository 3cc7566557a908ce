import { createHash } from 'node:crypto';
import type { FeedItem } from './feed.ts';

/**
 * Sees that no two items of a document share a key, since the second would be taken for known.
 *
 * The first keeps it. A later one gets its link added, which stays the same from poll to poll; where that is
 * shared as well, a hash of what tells the items apart.
 */
export function withUniqueKeys(items: readonly FeedItem[]): FeedItem[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const key = freeKey(item, taken);
    taken.add(key);
    return key === item.key ? item : { ...item, key };
  });
}

function freeKey(item: FeedItem, taken: ReadonlySet<string>): string {
  if (!taken.has(item.key)) return item.key;
  const withLink = `${item.key}|${item.link ?? ''}`;
  if (!taken.has(withLink)) return withLink;
  const withFingerprint = `${withLink}|${fingerprint(item)}`;
  return taken.has(withFingerprint) ? `${withFingerprint}|${taken.size}` : withFingerprint;
}

function fingerprint({ title, published, summary, content }: FeedItem): string {
  return createHash('sha256')
    .update([title, published, summary, content].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
