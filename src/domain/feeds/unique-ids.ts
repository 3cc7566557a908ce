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
    const id = [
      item.id,
      `${item.id}|${item.link ?? ''}`,
      `${item.id}|${item.link ?? ''}|${fingerprint(item)}`,
    ].find((candidate) => !taken.has(candidate));
    const unique = id ?? `${item.id}|${taken.size}`;
    taken.add(unique);
    return unique === item.id ? item : { ...item, id: unique };
  });
}

function fingerprint({ title, published, summary, content }: FeedItem): string {
  return createHash('sha256')
    .update([title, published, summary, content].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
