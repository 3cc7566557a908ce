import { Parser } from 'htmlparser2';

import { forgetAnchor } from './heading-anchors.ts';
import { createElement, type PageElement } from './page-tree.ts';

/** A page after the one streaming pass over its source: a light tree, and what its head says. */
export interface Page {
  readonly body: PageElement;
  /** Text of the first `<title>`. */
  readonly title: string;
  /** `<meta>` by lower-case name, property, itemprop or http-equiv; the first value stands. */
  readonly meta: ReadonlyMap<string, string>;
  readonly links: readonly PageLink[];
  /** Sources of `application/ld+json` scripts, unparsed. */
  readonly jsonLd: readonly string[];
  /** Alternative texts and titles of pictures, which captions often repeat. */
  readonly pictureTexts: readonly string[];
  /** Text shown to a reader without JavaScript. */
  readonly noscriptText: string;
  readonly scriptCount: number;
  /** What was cut to keep time and memory bounded, in words for `notices`. */
  readonly cuts: readonly string[];
}

export interface PageLink {
  readonly rel: string;
  readonly href: string;
}

export const PAGE_LIMITS = {
  maxChars: 5_000_000,
  /** Real pages measured 10 to 60 deep; jsdom needs 16 s for 1,000 nested elements. */
  maxDepth: 200,
  maxElements: 20_000,
  /** A link may not be in a link; each that is makes a standard parser build the rest of the page anew. */
  maxLinksInLinks: 3,
  /** The longest articles have a tenth of it; what no reader would read is not worth a minute of work. */
  maxTextChars: 1_000_000,
  maxAttributeChars: 1_000,
  maxJsonLdChars: 1_000_000,
} as const;

const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'aria-hidden aria-modal class colspan content datetime dir hidden href id itemprop itemtype lang name property ' +
    'rel role rowspan summary title'
  ).split(' '),
);

/** Attributes that matter on elements that are dropped. */
const OPAQUE_ATTRIBUTES: ReadonlySet<string> = new Set(['alt', 'http-equiv', 'type']);

/** Elements dropped with all they hold: programs, style, pictures, embedded documents and form fields. */
const OPAQUE_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'applet area audio base canvas datalist embed frame frameset iframe img input link map meta noframes noscript ' +
    'object optgroup option param picture script select source style svg template textarea title track video'
  ).split(' '),
);

/** Opaque elements that a reader sees, and under which a caption may stand. */
const PICTURE_ELEMENTS: ReadonlySet<string> = new Set([
  'embed',
  'iframe',
  'img',
  'object',
  'picture',
  'video',
]);

/** Elements whose tags say nothing here; their content stays. */
const TRANSPARENT_ELEMENTS: ReadonlySet<string> = new Set(['body', 'head', 'html', 'font', 'wbr']);

const HIDING_STYLE =
  /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|clip\s{0,3}:\s{0,3}rect\(\s{0,3}[01](?:px)?[\s,]{1,3}[01](?:px)?[\s,]{1,3}[01](?:px)?[\s,]{1,3}[01](?:px)?\s{0,3}\)|clip-path\s{0,3}:\s{0,3}inset\(\s{0,3}(?:50|100)%)/i;

/**
 * Reads a page's source in one streaming pass, within fixed bounds whatever the page holds.
 *
 * No style sheet, style attribute or script goes any further: jsdom throws on some style sheets and spends most
 * of its time on them. What hides an element by its style attribute is kept as `hidden`.
 */
export function readPage(html: string): Page {
  const reader = new PageReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  const isTooLong = html.length > PAGE_LIMITS.maxChars;
  if (isTooLong) reader.cuts.push(`page cut after ${PAGE_LIMITS.maxChars} characters of ${html.length}`);
  parser.write(isTooLong ? html.slice(0, PAGE_LIMITS.maxChars) : html);
  parser.end();
  return reader.page();
}

class PageReader {
  readonly cuts: string[] = [];
  private readonly body = createElement('body');
  private readonly meta = new Map<string, string>();
  private readonly links: PageLink[] = [];
  private readonly jsonLd: string[] = [];
  private readonly pictureTexts = new Set<string>();
  private title = '';
  private noscriptText = '';
  private scriptCount = 0;
  private jsonLdChars = 0;

  /** Open tags: the element itself, or the element that takes its content when the tag was left out. */
  private readonly open: PageElement[] = [];
  private readonly isKept: boolean[] = [];
  private depth = 0;
  private elementCount = 0;
  private flattenedCount = 0;
  private overflowCount = 0;
  private textChars = 0;

  /** The opaque element being skipped, and how many tags are open inside it. */
  private opaque:
    | { name: string; depth: number; attributes: Record<string, string>; text: string }
    | undefined;
  private linkDepth = 0;
  /** Where attributes of the tag being read go. */
  private target: Record<string, string> | undefined;
  private pendingText: string[] = [];

  onopentagname(name: string): void {
    this.flushText();
    if (this.opaque) {
      this.opaque.depth += 1;
      this.target = undefined;
      return;
    }
    if (OPAQUE_ELEMENTS.has(name)) {
      this.opaque = { name, depth: 0, attributes: {}, text: '' };
      if (PICTURE_ELEMENTS.has(name)) this.current().hasPicture = true;
      this.target = this.opaque.attributes;
      return;
    }
    this.target = undefined;
    this.openElement(name);
  }

  onattribute(name: string, value: string): void {
    const { target } = this;
    if (name === 'shadowrootmode' && this.opaque?.name === 'template' && target) this.openShadow();
    if (!target || target[name] !== undefined) return;
    const isOpaque = this.opaque !== undefined;
    if (name === 'style') {
      if (HIDING_STYLE.test(value.slice(0, PAGE_LIMITS.maxAttributeChars))) target['hidden'] = '';
    } else if (KEPT_ATTRIBUTES.has(name) || (isOpaque && OPAQUE_ATTRIBUTES.has(name))) {
      target[name] = value.slice(0, PAGE_LIMITS.maxAttributeChars);
    }
  }

  ontext(text: string): void {
    if (this.opaque) {
      this.readOpaqueText(this.opaque, text);
      return;
    }
    this.textChars += text.length;
    const isTooLong = this.textChars > PAGE_LIMITS.maxTextChars;
    if (this.overflowCount === 0 && !isTooLong) this.pendingText.push(text);
  }

  onclosetag(): void {
    this.flushText();
    if (this.opaque) {
      if (this.opaque.depth > 0) this.opaque.depth -= 1;
      else this.closeOpaque();
      return;
    }
    const element = this.open.pop();
    if (!this.isKept.pop()) return;
    this.depth -= 1;
    if (element?.name === 'a') this.linkDepth -= 1;
    if (element) forgetAnchor(element);
  }

  page(): Page {
    this.flushText();
    if (this.opaque) this.closeOpaque();
    const cuts = [...this.cuts];
    if (this.flattenedCount > 0) {
      cuts.push(`${this.flattenedCount} elements nested deeper than ${PAGE_LIMITS.maxDepth} were flattened`);
    }
    if (this.overflowCount > 0) cuts.push(`page cut after ${PAGE_LIMITS.maxElements} elements`);
    if (this.textChars > PAGE_LIMITS.maxTextChars) {
      cuts.push(`text cut after ${PAGE_LIMITS.maxTextChars} characters`);
    }
    const { body, meta, links, jsonLd, noscriptText, scriptCount } = this;
    const pictureTexts = [...this.pictureTexts];
    return {
      body,
      title: tidy(this.title),
      meta,
      links,
      jsonLd,
      pictureTexts,
      noscriptText,
      scriptCount,
      cuts,
    };
  }

  /** A template that a browser puts in the place of its parent's content (HTML Standard, 4.12.3). */
  private openShadow(): void {
    this.opaque = undefined;
    this.target = undefined;
    this.openTransparent();
  }

  private openTransparent(): void {
    this.open.push(this.current());
    this.isKept.push(false);
  }

  /** The parser hands text over in pieces, one for each entity: they are joined once. */
  private flushText(): void {
    if (this.pendingText.length === 0) return;
    const text = this.pendingText.join('');
    this.pendingText = [];
    appendText(this.current(), text);
  }

  private current(): PageElement {
    return this.open.at(-1) ?? this.body;
  }

  private openElement(name: string): void {
    const parent = this.current();
    const isTooDeep = this.depth >= PAGE_LIMITS.maxDepth;
    const isTooMany = this.elementCount >= PAGE_LIMITS.maxElements;
    const isLinkInLinks = name === 'a' && this.linkDepth >= PAGE_LIMITS.maxLinksInLinks;
    if (TRANSPARENT_ELEMENTS.has(name) || isTooDeep || isTooMany || isLinkInLinks) {
      if (isTooMany) this.overflowCount += 1;
      else if (isTooDeep) this.flattenedCount += 1;
      this.openTransparent();
      return;
    }
    const element = createElement(name, {}, parent);
    parent.children.push(element);
    this.target = element.attributes;
    this.open.push(element);
    this.isKept.push(true);
    this.depth += 1;
    this.elementCount += 1;
    if (name === 'a') this.linkDepth += 1;
  }

  private readOpaqueText(opaque: NonNullable<typeof this.opaque>, text: string): void {
    if (opaque.name === 'title' || opaque.name === 'noscript') {
      const room = PAGE_LIMITS.maxAttributeChars - opaque.text.length;
      opaque.text += text.slice(0, room);
    } else if (opaque.name === 'script' && opaque.attributes['type']?.includes('ld+json')) {
      if (this.jsonLdChars < PAGE_LIMITS.maxJsonLdChars) opaque.text += text;
      this.jsonLdChars += text.length;
    }
  }

  private closeOpaque(): void {
    const { opaque } = this;
    this.opaque = undefined;
    if (!opaque) return;
    const { attributes, text } = opaque;
    if (opaque.name === 'title') this.title ||= text;
    else if (opaque.name === 'noscript') this.noscriptText += ` ${tidy(text)}`;
    else if (opaque.name === 'meta') this.readMeta(attributes);
    else if (opaque.name === 'link') this.readLink(attributes);
    else if (opaque.name === 'img') this.readPictureText(attributes['alt'], attributes['title']);
    else if (opaque.name === 'script') {
      this.scriptCount += 1;
      if (text.trim() !== '') this.jsonLd.push(text);
    }
  }

  private readPictureText(...texts: (string | undefined)[]): void {
    for (const text of texts) {
      if (text && this.pictureTexts.size < 500) this.pictureTexts.add(tidy(text));
    }
  }

  private readMeta(attributes: Record<string, string>): void {
    const content = attributes['content']?.trim();
    if (!content) return;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attributes[key]?.trim().toLowerCase();
      if (name && !this.meta.has(name) && this.meta.size < 500) this.meta.set(name, content);
    }
  }

  private readLink(attributes: Record<string, string>): void {
    const { rel, href } = { rel: attributes['rel']?.toLowerCase(), href: attributes['href'] };
    if (rel && href && this.links.length < 200) this.links.push({ rel, href });
  }
}

function appendText(parent: PageElement, text: string): void {
  const isVerbatim = parent.name === 'pre';
  parent.children.push(isVerbatim ? text : text.replace(/[ \t\n\r\f]+/g, ' '));
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
