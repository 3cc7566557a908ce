import type { IncomingHttpHeaders } from 'node:http';
import type { StoredObject } from './object-row.ts';
import { noSuchKey, preconditionFailed } from './s3-error.ts';

/** What has to hold for an object to be written or deleted. */
export interface WriteConditions {
  /** `If-None-Match`: only `*` has a meaning when writing. */
  readonly ifNoneMatch?: string | undefined;
  readonly ifMatch?: string | undefined;
}

/** @throws S3Error if the object that is there, or its absence, is not what the writer expects */
export function assertConditions(
  key: string,
  existing: StoredObject | undefined,
  { ifNoneMatch, ifMatch }: WriteConditions,
): void {
  if (ifNoneMatch === '*' && existing) throw preconditionFailed('If-None-Match');
  if (ifMatch === undefined) return;
  if (!existing) throw noSuchKey(key);
  if (!matches(existing, ifMatch)) throw preconditionFailed('If-Match');
}

/**
 * Whether the reader has this version already.
 *
 * @throws S3Error if the reader wants another version
 */
export function isUnchanged(object: StoredObject, headers: IncomingHttpHeaders): boolean {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'if-modified-since': ifModifiedSince } = headers;
  if (ifMatch !== undefined && !matches(object, ifMatch)) throw preconditionFailed('If-Match');
  if (ifNoneMatch !== undefined) return matches(object, ifNoneMatch);
  // HTTP dates have no parts of a second.
  return Math.floor(object.modifiedAt.getTime() / 1000) * 1000 <= Date.parse(ifModifiedSince ?? '');
}

/** Some clients leave out the quotes. */
function matches({ etag }: StoredObject, wanted: string): boolean {
  return wanted === '*' || wanted.replaceAll('"', '') === etag.replaceAll('"', '');
}
