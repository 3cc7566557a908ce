import { html, type Markup, toHtmlString } from '../digest/html.ts';
import type { SiteFeed, SiteFeedEntry } from './site-feed.ts';

/** Not a character of XML 1.0 (section 2.2), and not among those that every text loses already. */
const NO_XML_CHARACTER = /[\ufffe\uffff]/gu;

/** The feed as Atom (RFC 4287). Addresses within the site are relative where nobody knows where it is read. */
export function writeAtomFeed(feed: SiteFeed): string {
  const home = feed.siteUrl ?? '';
  const document = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${feed.id}</id>
<title>${feed.title}</title>
<subtitle>${feed.description}</subtitle>
<updated>${feed.updated}</updated>
<author><name>Caveat</name></author>
<link rel="self" type="application/atom+xml" href="${home}${feed.file}.atom"/>
<link rel="alternate" type="text/html" href="${home}${feed.page}"/>
${feed.entries.map(writeEntry)}</feed>
`;
  return toHtmlString(document).replace(NO_XML_CHARACTER, '\ufffd');
}

/** With content of its own, an entry without an address needs no alternate link (RFC 4287, section 4.1.2). */
function writeEntry(entry: SiteFeedEntry): Markup {
  return html`<entry>
<id>${entry.id}</id>
<title>${entry.title}</title>
<published>${entry.published}</published>
<updated>${entry.updated}</updated>
<author><name>${entry.author}</name></author>
${entry.url !== undefined && html`<link rel="alternate" href="${entry.url}"/>\n`}<content type="text">${textOf(entry)}</content>
</entry>
`;
}

/** What an entry says, as plain text: our summary, then the article's own words. */
export function textOf({ summary, quotation }: SiteFeedEntry): string {
  return [summary, ...(quotation === undefined ? [] : [`“${quotation}”`])].join(' ');
}
