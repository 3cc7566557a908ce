import { isAddress, isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** Octets that RFC 9110 section 4.1 asks everybody to support in an address; longer ones are somebody's mistake. */
export const MAX_URL_LENGTH = 8_000;

/** Where the web is served from. Other ports belong to other protocols, which a request must not be sent to. */
export const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443];

/** Names that mean this machine or the network around it, whatever a resolver makes of them. */
const LOCAL_SUFFIXES: readonly string[] = [
  'corp', // ICANN resolution 2018.02.04.12: never delegated, because private networks use it
  'home', // the same
  'home.arpa', // RFC 8375
  'internal', // ICANN resolution 2024.07.29.06: reserved for private use
  'lan', // widespread in routers
  'local', // RFC 6762
  'localdomain', // widespread in hosts files
  'localhost', // RFC 6761 section 6.3
  'mail', // ICANN resolution 2018.02.04.12
];

export interface UrlRules {
  /** Lets loopback hosts pass, on any port. For tests. */
  readonly allowLoopback: boolean;
}

export type UrlVerdict =
  | { readonly kind: 'fetchable'; readonly url: URL }
  | {
      readonly kind: 'refused';
      readonly reason: 'bad-url' | 'address-not-allowed';
      readonly message: string;
    };

/**
 * Decides from the address alone whether a request may be made at all. The fragment is dropped: it is not sent.
 * What a host name resolves to is not known here, and is checked again when the socket is opened.
 *
 * The URL parser of the WHATWG rewrites decimal, octal and hexadecimal hosts to four decimal parts before they are
 * judged, so that `http://2130706433/` is seen as what it is.
 *
 * @param base the address that redirected here, for a relative `text`
 */
export function checkUrl(text: string, rules: UrlRules, base?: URL): UrlVerdict {
  if (text.length > MAX_URL_LENGTH) return badUrl(`the address is longer than ${MAX_URL_LENGTH} characters`);
  const url = URL.parse(text, base?.href);
  if (url === null) return badUrl('the address is not a URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return badUrl('the address is neither http nor https');
  }
  if (url.username !== '' || url.password !== '')
    return badUrl('the address carries a user name or password');
  url.hash = '';
  return checkHost(url, rules);
}

function checkHost(url: URL, rules: UrlRules): UrlVerdict {
  const host = hostName(url);
  if (rules.allowLoopback && (host === 'localhost' || isLoopbackAddress(host)))
    return { kind: 'fetchable', url };
  const isAllowed = isAddress(host) ? isPublicAddress(host) : isPublicName(host);
  if (!isAllowed) return notAllowed('the host is not on the public internet');
  const port = url.port === '' ? undefined : Number(url.port);
  if (port !== undefined && !WEB_PORTS.includes(port))
    return notAllowed(`port ${port} is not one of the web`);
  return { kind: 'fetchable', url };
}

/** The host as a resolver or an address parser reads it: no brackets, no dot at the end. */
function hostName(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** A name with a dot, and not of a local network. A single label is completed with the search domain of the machine. */
function isPublicName(host: string): boolean {
  if (!host.includes('.')) return false;
  return !LOCAL_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`) || host === suffix);
}

function badUrl(message: string): UrlVerdict {
  return { kind: 'refused', reason: 'bad-url', message };
}

function notAllowed(message: string): UrlVerdict {
  return { kind: 'refused', reason: 'address-not-allowed', message };
}
