import { createHash } from 'node:crypto';
import type { FeedItem } from './feed.ts';

/**
 * Sees that no two items of a document share an identifier, since the second would be taken for known.
 *
 * The first keeps it. A later one gets its link added, which stays the same from poll to poll; where that is
 * shared as well, a hash of what tells the items apart.
 */
export function withUniqueIds(items: readonly FeedItem[]): FeedItem[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const id = freeId(item, taken);
    taken.add(id);
    return id === item.id ? item : { ...item, id };
  });
}

function freeId(item: FeedItem, taken: ReadonlySet<string>): string {
  if (!taken.has(item.id)) return item.id;
  const withLink = `${item.id}|${item.link ?? ''}`;
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
