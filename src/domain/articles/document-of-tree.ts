import { DOMParser as LightParser } from 'linkedom';

import { renderHtml } from './lean-tree.ts';
import { addText, createElement, isElement, type PageElement } from './page-tree.ts';
import { isStandardNesting } from './standard-nesting.ts';

/** A browser's parser, as `parseHtml` of jsdom-window.ts. */
export type ParseHtml = (html: string) => Document;

/**
 * A document of a page's lean tree, as jsdom would make it of the tree's HTML.
 *
 * Where a parser would change nothing, linkedom's document is built from the tree as it stands, in a fraction of the
 * time; jsdom parses every other page (docs/decisions/0133-jsdom-of-record.md).
 */
export function documentOf(title: string, body: PageElement, parse: ParseHtml): Document {
  return isStandardNesting(body) ? buildDocument(title, body, parse) : parseDocument(title, body, parse);
}

const lightParser = new LightParser();
const EMPTY_PAGE = '<!doctype html><html><head><title></title></head><body></body></html>';

/** Linkedom's own parser sees no more than an empty page, since it nests elements as the standard does not. */
function buildDocument(title: string, body: PageElement, parse: ParseHtml): Document {
  const document = lightParser.parseFromString(EMPTY_PAGE, 'text/html') as unknown as Document;
  document.title = title;
  fill(document.body, body, document);
  rememberAsTree(document, parse);
  return document;
}

/**
 * Readability keeps the body's HTML to begin again with it: linkedom's writer and parser are left out of this as well. By
 * then paragraphs may stand where a parser moves them.
 */
function rememberAsTree(document: Document, parse: ParseHtml): void {
  const { body } = document;
  let kept: PageElement | undefined;
  Object.defineProperty(body, 'innerHTML', {
    get: () => {
      kept = treeOf(body);
      return '';
    },
    set: () => {
      if (!kept) return;
      body.replaceChildren();
      fill(body, isStandardNesting(kept) ? kept : treeOf(parseDocument('', kept, parse).body), document);
    },
  });
}

function fill(element: Element, { attributes, children }: PageElement, document: Document): void {
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '');
  for (const child of children) {
    if (isElement(child)) {
      const inner = document.createElement(child.name);
      fill(inner, child, document);
      element.appendChild(inner);
    } else if (child !== '') element.appendChild(document.createTextNode(child));
  }
}

/** The document of record: of the tree as HTML, by the parser. */
export function parseDocument(title: string, body: PageElement, parse: ParseHtml): Document {
  const head = createElement('title');
  head.children.push(title);
  return parse(`<!doctype html><html><head>${renderHtml(head)}</head>${renderHtml(body)}</html>`);
}

/** An element of a document as a light tree. */
export function treeOf(node: Element, parent?: PageElement): PageElement {
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) attributes[name] = value;
  // linkedom keeps the capitals of Readability's own elements.
  const element = createElement(node.localName.toLowerCase(), attributes, parent);
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === child.TEXT_NODE) addText(child.textContent ?? '', element.children);
    else if (child.nodeType === child.ELEMENT_NODE) element.children.push(treeOf(child as Element, element));
  }
  return element;
}
