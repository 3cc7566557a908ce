import { createHash } from 'node:crypto';

/**
 * Names an article after its one address (see `identityUrl`). Change this and every article is new again.
 *
 * @returns 16 hexadecimal digits
 */
export function articleId(identityUrl: string): string {
  return digest(identityUrl).slice(0, 16);
}

/**
 * Names a feed's item after the feed and the item's key.
 *
 * @returns 24 hexadecimal digits
 */
export function itemId(feedId: string, key: string): string {
  return digest(`${feedId}\n${key}`).slice(0, 24);
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits: the name texts are stored under. */
export function textHash(text: string): string {
  return digest(text);
}

function digest(value: string): string {
  return createHash('sha256').update(value, 'utf8').digest('hex');
}
