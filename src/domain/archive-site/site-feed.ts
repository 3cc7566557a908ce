import { createHash } from 'node:crypto';
import { compareText } from '../text/compare-text.ts';

/** A feed that the archive offers, before it is written in a format. Text is plain, neutralised and held to a length. */
export interface SiteFeed {
  /** An absolute IRI that never changes (RFC 4287, section 4.2.6). */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** File names without their ending: `changes` for `changes.atom` and `changes.json`. */
  readonly file: string;
  /** Where the site is read, ending in a slash; undefined where that is not known. */
  readonly siteUrl?: string | undefined;
  /** The page that shows the same, beside the feed's file. */
  readonly page: string;
  /** ISO 8601 UTC: when the newest of what it tells became known. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly SiteFeedEntry[];
}

export interface SiteFeedEntry {
  readonly id: string;
  readonly title: string;
  /** The article, where its address is fit to be followed. */
  readonly url?: string | undefined;
  /** ISO 8601 UTC. */
  readonly published: string;
  readonly updated: string;
  /** Who said it first: the publisher. */
  readonly author: string;
  /** In our own words, except for `quotation`. */
  readonly summary: string;
  /** Words of the article, within its publisher's limit. */
  readonly quotation?: string | undefined;
}

/** Namespace of all names below: of this project alone, chosen once. */
const NAMESPACE = '6c1f3b4e-7a52-4d0c-9a86-2f0d5be1c7a4';

/** The same name gives the same identifier, for ever: a UUID made from a name (RFC 9562, section 5.5), as a URN. */
export function urnOf(...names: readonly string[]): string {
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(names.join('\n'), 'utf8')
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const digits = hash.toString('hex');
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ].map(([from, to]) => digits.slice(from, to));
  return `urn:uuid:${parts.join('-')}`;
}

/** The latest of some instants; `otherwise` where there is none. */
export function latestOf(instants: readonly string[], otherwise: string): string {
  const [latest = otherwise] = instants.toSorted((one, other) => compareText(other, one));
  return latest;
}

/** An instant as both formats ask for it (RFC 3339); `otherwise` for what is none. */
export function feedInstant(instant: string, otherwise: string): string {
  const time = Date.parse(instant);
  return new Date(Number.isNaN(time) ? Date.parse(otherwise) : time).toISOString();
}
