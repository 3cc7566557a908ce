import { Parser } from 'htmlparser2';
import { decodeReferences } from './escape-stray-markup.ts';
import { resolveUrl } from './resolve-url.ts';

/** Attributes that hold one address. */
const LINK_ATTRIBUTES: ReadonlySet<string> = new Set(['cite', 'data', 'href', 'longdesc', 'poster', 'src']);

/** Something that may be a link to another place of the same site. A body without one is left alone. */
const RELATIVE_LINK =
  /(?<=\b(?:href|src|cite|data|poster|longdesc)\s{0,9})=\s{0,9}["']?(?![a-z][a-z\d+.-]*:|#|["'>\s])/i;

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/**
 * Makes the relative links of a body absolute, so that it can be read away from its feed. Everything else stays
 * as published, letter by letter.
 *
 * @param base see `resolveUrl`
 */
export function resolveBodyLinks(html: string, base: string | undefined): string {
  if (!RELATIVE_LINK.test(html)) return html;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, url } of findRelativeLinks(html, base)) {
    parts.push(html.slice(at, start), url);
    at = end;
  }
  return parts.join('') + html.slice(at);
}

function findRelativeLinks(html: string, base: string | undefined): Splice[] {
  const splices: Splice[] = [];
  const parser = new Parser(
    {
      onattribute: (name, value, quote) => {
        if (!LINK_ATTRIBUTES.has(name) || !isRelative(value)) return;
        const url = resolveUrl(decodeReferences(value), base);
        if (url === undefined) return;
        const start = html.indexOf(value, parser.startIndex + name.length);
        const written = url.replaceAll('&', '&amp;');
        splices.push({ start, end: start + value.length, url: quote ? written : `"${written}"` });
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  return splices;
}

function isRelative(reference: string): boolean {
  return !/^\s*(?:[a-z][a-z\d+.-]*:|#|$)/i.test(reference);
}
