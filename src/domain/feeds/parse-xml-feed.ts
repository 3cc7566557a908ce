import type { ParsedFeed } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { MAX_DEPTH, MAX_ITEMS } from './feed-limits.ts';
import { MARKUP_FIELDS } from './feed-vocabulary.ts';
import { type MappingContext, mapFeed } from './map-feed.ts';
import { type RawFeed, readXml } from './read-xml.ts';
import { rewriteFeed } from './rewrite-feed.ts';
import { type MarkupSurvey, surveyMarkup } from './survey-markup.ts';
import { childrenOf, hasChildren, type XmlElement } from './xml-node.ts';

/** The start of a feed, after whatever a server has printed before it. */
const FEED_START = /<\?xml\s|<(?:[\w.-]+:)?(?:rss|feed|rdf|channel|entry|item)[\s>]/i;

/** An opening tag that only a feed has. */
const FEED_ROOT = /<(?:[\w.-]+:)?(?:rss|feed|rdf|channel|entry|item)[\s/>]/i;

/**
 * Reads an XML feed: as it is where that works, else written anew first.
 *
 * @throws FeedError when the document is no feed
 */
export async function parseXmlFeed(document: string, context: MappingContext): Promise<ParsedFeed> {
  if (!FEED_ROOT.test(document)) throw notAFeed(document, context.url);
  const start = document.search(FEED_START);
  const xml = start > 0 && !startsWithMarkup(document) ? document.slice(start) : document;
  const repairs = xml === document ? [] : ['dropped text before the document'];
  const survey = surveyMarkup(xml, MAX_ITEMS);
  const direct = await readDirectly(xml, survey);
  if (typeof direct !== 'string') return { ...mapFeed(direct, context), repairs };

  const rewritten = await readRewritten(xml, survey, context.url);
  return {
    ...mapFeed(rewritten.raw, context),
    repairs: [...repairs, ...(direct === '' ? [] : [direct]), ...rewritten.repairs],
  };
}

/** @returns the feed, or why it could not be read in this way; nothing to say ('') when that is no fault of it */
async function readDirectly(xml: string, survey: MarkupSurvey): Promise<RawFeed | string> {
  if (survey.deepest > MAX_DEPTH) return `flattened elements nested deeper than ${MAX_DEPTH}`;
  if (survey.costlyMarkup) return 'dropped markup that no feed needs';
  if (survey.limitEnd !== undefined || announcesXhtml(xml)) return '';
  try {
    const raw = await readXml(xml);
    const complete =
      raw.items.length === survey.itemCount && !raw.ambiguousPrefixes && !holdsInlineMarkup(raw);
    return complete ? raw : '';
  } catch (error) {
    return `mended markup: ${firstLine(error)}`;
  }
}

/** XHTML has to be rewritten anyway, so that reading it directly would be in vain. */
function announcesXhtml(xml: string): boolean {
  return xml.includes('xhtml') && /\stype\s*=\s*["'](?:application\/)?xhtml/i.test(xml);
}

async function readRewritten(
  xml: string,
  survey: MarkupSurvey,
  url: string,
): Promise<{ raw: RawFeed; repairs: string[] }> {
  const rewritten = rewriteFeed(survey.limitEnd === undefined ? xml : xml.slice(0, survey.limitEnd));
  const repairs = rewritten.cutOff ? ['dropped an item that was cut off'] : [];
  if (survey.limitEnd !== undefined) repairs.push(`kept the first ${MAX_ITEMS} of ${survey.itemCount} items`);
  try {
    return { raw: await readXml(rewritten.xml), repairs };
  } catch (cause) {
    throw new FeedError('malformed', `${url} is damaged beyond repair: ask the publisher`, { cause });
  }
}

function startsWithMarkup(document: string): boolean {
  return /^<(?:\?xml\s|!doctype\s+(?!html)|!--|(?:[\w.-]+:)?(?:rss|feed|rdf)[\s>])/i.test(document);
}

/** Whether a field holds elements, whose place among the words only a rewriting keeps. */
function holdsInlineMarkup(raw: RawFeed): boolean {
  const names = raw.fields.filter((name) => MARKUP_FIELDS.has(name));
  const hasMarkup = (parent: XmlElement) =>
    names.some((name) => childrenOf(parent, name).some((node) => hasChildren(node)));
  return hasMarkup(raw.channel) || raw.items.some(hasMarkup);
}

function notAFeed(document: string, url: string): FeedError {
  if (!/<html[\s>]|<!doctype\s+html|<body[\s>]/i.test(document)) {
    return new FeedError('not-a-feed', `${url} sent no feed: check the address`);
  }
  return new FeedError(
    'html-page',
    `${url} sent a web page instead of a feed: look in it for the feed's address`,
  );
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
