import type { ParsedFeed } from './feed.ts';
import { mapItem } from './map-item.ts';
import { FieldReader } from './read-fields.ts';
import type { RawFeed } from './read-xml.ts';
import { innerBase, isWebUrl } from './resolve-url.ts';
import { attributeOf, childrenOf, textOf } from './xml-node.ts';

const MINUTES_PER: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

export interface MappingContext {
  /** Where the feed was fetched from. */
  readonly url: string;
  /** Whether its bytes were UTF-8, and so may have been encoded twice. */
  readonly fromUtf8: boolean;
}

/** Gives the raw nodes of a feed their meaning. `repairs` is left to the caller. */
export function mapFeed(raw: RawFeed, context: MappingContext): Omit<ParsedFeed, 'repairs'> {
  const reader = new FieldReader({
    format: raw.format,
    fromUtf8: context.fromUtf8,
    authorFields: raw.authorFields,
    base: innerBase(innerBase(context.url, raw.rootAttributes['xml:base']), baseOfChannel(raw)),
  });
  const language = reader.text(raw.channel, 'f.language') ?? languageTag(raw);
  return {
    title: reader.title(raw.channel),
    link: reader.siteLink(raw.channel),
    language,
    ttlMinutes: positiveNumber(reader.text(raw.channel, 'f.ttl')),
    updateEveryMinutes: updateEveryMinutes(reader, raw),
    hubUrl: hubUrl(raw),
    items: raw.items.map((item) => mapItem(item, reader)),
  };
}

function channelAttribute(raw: RawFeed, name: string): string | undefined {
  return attributeOf(raw.channel, name);
}

/** Of an Atom feed, the channel is the root itself, whose base must not count twice. */
function baseOfChannel(raw: RawFeed): string | undefined {
  return raw.format === 'atom' ? undefined : channelAttribute(raw, 'xml:base');
}

function languageTag(raw: RawFeed): string | undefined {
  const root = raw.rootAttributes;
  return channelAttribute(raw, 'xml:lang') || (root['xml:lang'] ?? root['lang'])?.trim() || undefined;
}

function updateEveryMinutes(reader: FieldReader, raw: RawFeed): number | undefined {
  const minutes = MINUTES_PER[reader.text(raw.channel, 'f.update-period')?.toLowerCase() ?? ''];
  const frequency = positiveNumber(reader.text(raw.channel, 'f.update-frequency')) ?? 1;
  return minutes === undefined ? undefined : minutes / frequency;
}

function hubUrl(raw: RawFeed): string | undefined {
  return childrenOf(raw.channel, 'f.link')
    .filter((link) => attributeOf(link, 'rel') === 'hub')
    .map((link) => attributeOf(link, 'href') ?? textOf(link).trim())
    .find(isWebUrl);
}

function positiveNumber(text: string | undefined): number | undefined {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) && value > 0 ? value : undefined;
}
