import type { Digest, FeedGroup, Trimmed } from './digest.ts';
import { encodedBytes } from './encoded-bytes.ts';
import { renderDigestHtml } from './render-html.ts';

/** The lists that may be shortened, and how many entries of each stay whatever happens. */
const SHORTENABLE = [
  { name: 'statements', keep: 1 },
  { name: 'ledger', keep: 4 },
  { name: 'stories', keep: 2 },
  { name: 'lateNews', keep: 1 },
  { name: 'disputes', keep: 1 },
  { name: 'corrections', keep: 1 },
  { name: 'changes', keep: 2 },
] as const;
type ListName = (typeof SHORTENABLE)[number]['name'];

/**
 * Shortens the heaviest list, a quarter at a time, until the HTML, encoded as it travels, is below the limit. What is cut
 * stays counted beside the command that shows it. Every entry has a length of its own, so what stays at the least always fits 100,000 bytes.
 */
export function fitDigest(digest: Digest, maxHtmlBytes: number): Digest {
  let fitting = digest;
  while (encodedBytes(renderDigestHtml(fitting)) >= maxHtmlBytes) {
    const shorter = shorten(fitting);
    if (!shorter) return fitting;
    fitting = shorter;
  }
  return fitting;
}

/** Undefined when nothing may be cut any more. Names of feeds go last: they are what tells where nobody looked. */
function shorten(digest: Digest): Digest | undefined {
  const heaviest = findHeaviestList(digest);
  if (heaviest) return { ...digest, [heaviest.name]: cutQuarter(digest[heaviest.name], heaviest.keep) };
  if (digest.coverage.feeds.every((group) => group.feeds.length <= 1)) return undefined;
  return { ...digest, coverage: { ...digest.coverage, feeds: digest.coverage.feeds.map(shortenFeeds) } };
}

function shortenFeeds(group: FeedGroup): FeedGroup {
  const length = Math.max(1, Math.floor(group.feeds.length * 0.75));
  return {
    ...group,
    feeds: group.feeds.slice(0, length),
    moreCount: group.moreCount + group.feeds.length - length,
  };
}

function findHeaviestList(digest: Digest): (typeof SHORTENABLE)[number] | undefined {
  const weigh = (name: ListName) => JSON.stringify(digest[name].entries).length;
  const [heaviest] = SHORTENABLE.filter(({ name, keep }) => digest[name].entries.length > keep).toSorted(
    (one, other) => weigh(other.name) - weigh(one.name),
  );
  return heaviest;
}

function cutQuarter(list: Trimmed<unknown>, keep: number): Trimmed<unknown> {
  const length = Math.max(keep, Math.floor(list.entries.length * 0.75));
  return {
    ...list,
    entries: list.entries.slice(0, length),
    moreCount: list.moreCount + list.entries.length - length,
  };
}
