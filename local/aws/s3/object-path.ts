import { createHash } from 'node:crypto';

/** Most file systems hold 255 bytes to a name; the rest is room for what the hash adds. */
const MAX_NAME_BYTES = 180;

/** Control characters, what Windows reserves, and `%`, which announces an encoded byte. */
const UNSAFE = /[\p{Cc}%\\:*?"<>|]/gu;

/**
 * The file under a bucket's directory where people find the object of this key: the key itself, as far as a file
 * system can hold it. No key leads out of the directory.
 */
export function readablePath(key: string): string {
  return key.split('/').map(fileName).join('/');
}

/** The file for a key whose readable path another object's file or directory has taken. */
export function fallbackPath(key: string): string {
  return `%taken/${hash(key)}`;
}

function fileName(segment: string): string {
  const safe = segment.replace(UNSAFE, percentEncoded).replace(/^$/, '%').replace(/[. ]$/, percentEncoded);
  if (Buffer.byteLength(safe) <= MAX_NAME_BYTES) return safe;
  const start = Buffer.from(safe)
    .subarray(0, MAX_NAME_BYTES)
    .toString()
    .replace(/\uFFFD$/, '');
  return `${start}%${hash(segment).slice(0, 16)}`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
