import addressparser from 'nodemailer/lib/addressparser';
import { SesError } from './ses-error.ts';

const MAX_LOCAL_PART_LENGTH = 64;

/** An address taken apart: `Reader One <reader@example.com>`. */
export interface MailAddress {
  /** As it was given, with its display name. */
  readonly given: string;
  readonly address: string;
  /** In front of the @, without a label behind `+`. */
  readonly mailbox: string;
}

/**
 * Reads one address the way the service does, which takes nothing but ASCII outside a display name.
 *
 * @throws SesError in the service's words where it would refuse the address
 */
export function parseMailAddress(given: string): MailAddress {
  const [first, second] = parseMailAddresses(given);
  if (!first || second || !isWritten(given, first.address)) throw new SesError(`Illegal address: ${given}`);
  return { ...first, given };
}

/** The parser forgives much: what it takes for a display name may be a piece of a broken address, or a second line. */
function isWritten(given: string, address: string): boolean {
  if (/\p{Cc}/u.test(given)) return false;
  return given.trim() === address || given.trim().endsWith(`<${address}>`);
}

/** Reads the addresses of a `To` header. */
export function parseMailAddresses(header: string): MailAddress[] {
  return addressparser(header, { flatten: true }).map(({ address }) => toMailAddress(address));
}

function toMailAddress(address: string): MailAddress {
  const at = address.lastIndexOf('@');
  if (at < 0) throw new SesError(`Missing final '@domain': ${address}`);
  assertLocalPart(address.slice(0, at));
  assertDomain(address.slice(at + 1));
  const [mailbox = ''] = address.slice(0, at).split('+');
  return { given: address, address, mailbox: mailbox.toLowerCase() };
}

function assertLocalPart(local: string): void {
  if (local === '') throw new SesError('Missing local part before the @.');
  if (local.length > MAX_LOCAL_PART_LENGTH) throw new SesError('Local part is longer than 64 characters.');
  if (!/^[\u0021-\u007e]+$/.test(local) || /[()<>,;:\\"[\]@]/.test(local)) {
    throw new SesError('Local address contains control or whitespace, or characters that are not allowed.');
  }
  if (/^\.|\.\.|\.$/.test(local))
    throw new SesError('Local address starts or ends with a dot, or has two together.');
}

function assertDomain(domain: string): void {
  const labels = domain.split('.');
  const isHostName = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
  if (labels.length < 2 || !isHostName) throw new SesError(`Domain is not valid: ${domain}`);
}
