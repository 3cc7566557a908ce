import { decodeHTML } from 'entities';
import { findArticleObject, parseJsonLd } from '../articles/metadata/json-ld.ts';
import { readStatedBody } from '../articles/page-hints.ts';
import { textOf } from '../articles/page-tree.ts';
import { readPage } from '../articles/read-page.ts';
import type { Topic } from '../topics/topic.ts';
import { GateWatch } from './could-be-relevant.ts';
import { endOfMarkup, endOfTag, tagNameAt } from './skip-markup.ts';

const LESS_THAN = 0x3c;

/** Elements whose content is no markup, and which extraction drops with all they hold. */
const UNREAD_ELEMENTS: ReadonlySet<string> = new Set([
  'iframe',
  'noframes',
  'script',
  'style',
  'textarea',
  'title',
]);
/** Other elements whose content is no markup (HTML Standard, 13.2.6.4.7): pages hardly ever have them. */
const RAW_ELEMENTS: ReadonlySet<string> = new Set(['noembed', 'plaintext', 'xmp']);
/** Inside these, content that is no markup elsewhere is markup (HTML Standard, 13.2.6.5). */
const FOREIGN_ELEMENTS: ReadonlySet<string> = new Set(['math', 'svg']);
/** Extraction drops these with what they hold: a word goes on behind them. */
const DROPPED_ELEMENTS: ReadonlySet<string> = new Set([
  'audio',
  'canvas',
  'datalist',
  'noscript',
  'object',
  'picture',
  'select',
  'svg',
  'template',
  'video',
]);
const FOREIGN_EXITS: ReadonlySet<string> = new Set(['annotation-xml', 'desc', 'foreignobject']);

/**
 * Whether extraction could find an article in this page that `understandArticle` calls relevant.
 *
 * It reads what extraction reads: text outside tags, comments, scripts and style sheets, with entities decoded, and
 * the article's text in JSON-LD. Text that extraction would leave out is read as well, so it says yes too often and
 * never no too often. Where a page's markup is so odd that skipping it is not certain, the page is read as extraction
 * reads it (docs/decisions/0132-scan-pages-before-parsing.md).
 *
 * @param html a page's or a feed's HTML, decoded
 */
export function pageCouldBeRelevant(html: string, topic: Pick<Topic, 'gate'>): boolean {
  const scan = new PageScan(html, topic);
  return scan.run() ?? readsAsRelevant(html, topic);
}

class PageScan {
  private readonly html: string;
  private readonly watch: GateWatch;
  private readonly topic: Pick<Topic, 'gate'>;
  private readonly jsonLd: string[] = [];
  private foreignDepth = 0;
  private dropped: { readonly tag: string; readonly place: number } | undefined;

  constructor(html: string, topic: Pick<Topic, 'gate'>) {
    this.html = html;
    this.topic = topic;
    this.watch = new GateWatch(topic.gate);
  }

  /** @returns `undefined` where the markup is too odd to be skipped with certainty */
  run(): boolean | undefined {
    const { html, watch } = this;
    for (let at = 0; at < html.length; ) {
      const end = watch.readToMarkup(html, at);
      if (watch.isOpen()) return true;
      if (end === html.length) break;
      const next = html.charCodeAt(end) === LESS_THAN ? this.skipMarkup(end) : this.readEntity(end);
      if (next === undefined) return undefined;
      at = next;
    }
    if (this.foreignDepth > 0) return undefined;
    return watch.isOpen() || statesRelevantBody(this.jsonLd, this.topic);
  }

  /** @returns where text goes on */
  private skipMarkup(at: number): number | undefined {
    const { html } = this;
    const name = tagNameAt(html, at);
    if (name === '') return this.skipOther(at);
    const end = endOfTag(html, at + 1 + name.length);
    const tag = name.toLowerCase();
    if (DROPPED_ELEMENTS.has(tag) && !/shadowrootmode/i.test(html.slice(at, end))) {
      this.dropped ??= { tag, place: this.watch.place() };
    }
    if (FOREIGN_ELEMENTS.has(tag)) {
      if (html[end - 2] !== '/') this.foreignDepth += 1;
      // In `a=b/>` the slash belongs to the value.
      else if (!/[\s"']\/>$|^<\w+\/>$/.test(html.slice(at, end))) return undefined;
      return end;
    }
    if (this.foreignDepth > 0) return this.isCertainInForeign(tag) ? end : undefined;
    if (UNREAD_ELEMENTS.has(tag)) return this.skipContent(tag, at, end);
    return RAW_ELEMENTS.has(tag) ? undefined : end;
  }

  private isCertainInForeign(tag: string): boolean {
    if (tag === 'title') return true;
    return !UNREAD_ELEMENTS.has(tag) && !RAW_ELEMENTS.has(tag) && !FOREIGN_EXITS.has(tag);
  }

  /** Closing tags, comments, declarations, and a `<` that is only a character. */
  private skipOther(at: number): number | undefined {
    const { html } = this;
    if (html.startsWith('<![CDATA[', at)) return undefined;
    if (html.charCodeAt(at + 1) === 0x2f) {
      const name = tagNameAt(html, at + 1).toLowerCase();
      if (this.foreignDepth > 0 && FOREIGN_ELEMENTS.has(name)) this.foreignDepth -= 1;
      if (this.dropped?.tag === name) {
        this.watch.returnTo(this.dropped.place);
        this.dropped = undefined;
      }
    }
    const end = endOfMarkup(html, at);
    if (end === at + 1) this.watch.readGap();
    return end;
  }

  private skipContent(tag: string, at: number, contentStart: number): number {
    const { html } = this;
    const contentEnd = findClosingTag(html, tag, contentStart);
    if (tag === 'script' && /json|&/i.test(html.slice(at, contentStart))) {
      this.jsonLd.push(html.slice(contentStart, contentEnd));
    }
    return contentEnd;
  }

  private readEntity(at: number): number {
    const { html, watch } = this;
    let end = at + 1;
    while (isEntityCharacter(html.charCodeAt(end))) end += 1;
    if (html.charCodeAt(end) === 0x3b) end += 1;
    watch.read(decodeEntity(html.slice(at, end)));
    return end;
  }
}

/** A page uses a few entities many times. */
const decodedEntities = new Map<string, string>();
const MAX_KEPT_ENTITIES = 500;

function decodeEntity(entity: string): string {
  let decoded = decodedEntities.get(entity);
  if (decoded === undefined) {
    decoded = decodeHTML(entity);
    if (decodedEntities.size < MAX_KEPT_ENTITIES && entity.length < 16) decodedEntities.set(entity, decoded);
  }
  return decoded;
}

/** Position of the `</tag` that ends raw content, or the end of the page. */
function findClosingTag(html: string, tag: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    const after = html.charCodeAt(at + 2 + tag.length);
    const isEnd = after <= 0x20 || after === 0x2f || after === 0x3e;
    if (isEnd && html.slice(at + 2, at + 2 + tag.length).toLowerCase() === tag) return at;
  }
  return html.length;
}

function isEntityCharacter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x23;
}

function statesRelevantBody(jsonLd: readonly string[], topic: Pick<Topic, 'gate'>): boolean {
  if (jsonLd.length === 0) return false;
  const article = findArticleObject(parseJsonLd(jsonLd));
  return isRelevantText(
    readStatedBody(article?.['articleBody']).map(({ text }) => text),
    topic,
  );
}

function readsAsRelevant(html: string, topic: Pick<Topic, 'gate'>): boolean {
  const page = readPage(html);
  return isRelevantText([textOf(page.body)], topic) || statesRelevantBody(page.jsonLd, topic);
}

function isRelevantText(texts: readonly string[], topic: Pick<Topic, 'gate'>): boolean {
  const watch = new GateWatch(topic.gate);
  for (const text of texts) watch.read(text);
  return watch.isOpen();
}
