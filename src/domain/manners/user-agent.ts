/** The name that a publisher writes into robots.txt to address us. */
export const PRODUCT_TOKEN = 'Caveat';

/**
 * The honest name under which every request is made: `Caveat/0.1.0 (+mailto:desk@newsroom.example)`.
 *
 * @param contact how a publisher reaches whoever runs this: an address of a page or a mailbox
 * @throws RangeError for a contact that a header cannot carry
 * @see RFC 9110 section 10.1.5
 */
export function userAgent(version: string, contact: string): string {
  const name = `${PRODUCT_TOKEN}/${version} (+${contact})`;
  if (!/^[\x20-\x7e]+$/.test(name) || /[()]/.test(contact)) {
    throw new RangeError('contact: use printable ASCII without parentheses, such as https://… or mailto:…');
  }
  return name;
}
