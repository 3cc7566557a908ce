import { escapeAttribute, escapeText } from 'entities';
import {
  addText,
  BLOCK_ELEMENTS,
  createElement,
  isElement,
  type PageElement,
  type PageNode,
} from './page-tree.ts';

/** Inline formatting: says nothing about where the article is, and each costs jsdom a node and its text two more. */
const FORMATTING_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'abbr acronym b bdi bdo big cite data dfn em font i ins kbd mark q s samp small span strike strong sub sup time ' +
    'tt u var'
  ).split(' '),
);

/** What Readability asks of an element, or an address needs to be a link. */
const RENDERED_ATTRIBUTES: ReadonlySet<string> = new Set(
  'aria-hidden aria-modal class colspan dir hidden href id itemprop rel role rowspan summary'.split(' '),
);

/** Empty, these still say where something stands: a table's cells in their row, a page's body. */
const PLACE_ELEMENTS: ReadonlySet<string> = new Set(['body', 'td', 'th']);

const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * A copy of the tree without what costs jsdom nodes and means nothing here: whitespace between block elements, the tags
 * of inline formatting, and elements in which nothing is left. Texts that come to touch are one.
 */
export function leanTree(root: PageElement): PageElement {
  const lean = leanCopy(root);
  addChildren(root, lean.children);
  return lean;
}

/** The tree as HTML. */
export function renderHtml(root: PageElement): string {
  const parts: string[] = [];
  renderElement(root, parts);
  return parts.join('');
}

/** @param isBreak whether the element parts text from text even when it is empty */
function addElement(element: PageElement, into: PageNode[], isBreak: boolean): void {
  if (FORMATTING_ELEMENTS.has(element.name)) {
    addChildren(element, into);
    return;
  }
  const lean = leanCopy(element);
  const isVoid = VOID_ELEMENTS.has(element.name);
  if (!isVoid) addChildren(element, lean.children);
  const isKept = isVoid || isBreak || lean.children.length > 0 || PLACE_ELEMENTS.has(element.name);
  if (isKept) into.push(lean);
}

function leanCopy({ name, attributes }: PageElement): PageElement {
  const lean = createElement(name);
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined && RENDERED_ATTRIBUTES.has(attribute)) lean.attributes[attribute] = value;
  }
  return lean;
}

function addChildren(parent: PageElement, into: PageNode[]): void {
  for (const [index, child] of parent.children.entries()) {
    if (isElement(child)) {
      const isBreak = BLOCK_ELEMENTS.has(child.name) && !isBetweenBlocks(parent, index);
      addElement(child, into, isBreak);
    } else if (child.trim() !== '' || !isBetweenBlocks(parent, index)) addText(child, into);
  }
}

/** The edge of an inline element is none of a line: the only space between two words may stand in it. */
function isBetweenBlocks(parent: PageElement, index: number): boolean {
  const isAtBlock = (node: PageNode | undefined): boolean =>
    node === undefined ? BLOCK_ELEMENTS.has(parent.name) : isElement(node) && BLOCK_ELEMENTS.has(node.name);
  return isAtBlock(parent.children[index - 1]) && isAtBlock(parent.children[index + 1]);
}

function renderElement(element: PageElement, parts: string[]): void {
  parts.push('<', element.name);
  for (const [name, value] of Object.entries(element.attributes)) {
    parts.push(' ', name, '="', escapeAttribute(value), '"');
  }
  parts.push('>');
  if (VOID_ELEMENTS.has(element.name)) return;
  for (const child of element.children) {
    if (isElement(child)) renderElement(child, parts);
    else parts.push(escapeText(child));
  }
  parts.push('</', element.name, '>');
}
