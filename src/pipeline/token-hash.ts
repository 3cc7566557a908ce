import { createHash } from 'node:crypto';

/** What is kept of a token: its SHA-256 alone, so that the table holds no secret. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
