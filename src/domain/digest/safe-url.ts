/** Longer addresses are tracking or an attack; mail clients cut them. */
const MAX_URL_LENGTH = 1_000;

/**
 * The address if a reader may be sent there: absolute, http or https, without a user name in it.
 * @returns the address as the URL standard writes it (so without quotes, spaces or line breaks), or undefined
 */
export function safeUrl(address: string): string | undefined {
  if (address.length > MAX_URL_LENGTH || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return url.href.replaceAll("'", '%27');
}
