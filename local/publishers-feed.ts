import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { byNewest, type Item, type Publisher, publishedAt } from './publishers-model.ts';
import { pageUrl, renderFeedContent } from './publishers-page.ts';
import { escapeMarkup } from './publishers-template.ts';

/** Feeds list this many items at most, the newest first. */
export const FEED_ITEM_LIMIT = 20;

export interface RenderedFeed {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly etag: string;
  /** IMF-fixdate of the newest item, RFC 9110 section 5.6.7. */
  readonly lastModified: string;
}

/** A publisher's feed as it stood at `now`. */
export function renderFeed(publisher: Publisher, now: Date): RenderedFeed {
  const items = publisher.items
    .filter((item) => Date.parse(item.published) <= now.getTime())
    .sort(byNewest)
    .slice(0, FEED_ITEM_LIMIT);
  const { document, encoding, contentType } = FORMATS[publisher.feedFormat](publisher, items);
  const bytes = iconv.encode(document, encoding);
  return {
    bytes,
    contentType,
    etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`,
    lastModified: new Date(items[0]?.published ?? 0).toUTCString(),
  };
}

interface FeedDocument {
  readonly document: string;
  readonly encoding: string;
  readonly contentType: string;
}

type FeedFormat = (publisher: Publisher, items: readonly Item[]) => FeedDocument;

const FORMATS: Record<Publisher['feedFormat'], FeedFormat> = {
  atom: atomFeed,
  rdf: rdfFeed,
  'rss-content': rssWithContent,
  'rss-quirks': rssWithQuirks,
  'rss-summary': rssWithSummaries,
};

/** RSS 2.0 as blog software writes it: whole bodies in content:encoded, numbered guids, comment counts. */
function rssWithContent(publisher: Publisher, items: readonly Item[]): FeedDocument {
  const entries = items.map(
    (item) => `	<item>
		<title>${escapeMarkup(item.title)}</title>
		<link>${escapeMarkup(feedLink(publisher, item))}</link>
		<comments>${escapeMarkup(`${pageUrl(publisher, item)}#respond`)}</comments>
		<dc:creator>${cdata(item.author || publisher.name)}</dc:creator>
${datedLine(item, `		<pubDate>${rfc822(item)}</pubDate>\n`)}${item.tags.map((tag) => `		<category>${cdata(tag)}</category>\n`).join('')}		<guid isPermaLink="false">${escapeMarkup(item.guid)}</guid>
		<description>${cdata(`<p>${escapeMarkup(item.summary)}</p>\n<p>The post <a href="${pageUrl(publisher, item)}">${escapeMarkup(item.title)}</a> appeared first on <a href="https://${publisher.host}">${escapeMarkup(publisher.name)}</a>.</p>`)}</description>
		<content:encoded>${cdata(renderFeedContent(item))}</content:encoded>
		<slash:comments>0</slash:comments>
	</item>`,
  );
  const document = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
	<title>${escapeMarkup(publisher.name)}</title>
	<atom:link href="${feedUrl(publisher)}" rel="self" type="application/rss+xml" />
	<link>https://${publisher.host}</link>
	<description>${escapeMarkup(publisher.tagline)}</description>
	<language>en-US</language>
	<sy:updatePeriod>hourly</sy:updatePeriod>
	<sy:updateFrequency>1</sy:updateFrequency>
${entries.join('\n')}
</channel>
</rss>
`;
  return { document, encoding: 'utf8', contentType: 'application/rss+xml; charset=UTF-8' };
}

/** RSS 2.0 with one-sentence descriptions, permalink guids and an image enclosure. */
function rssWithSummaries(publisher: Publisher, items: readonly Item[]): FeedDocument {
  const entries = items.map(
    (item) => `<item>
<title>${escapeMarkup(item.title)}</title>
<description>${escapeMarkup(item.summary)}</description>
<link>${escapeMarkup(feedLink(publisher, item))}</link>
<guid${item.guid.startsWith('http') ? '' : ' isPermaLink="false"'}>${escapeMarkup(item.guid)}</guid>
${datedLine(item, `<pubDate>${rfc822(item)}</pubDate>\n`)}<category>${escapeMarkup(item.section)}</category>
<author>noreply@${publisher.host} (${escapeMarkup(item.author || publisher.name)})</author>
<enclosure url="https://${publisher.host}/img/${item.id}_w800_h450.jpg" length="${String(40_000 + item.title.length * 97)}" type="image/jpeg"/>
</item>`,
  );
  const document = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escapeMarkup(publisher.name)}</title>
<link>https://${publisher.host}</link>
<description>${escapeMarkup(publisher.tagline)}</description>
<image><url>https://${publisher.host}/img/logo.png</url><title>${escapeMarkup(publisher.name)}</title><link>https://${publisher.host}</link></image>
<language>${publisher.language}</language>
<copyright>${new Date(items[0]?.published ?? 0).getUTCFullYear()} - ${escapeMarkup(publisher.shortName)}</copyright>
<ttl>60</ttl>
<atom:link href="${feedUrl(publisher)}" rel="self" type="application/rss+xml"/>
${entries.join('\n')}
</channel></rss>
`;
  return { document, encoding: 'utf8', contentType: 'application/rss+xml; charset=utf-8' };
}

/** Atom 1.0 (RFC 4287): relative links below an xml:base, HTML summaries, `updated` beside `published`. */
function atomFeed(publisher: Publisher, items: readonly Item[]): FeedDocument {
  const entries = items.map(
    (item) => `  <entry>
    <title type="html">${escapeMarkup(escapeMarkup(item.title))}</title>
    <link rel="alternate" type="text/html" href="${escapeMarkup(linkOnHost(item))}"/>
    <id>${escapeMarkup(item.guid)}</id>
${datedLine(item, `    <published>${publishedAt(item)}</published>\n    <updated>${publishedAt(item)}</updated>\n`)}${item.author === '' ? '' : `    <author><name>${escapeMarkup(item.author)}</name></author>\n`}    <category term="${escapeMarkup(item.section)}"/>
    <summary type="html">${escapeMarkup(`<p>${escapeMarkup(item.summary)}</p>`)}</summary>
  </entry>`,
  );
  const document = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${publisher.language}" xml:base="https://${publisher.host}/">
  <title>${escapeMarkup(publisher.name)}</title>
  <subtitle>${escapeMarkup(publisher.tagline)}</subtitle>
  <id>https://${publisher.host}/</id>
  <link rel="self" href="${publisher.feedPath}"/>
  <link rel="alternate" type="text/html" href="/"/>
  <updated>${new Date(items[0]?.published ?? 0).toISOString()}</updated>
  <author><name>${escapeMarkup(publisher.name)}</name></author>
${entries.join('\n')}
</feed>
`;
  return { document, encoding: 'utf8', contentType: 'application/atom+xml; charset=utf-8' };
}

/** RSS 1.0: items beside the channel, identified by rdf:about, dated in Dublin Core. */
function rdfFeed(publisher: Publisher, items: readonly Item[]): FeedDocument {
  const entries = items.map(
    (item) => `<item rdf:about="${escapeMarkup(item.guid)}">
  <title>${escapeMarkup(item.title)}</title>
  <link>${escapeMarkup(feedLink(publisher, item))}</link>
  <description>${escapeMarkup(item.summary)}</description>
${item.author === '' ? '' : `  <dc:creator>${escapeMarkup(item.author)}</dc:creator>\n`}${datedLine(item, `  <dc:date>${item.published}</dc:date>\n`)}  <dc:subject>${escapeMarkup(item.section)}</dc:subject>
</item>`,
  );
  const document = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${feedUrl(publisher)}">
  <title>${escapeMarkup(publisher.name)}</title>
  <link>https://${publisher.host}/</link>
  <description>${escapeMarkup(publisher.tagline)}</description>
  <dc:language>${publisher.language}</dc:language>
  <items><rdf:Seq>${items.map((item) => `<rdf:li rdf:resource="${escapeMarkup(item.guid)}"/>`).join('')}</rdf:Seq></items>
</channel>
${entries.join('\n')}
</rdf:RDF>
`;
  return { document, encoding: 'utf8', contentType: 'application/rdf+xml' };
}

/**
 * RSS 2.0 with what old newsroom software does to it: windows-1251 that only the XML declaration names, CDATA around
 * everything, no guid, links padded with white space, a non-standard full-text element and an empty author.
 */
function rssWithQuirks(publisher: Publisher, items: readonly Item[]): FeedDocument {
  const entries = items.map(
    (item) => `<item>
<title>${cdata(item.title)}</title>
<link>
${escapeMarkup(feedLink(publisher, item))}
</link>
<description>${cdata(`${item.summary}<br clear="all">`)}</description>
<author></author>
<category>${cdata(item.section)}</category>
${datedLine(item, `<pubDate>${rfc822(item)}</pubDate>\n`)}<fulltext>${cdata(item.summary)}</fulltext>
</item>`,
  );
  const document = `<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0"><channel>
<title>${cdata(publisher.name)}</title>
<link>https://${publisher.host}/</link>
<description>${cdata(publisher.tagline)}</description>
<language>${publisher.language}</language>
<lastBuildDate>${items[0] === undefined ? '' : rfc822(items[0])}</lastBuildDate>
${entries.join('\n')}
</channel></rss>
`;
  return { document, encoding: 'windows-1251', contentType: 'text/xml' };
}

function feedUrl(publisher: Publisher): string {
  return `https://${publisher.host}${publisher.feedPath}`;
}

function feedLink(publisher: Publisher, item: Item): string {
  return `https://${publisher.host}${linkOnHost(item)}`;
}

function linkOnHost(item: Item): string {
  const query = item.feedQuery === undefined ? '' : `?${item.feedQuery}`;
  return `${item.feedPath ?? item.path}${query}`;
}

function datedLine(item: Item, line: string): string {
  return item.feedDate === 'missing' ? '' : line;
}

/** RFC 822 with the publisher's own offset, as most RSS feeds write it. */
function rfc822(item: Item): string {
  const match = /([+-]\d\d):(\d\d)$/.exec(item.published);
  const offset = `${match?.[1] ?? '+00'}${match?.[2] ?? '00'}`;
  const localAsUtc = new Date(`${item.published.slice(0, 16)}:00Z`).toUTCString();
  return localAsUtc.replace('GMT', offset);
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
