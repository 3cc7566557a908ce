import { createHash } from 'node:crypto';

/**
 * Names a subscriber after the address, so that adding it twice is one row. Addresses are compared without case.
 *
 * @returns 16 hexadecimal digits
 */
export function subscriberId(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase(), 'utf8').digest('hex').slice(0, 16);
}
