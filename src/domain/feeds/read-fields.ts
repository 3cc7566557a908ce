import { findFeedDate } from './feed-date.ts';
import { mendText } from './mend-text.ts';
import { looksLikeHtml, textOfHtml } from './plain-title.ts';
import { resolveBodyLinks } from './resolve-body-links.ts';
import { innerBase, isWebUrl, resolveIdentifier, resolveUrl } from './resolve-url.ts';
import { attributeOf, childrenOf, textOf, type XmlElement, type XmlNode } from './xml-node.ts';

export interface FieldContext {
  readonly format: 'atom' | 'rss';
  readonly fromUtf8: boolean;
  /** The address that relative links inside the element are resolved against. */
  readonly base: string | undefined;
  /** Fields that say who wrote an item, the most trusted one last. */
  readonly authorFields: readonly string[];
}

/** Reads single fields out of raw nodes: cleaned, decoded and resolved. */
export class FieldReader {
  readonly #context: FieldContext;

  constructor(context: FieldContext) {
    this.#context = context;
  }

  get format(): 'atom' | 'rss' {
    return this.#context.format;
  }

  get authorFields(): readonly string[] {
    return this.#context.authorFields;
  }

  /** The same reader for fields inside an element, whose `xml:base` counts for them. */
  inside(element: XmlElement): FieldReader {
    const base = this.#baseAt(element);
    return base === this.#context.base ? this : new FieldReader({ ...this.#context, base });
  }

  /** The node's own text, repaired and trimmed; undefined when there is none. */
  textOfNode(node: XmlNode | undefined): string | undefined {
    return mendText(textOf(node), this.#context.fromUtf8).trim() || undefined;
  }

  /** The first field of that name that holds text. */
  text(parent: XmlElement, name: string): string | undefined {
    return this.texts(parent, name)[0];
  }

  texts(parent: XmlNode, name: string): string[] {
    const texts: string[] = [];
    for (const node of childrenOf(parent, name)) {
      const text = this.textOfNode(node);
      if (text !== undefined) texts.push(text);
    }
    return texts;
  }

  /** A title as plain text, whatever type it claims. */
  title(parent: XmlElement, name = 'f.title'): string | undefined {
    for (const node of childrenOf(parent, name)) {
      const text = this.textOfNode(decodedFromBase64(node));
      const title = text !== undefined && this.#isHtmlTitle(node, text) ? textOfHtml(text) : text;
      if (title) return title;
    }
    return undefined;
  }

  /** Summaries or bodies as published, with their relative links made absolute. */
  bodies(parent: XmlNode, names: readonly string[]): string[] {
    const bodies: string[] = [];
    for (const name of names) {
      for (const node of childrenOf(parent, name)) {
        const text = this.textOfNode(decodedFromBase64(node));
        if (text !== undefined) bodies.push(resolveBodyLinks(text, this.#baseAt(node)));
      }
    }
    return bodies;
  }

  date(parent: XmlElement, name: string): string | undefined {
    return findFeedDate(this.texts(parent, name));
  }

  /** An address in an attribute or in the text of a node, made absolute. */
  url(reference: string | undefined, node: XmlNode): string | undefined {
    return resolveUrl(reference, this.#baseAt(node));
  }

  /** An identifier that may be an address, made absolute. */
  identifier(written: string, node: XmlNode): string {
    return resolveIdentifier(written, this.#baseAt(node));
  }

  /** The address of the page that a feed or item is about, among its `link` elements. */
  siteLink(parent: XmlElement): string | undefined {
    const urls: { readonly url: string; readonly type: string | undefined }[] = [];
    for (const node of childrenOf(parent, 'f.link')) {
      const type = attributeOf(node, 'type')?.toLowerCase();
      if (!isPageLink(node) || isDataType(type)) continue;
      const url = this.url(attributeOf(node, 'href') ?? this.textOfNode(node), node);
      if (url !== undefined && isWebUrl(url)) urls.push({ url, type });
    }
    return (urls.findLast(({ type }) => type === undefined || /html/.test(type)) ?? urls[0])?.url;
  }

  #baseAt(node: XmlNode): string | undefined {
    return innerBase(this.#context.base, attributeOf(node, 'xml:base'));
  }

  #isHtmlTitle(node: XmlNode, text: string): boolean {
    const type = attributeOf(node, 'type')?.toLowerCase() ?? '';
    if (attributeOf(node, 'inline') !== undefined || type === 'html' || type === 'text/html') return true;
    return this.#context.format === 'rss' && looksLikeHtml(text);
  }
}

/** RFC 4287, section 4.2.7.2: a link without `rel` leads to the page itself. */
function isPageLink(node: XmlNode): boolean {
  const rel = attributeOf(node, 'rel')?.toLowerCase();
  return (
    rel === undefined ||
    rel === '' ||
    rel === 'alternate' ||
    rel === 'http://www.iana.org/assignments/relation/alternate'
  );
}

/** The same entry for programs: another feed, or JSON. */
function isDataType(type: string | undefined): boolean {
  return type !== undefined && /[/+](?:json|xml)\b/.test(type) && !type.includes('html');
}

/** RFC 4287, section 4.1.3.3, and `mode` of Atom 0.3: what is neither text nor XML is in base 64. */
function decodedFromBase64(node: XmlNode): XmlNode {
  if (typeof node === 'string') return node;
  const type = attributeOf(node, 'type')?.toLowerCase() ?? 'text';
  const isBinary = type.includes('/') && !/^text\/|[+/]xml$/.test(type);
  if (!isBinary && attributeOf(node, 'mode') !== 'base64') return node;
  const bytes = Buffer.from(textOf(node), 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return node;
  }
}
