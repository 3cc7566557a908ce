import { identityUrl } from '../addresses/identity-url.ts';

export const DENY_KINDS = ['publisher', 'feed', 'url'] as const;
export type DenyKind = (typeof DENY_KINDS)[number];

export interface DenyEntry {
  readonly kind: DenyKind;
  /** A publisher's name, a feed's id, or an address; an address that ends in `*` means all that begin so. */
  readonly value: string;
  readonly because: string;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What may be denied of: a feed has no address of an article, and an article has all three. */
export interface Deniable {
  readonly publisher: string;
  readonly feedId: string;
  readonly url?: string | undefined;
}

/** The entry that denies something, or none. Publishers are compared without case, addresses by what they lead to. */
export function findDenial(entries: readonly DenyEntry[], what: Deniable): DenyEntry | undefined {
  return entries.find((entry) => covers(entry, what));
}

function covers({ kind, value }: DenyEntry, { publisher, feedId, url }: Deniable): boolean {
  switch (kind) {
    case 'publisher':
      return value.toLowerCase() === publisher.toLowerCase();
    case 'feed':
      return value === feedId;
    case 'url':
      return url !== undefined && coversUrl(value, url);
  }
}

/** One spelling for each address, so that what was added can be found and removed. */
export function normalDenyValue(kind: DenyKind, value: string): string {
  if (kind !== 'url') return value;
  return value.endsWith('*') ? `${normalPrefix(value.slice(0, -1))}*` : (identityUrl(value) ?? value);
}

/** A letter stands for the rest, lest the slash at the end be taken for a mere spelling. */
function normalPrefix(prefix: string): string {
  return identityUrl(`${prefix}x`)?.slice(0, -1) ?? prefix;
}

function coversUrl(pattern: string, url: string): boolean {
  const address = identityUrl(url) ?? url;
  return pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
}
