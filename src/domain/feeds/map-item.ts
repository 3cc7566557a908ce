import { createHash } from 'node:crypto';
import type { Enclosure, FeedItem } from './feed.ts';
import { findFeedDate } from './feed-date.ts';
import { authorOfItem } from './item-author.ts';
import { categoriesOfItem } from './item-categories.ts';
import { mediaElements } from './media-elements.ts';
import type { FieldReader } from './read-fields.ts';
import { isWebUrl } from './resolve-url.ts';
import { attributeOf, childrenOf, textOf, type XmlElement, type XmlNode } from './xml-node.ts';

/** Gives the raw nodes of one item their meaning. */
export function mapItem(item: XmlElement, outer: FieldReader): FeedItem {
  const reader = outer.inside(attributesOnly(item));
  const link = linkOfItem(item, reader);
  const title = reader.title(item) ?? mediaField(item, (node) => reader.title(node, 'f.media-title'));
  const bodies = bodiesOfItem(item, reader);
  const updated = reader.date(item, 'f.updated') ?? findFeedDate([rawAttribute(item, 'lastmod') ?? '']);
  const published = reader.date(item, 'f.published') ?? updated ?? reader.date(item, 'f.created');
  const substitute = () => link ?? hashOf(title, published, bodies.content ?? bodies.summary);
  return {
    ...identifiersOf(item, reader, substitute),
    title,
    link,
    published,
    updated,
    ...bodies,
    author: authorOfItem(item, reader),
    categories: categoriesOfItem(item, reader),
    language: reader.text(item, 'f.language') ?? (rawAttribute(item, 'xml:lang') || undefined),
    enclosures: enclosuresOfItem(item, reader),
  };
}

/** rss-parser hands the attributes of an item over under `$`, as xml2js does. */
function attributesOnly(item: XmlElement): XmlElement {
  return item.$ === undefined ? {} : { $: item.$ };
}

function rawAttribute(item: XmlElement, name: string): string | undefined {
  return attributeOf(attributesOnly(item), name);
}

/** The last identifier that the item has, else its name in RDF. A `guid` that says so is a name and no address. */
function identifiersOf(
  item: XmlElement,
  reader: FieldReader,
  substitute: () => string,
): Pick<FeedItem, 'id' | 'key'> {
  const node = childrenOf(item, 'f.id').findLast((child) => reader.textOfNode(child) !== undefined);
  const key = reader.textOfNode(node) ?? (rawAttribute(item, 'about') || substitute());
  const mayBeAddress = node !== undefined && attributeOf(node, 'ispermalink')?.toLowerCase() !== 'false';
  return { key, id: mayBeAddress ? reader.identifier(key, node) : key };
}

/** The page's address: a link, else an identifier that is one, else the `href` that CDF has on its items. */
function linkOfItem(item: XmlElement, reader: FieldReader): string | undefined {
  const link = reader.siteLink(item);
  if (link !== undefined) return link;
  for (const node of childrenOf(item, 'f.id')) {
    const url = reader.url(permalink(node, reader), node);
    if (url !== undefined && isWebUrl(url)) return url;
  }
  const url = reader.url(rawAttribute(item, 'href'), '');
  return url !== undefined && isWebUrl(url) ? url : undefined;
}

/**
 * RSS 2.0, `<guid>`: it is an address unless `isPermaLink` is "false". Many publishers leave the attribute out
 * and put a number or a hash there, so what has no slash is not taken for an address.
 */
function permalink(node: XmlNode, reader: FieldReader): string | undefined {
  const declared = attributeOf(node, 'ispermalink')?.toLowerCase();
  const text = reader.textOfNode(node);
  if (text === undefined || declared === 'false' || /\s/.test(text)) return undefined;
  return declared === 'true' || text.includes('/') ? text : undefined;
}

function hashOf(...parts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** Summaries in the order in which they are trusted to be one. */
const SUMMARY_FIELDS = ['f.description', 'f.summary', 'f.abstract', 'f.itunes-summary'];

const CONTENT_FIELDS = ['f.encoded', 'f.content', 'f.body'];

/** Where an item has two summaries and no body, a publisher has put the body into the longer one. */
function bodiesOfItem(item: XmlElement, reader: FieldReader): Pick<FeedItem, 'content' | 'summary'> {
  const [content] = reader.bodies(item, CONTENT_FIELDS);
  const [summary, ...others] = reader.bodies(item, SUMMARY_FIELDS);
  const [longest] = others.toSorted((one, other) => other.length - one.length);
  const isBody = longest !== undefined && summary !== undefined && longest.length >= summary.length;
  return {
    summary: summary ?? mediaField(item, (node) => reader.bodies(node, ['f.media-description'])[0]),
    content: content ?? (isBody ? longest : undefined),
  };
}

/** A field of Media RSS, from the item itself or from the first of its media that has one. */
function mediaField<T>(item: XmlElement, read: (parent: XmlElement) => T | undefined): T | undefined {
  for (const parent of [item, ...mediaElements(item)]) {
    const found = typeof parent === 'string' ? undefined : read(parent);
    if (found !== undefined) return found;
  }
  return undefined;
}

function enclosuresOfItem(item: XmlElement, reader: FieldReader): Enclosure[] {
  const links = childrenOf(item, 'f.link').filter(
    (node) => attributeOf(node, 'rel')?.toLowerCase() === 'enclosure',
  );
  const nodes = [...childrenOf(item, 'f.enclosure'), ...links];
  return nodes.flatMap((node) => {
    const reference = attributeOf(node, 'url') ?? attributeOf(node, 'href') ?? textOf(node);
    const url = reader.url(reference, node);
    if (url === undefined || !isWebUrl(url)) return [];
    const length = Number(attributeOf(node, 'length'));
    return [
      { url, type: attributeOf(node, 'type') || undefined, lengthBytes: length > 0 ? length : undefined },
    ];
  });
}
