import { S3Error } from './s3-error.ts';

/** Positions of the first and the last byte. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of an object that a `Range` header asks for; undefined means all of it, also where the header is of
 * another form, which the RFC lets a server pass over.
 *
 * @throws S3Error if the object has none of these bytes
 * @see RFC 9110, section 14.1.2
 */
export function parseRange(header: string | undefined, sizeBytes: number): ByteRange | undefined {
  const [match, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (match === undefined || (first === '' && last === '')) return undefined;
  const range =
    first === ''
      ? { start: Math.max(0, sizeBytes - Number(last)), end: sizeBytes - 1 }
      : { start: Number(first), end: Math.min(last === '' ? Infinity : Number(last), sizeBytes - 1) };
  if (range.start > range.end)
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable.');
  return range;
}
