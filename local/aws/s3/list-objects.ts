import type { StoredObject } from './object-row.ts';
import { S3Error } from './s3-error.ts';

const MAX_KEYS = 1000;
/** Sorts behind every key that begins with what stands in front of it. */
const LAST_CHARACTER = '\u{10FFFF}';

export interface Listing {
  readonly objects: readonly StoredObject[];
  readonly commonPrefixes: readonly string[];
  readonly maxKeys: number;
  /** Where the next page begins, if there is one. */
  readonly nextToken: string | undefined;
}

export interface ListQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** The last key, or the end of the last common prefix, that was listed already. */
  readonly after: string;
}

export function parseListQuery(query: URLSearchParams): ListQuery {
  const maxKeys = Number(query.get('max-keys') ?? MAX_KEYS);
  if (!Number.isInteger(maxKeys) || maxKeys < 0)
    throw new S3Error(400, 'InvalidArgument', 'max-keys is not a number.');
  const token = query.get('continuation-token');
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(maxKeys, MAX_KEYS),
    after: token ? Buffer.from(token, 'base64url').toString() : (query.get('start-after') ?? ''),
  };
}

/**
 * One page of a bucket's keys. Keys with the delimiter behind the prefix are folded into one common prefix, which
 * counts as one entry.
 *
 * @param firstAfter the first object behind a key, among those that begin with the prefix
 */
export function listPage(
  firstAfter: (key: string, prefix: string) => StoredObject | undefined,
  query: ListQuery,
): Listing {
  const objects: StoredObject[] = [];
  const commonPrefixes: string[] = [];
  let last = query.after;
  let next = query.maxKeys === 0 ? undefined : firstAfter(last, query.prefix);
  while (next && objects.length + commonPrefixes.length < query.maxKeys) {
    const folded = commonPrefixOf(next.key, query);
    if (folded === undefined) objects.push(next);
    else commonPrefixes.push(folded);
    last = folded === undefined ? next.key : folded + LAST_CHARACTER;
    next = firstAfter(last, query.prefix);
  }
  const nextToken = next && Buffer.from(last).toString('base64url');
  return { objects, commonPrefixes, maxKeys: query.maxKeys, nextToken };
}

function commonPrefixOf(key: string, { prefix, delimiter }: ListQuery): string | undefined {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}
