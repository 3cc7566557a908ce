/** An address that needs no parser to be seen as complete, as nearly all are. */
const PLAIN_WEB_URL = /^https?:\/\/[a-z\d][a-z\d.-]*(?:[/?#][!-[\]_a-z~]*)?$/i;

/** Longer addresses are hostile, and slow where thousands of links are resolved against one. */
const MAX_BASE_CHARACTERS = 2_048;

/**
 * Resolves a reference that a feed makes against the address it stands under.
 *
 * @param base an absolute address; see `innerBase`
 * @returns the absolute address, or undefined when there is none
 * @see RFC 3986, section 5
 */
export function resolveUrl(reference: string | undefined, base: string | undefined): string | undefined {
  const written = reference?.trim();
  if (!written) return undefined;
  if (PLAIN_WEB_URL.test(written)) return written;
  const resolved = URL.parse(written, base);
  return resolved === null ? undefined : unchangedIfAbsolute(written, resolved);
}

/**
 * Resolves an identifier that may be a relative address. It is compared and not fetched, so that its characters stay as
 * they are written, and what cannot be an address stays altogether.
 */
export function resolveIdentifier(written: string, base: string | undefined): string {
  if (base === undefined || /^[a-z][a-z\d+.-]*:/i.test(written)) return written;
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(written)) return URL.parse(written, base)?.href ?? written;
  const stem = URL.parse(stemOf(written), base);
  if (stem === null) return written;
  return written.startsWith('//') ? stem.protocol + written : stem.href + written.replace(/^[/?]/, '');
}

/** What of the base stays before a reference: all but the fragment, all but the query, the host, else the folder. */
function stemOf(reference: string): string {
  if (reference.startsWith('#')) return '';
  if (reference.startsWith('?')) return '?';
  return reference.startsWith('/') ? '/' : '.';
}

/**
 * The base address inside an element with an `xml:base`, which may itself be relative to the one outside. One
 * that makes no sense is passed over.
 *
 * @see XML Base, section 4
 */
export function innerBase(outer: string | undefined, xmlBase: string | undefined): string | undefined {
  if (xmlBase === undefined || xmlBase.length > MAX_BASE_CHARACTERS) return outer;
  const inner = URL.parse(xmlBase.trim(), outer);
  return inner !== null && inner.href.length <= MAX_BASE_CHARACTERS ? inner.href : outer;
}

/** Whether an address leads to a page: `http:` or `https:`, in any case. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\/[^/]/i.test(url);
}

/** An address that is absolute already is kept letter by letter, since publishers compare it so. */
function unchangedIfAbsolute(written: string, resolved: URL): string {
  return /^[a-z][a-z\d+.-]*:\/\/[^\s\\]+$/i.test(written) ? written : resolved.href;
}
