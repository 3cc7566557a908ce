import { Readability } from '@mozilla/readability';

import { documentOf, type ParseHtml, treeOf } from './document-of-tree.ts';
import { leanTree } from './lean-tree.ts';
import type { PageElement } from './page-tree.ts';

/**
 * Runs Mozilla's Readability over a prepared page.
 *
 * The documents have no window of their own: nothing is loaded and nothing runs. jsdom frees a document only when
 * the event loop turns, so a caller that reads many pages must yield between them.
 *
 * @param title the page's title, which Readability compares headings with
 * @param body the prepared page; it stays as it is
 * @param parse the parser of the pages that need one
 * @returns the article's part of the page, or `undefined` when Readability finds none
 */
export function runReadability(title: string, body: PageElement, parse: ParseHtml): PageElement | undefined {
  return readDocument(documentOf(title, leanTree(body), parse));
}

/** What Readability makes of a document, which it changes. */
export function readDocument(document: Document): PageElement | undefined {
  const reader = new QuickReadability(document, {
    charThreshold: 500,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node,
  });
  const content = reader.parse()?.content;
  return content ? treeOf(content as Element) : undefined;
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

  /** A style attribute that hides is `hidden` by now, and there is no other: to make its object costs more than the rest. */
  _isProbablyVisible(element: Element): boolean {
    if (element.hasAttribute('hidden')) return false;
    return element.getAttribute('aria-hidden') !== 'true' || element.className.includes('fallback-image');
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
