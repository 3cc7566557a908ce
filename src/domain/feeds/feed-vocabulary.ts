/**
 * The words of RSS 0.9x, 1.0, 1.1 and 2.0, Atom 0.3 and 1.0, and the extension modules that news feeds use,
 * brought under one name each. Everything behind the XML parser knows these names only.
 *
 * A name starts with `f.` so that rss-parser, which looks for `title`, `link`, `pubDate` and the like, finds
 * none of them and leaves the reading of fields to us (decision 0170).
 */
export type FieldName = `f.${string}`;

/** Elements that give a feed its shape. rss-parser needs them under these names. */
export type StructureName = 'channel' | 'entry' | 'feed' | 'item' | 'rdf:RDF' | 'rss';

/**
 * Namespace → module. `core` holds RSS and Atom themselves, whose element names do not clash.
 * Sorted; keys in lower case, since publishers vary the case.
 */
const MODULE_OF_NAMESPACE: Readonly<Record<string, string>> = {
  'http://blogs.law.harvard.edu/tech/rss': 'core',
  'http://channel.netscape.com/rdf/simple/0.9/': 'core',
  'http://my.netscape.com/rdf/simple/0.9/': 'core',
  'http://purl.org/atom/ns#': 'core',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/echo/': 'core',
  'http://purl.org/net/rss1.1#': 'core',
  'http://purl.org/pie/': 'core',
  'http://purl.org/rss/1.0/': 'core',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/rss091#': 'core',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/2005/atom': 'core',
};

/** Prefixes that are understood where a feed forgets to declare them. Sorted. */
const MODULE_OF_PREFIX: Readonly<Record<string, string>> = {
  a: 'core',
  atom: 'core',
  atom10: 'core',
  content: 'content',
  dc: 'dc',
  dcterms: 'dcterms',
  itunes: 'itunes',
  media: 'media',
  rdf: 'rdf',
  rss: 'core',
  sy: 'sy',
  xhtml: 'xhtml',
};

const STRUCTURE: Readonly<Record<string, StructureName>> = {
  'core:channel': 'channel',
  'core:entry': 'entry',
  'core:feed': 'feed',
  'core:item': 'item',
  'core:rss': 'rss',
  'rdf:rdf': 'rdf:RDF',
};

/** Module and element → field. Sorted; element names in lower case. */
const FIELDS: Readonly<Record<string, FieldName>> = {
  'content:encoded': 'f.encoded',
  'core:abstract': 'f.abstract',
  'core:author': 'f.author',
  'core:body': 'f.body',
  'core:category': 'f.category',
  'core:content': 'f.content',
  'core:created': 'f.created',
  'core:description': 'f.description',
  'core:email': 'f.email',
  'core:enclosure': 'f.enclosure',
  'core:fullitem': 'f.encoded',
  'core:guid': 'f.id',
  'core:id': 'f.id',
  'core:issued': 'f.published',
  'core:keywords': 'f.category',
  'core:language': 'f.language',
  'core:lastbuilddate': 'f.updated',
  'core:link': 'f.link',
  'core:managingeditor': 'f.author',
  'core:modified': 'f.updated',
  'core:name': 'f.name',
  'core:pubdate': 'f.published',
  'core:published': 'f.published',
  'core:summary': 'f.summary',
  'core:tags': 'f.keywords',
  'core:title': 'f.title',
  'core:ttl': 'f.ttl',
  'core:updated': 'f.updated',
  'dc:author': 'f.creator',
  'dc:creator': 'f.creator',
  'dc:date': 'f.updated',
  'dc:description': 'f.description',
  'dc:language': 'f.language',
  'dc:subject': 'f.category',
  'dc:title': 'f.title',
  'dcterms:created': 'f.created',
  'dcterms:issued': 'f.published',
  'dcterms:modified': 'f.updated',
  'itunes:author': 'f.itunes-author',
  'itunes:category': 'f.category',
  'itunes:keywords': 'f.keywords',
  'itunes:summary': 'f.itunes-summary',
  'media:category': 'f.category',
  'media:content': 'f.media-content',
  'media:description': 'f.media-description',
  'media:group': 'f.media-group',
  'media:keywords': 'f.keywords',
  'media:title': 'f.media-title',
  'sy:updatefrequency': 'f.update-frequency',
  'sy:updateperiod': 'f.update-period',
  'xhtml:body': 'f.body',
};

/** Fields whose content may be markup, escaped or not. */
export const MARKUP_FIELDS: ReadonlySet<string> = new Set<FieldName>([
  'f.abstract',
  'f.body',
  'f.content',
  'f.description',
  'f.encoded',
  'f.itunes-summary',
  'f.media-description',
  'f.media-title',
  'f.summary',
  'f.title',
]);

/** Fields that say who wrote an item. */
export const AUTHOR_FIELDS: ReadonlySet<string> = new Set<FieldName>([
  'f.author',
  'f.creator',
  'f.itunes-author',
]);

/** Fields whose children are fields again. */
export const CONTAINER_FIELDS: ReadonlySet<string> = new Set<FieldName>([
  'f.author',
  'f.category',
  'f.creator',
  'f.media-content',
  'f.media-group',
]);

/** What an element is to us: its field or structure name, or undefined when we have no use for it. */
export function meaningOfElement(module: string, localName: string): FieldName | StructureName | undefined {
  const name = `${module}:${localName.toLowerCase()}`;
  return ownValue(STRUCTURE, name) ?? ownValue(FIELDS, name);
}

/** Any Userland namespace is RSS 2.0; an unknown one counts as RSS or Atom where it is the default one. */
export function moduleOfNamespace(uri: string): string | undefined {
  const name = uri.trim().toLowerCase();
  if (name === '' || name.includes('backend.userland.com/rss')) return 'core';
  return ownValue(MODULE_OF_NAMESPACE, name);
}

/** The module that a prefix stands for by custom. */
export function moduleOfPrefix(prefix: string): string | undefined {
  return ownValue(MODULE_OF_PREFIX, prefix.toLowerCase());
}

/** `RDF:About` → `about`; `xml:base` keeps its prefix, since a plain `base` is something else. */
export function plainAttributeName(name: string): string {
  const lower = name.toLowerCase();
  if (lower.startsWith('xml')) return lower;
  return lower.slice(lower.indexOf(':') + 1);
}

function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
