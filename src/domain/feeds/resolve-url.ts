/**
 * Resolves a reference that a feed makes against the address it stands under.
 *
 * @param bases addresses from the outermost (the feed's own) to the innermost `xml:base`; each may be relative
 *   to the one before it, and one that makes no sense is passed over
 * @returns the absolute address, or undefined when there is none
 * @see XML Base, section 4; RFC 3986, section 5
 */
export function resolveUrl(
  reference: string | undefined,
  bases: readonly (string | undefined)[],
): string | undefined {
  const written = reference?.trim();
  if (!written) return undefined;
  const base = baseUrl(bases);
  const resolved = URL.parse(written, base);
  return resolved === null ? undefined : unchangedIfAbsolute(written, resolved);
}

/** The one base that a chain of bases amounts to; undefined when none of them is absolute. */
export function baseUrl(bases: readonly (string | undefined)[]): string | undefined {
  let current: string | undefined;
  for (const base of bases) {
    const next = base === undefined ? null : URL.parse(base.trim(), current);
    if (next !== null) current = next.href;
  }
  return current;
}

/** Whether an address leads to a page: `http:` or `https:`, in any case. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\/[^/]/i.test(url);
}

/** An address that is absolute already is kept letter by letter, since publishers compare it so. */
function unchangedIfAbsolute(written: string, resolved: URL): string {
  return /^[a-z][a-z\d+.-]*:\/\/[^\s\\]+$/i.test(written) ? written : resolved.href;
}
