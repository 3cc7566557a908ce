import type { PageOrigin } from '../../pipeline/operation-ports.ts';

/** S3 keeps 2 KB of metadata with an object, as header lines of ASCII. */
const MAX_URL_CHARACTERS = 1_600;

export function toMetadata({ url, itemId, feedId }: PageOrigin): Record<string, string> {
  const fields = {
    url: url === undefined ? undefined : encodeURI(url).slice(0, MAX_URL_CHARACTERS),
    item: itemId,
    feed: feedId,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}

export function fromMetadata(metadata: Readonly<Record<string, string>>): PageOrigin {
  return { url: metadata['url'], itemId: metadata['item'], feedId: metadata['feed'] };
}
