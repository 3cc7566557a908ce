import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';

import { createElement, type PageElement } from './page-tree.ts';

/**
 * The one window whose `DOMParser` reads every page: a window of its own costs each page 9 ms or more, and a
 * parsed document shares no state with it (docs/decisions/0130-one-window-for-many-pages.md).
 */
let parseDocument: ((html: string) => Document) | undefined;

/**
 * Runs Mozilla's Readability over already prepared HTML.
 *
 * The documents have no window of their own: nothing is loaded and nothing runs. jsdom frees a document only when
 * the event loop turns, so a caller that reads many pages must yield between them.
 *
 * @returns the article's part of the page, or `undefined` when Readability finds none
 */
export function runReadability(html: string): PageElement | undefined {
  parseDocument ??= openWindow();
  const reader = new QuickReadability(parseDocument(html), {
    charThreshold: 500,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node,
  });
  const content = reader.parse()?.content;
  return content ? toPageElement(content as Element) : undefined;
}

/** The package's types leave out what is not for use. */
interface ReadabilityInside {
  _grabArticle(page: Element | null): Element | null;
}

const inside = Readability.prototype as unknown as ReadabilityInside;

/**
 * Readability with some of its questions answered faster; its answers are the same. It asks for elements by name some
 * dozens of times a page, which jsdom answers through its selector engine; it joins a text to learn whether there is
 * any; and it looks for what `readPage` has left out already: styles, scripts, pictures.
 */
class QuickReadability extends Readability<Node> {
  _getAllNodesWithTag(root: Element, names: readonly string[]): Element[] {
    return listElements(root, new Set(names.map((name) => name.toUpperCase())));
  }

  _isElementWithoutContent(element: Element): boolean {
    if (holdsText(element)) return false;
    const childCount = element.childElementCount;
    return childCount === 0 || childCount === listElements(element, BREAKS).length;
  }

  _grabArticle(page: Element | null): Element | null {
    const article = inside._grabArticle.call(this, page);
    // It would be serialized for a log that nobody reads.
    if (article) Object.defineProperty(article, 'innerHTML', { value: '' });
    return article;
  }

  _cleanStyles(): void {}

  /** Nobody reads addresses here. */
  _fixRelativeUris(): void {}

  _fixLazyImages(): void {}

  _removeScripts(): void {}

  _unwrapNoscriptImages(): void {}
}

const BREAKS: ReadonlySet<string> = new Set(['BR', 'HR']);

function listElements(root: Element, names: ReadonlySet<string>): Element[] {
  const found: Element[] = [];
  const visit = (parent: Element): void => {
    for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (names.has(child.tagName)) found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

function holdsText(element: Element): boolean {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === child.TEXT_NODE ? /\S/.test(child.nodeValue ?? '') : holdsText(child as Element)) {
      return true;
    }
  }
  return false;
}

function openWindow(): (html: string) => Document {
  const { window } = new JSDOM('');
  // Readability asks every element for its computed style object, which costs jsdom more than the rest of the
  // question. Style attributes are gone by now and hiding ones are `hidden`: there is nothing to be found.
  Object.defineProperty(window.HTMLElement.prototype, 'style', { value: undefined });
  const parser = new window.DOMParser();
  return (html) => parser.parseFromString(html, 'text/html');
}

function toPageElement(node: Element, parent?: PageElement): PageElement {
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) attributes[name] = value;
  const element = createElement(node.localName, attributes, parent);
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === child.TEXT_NODE) element.children.push(child.textContent ?? '');
    else if (child.nodeType === child.ELEMENT_NODE) {
      element.children.push(toPageElement(child as Element, element));
    }
  }
  return element;
}
