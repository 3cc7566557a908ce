/**
 * A page as a light tree: elements and strings, nothing else.
 *
 * All preparation happens here because a jsdom node costs some fifty times as much; jsdom is given only what
 * is left (docs/decisions/0131-prepare-before-the-dom.md).
 */
export interface PageElement {
  /** Tag name in lower case. */
  name: string;
  /** Only the attributes that extraction reads; see `KEPT_ATTRIBUTES` in read-page.ts. */
  readonly attributes: Record<string, string>;
  readonly parent: PageElement | undefined;
  children: PageNode[];
  /** Whether a picture or an embedded document stood right inside, which the tree does not keep. */
  hasPicture: boolean;
  /** The words of its class and id, once somebody has asked; see `nameWords`. */
  nameWords: readonly string[] | undefined;
}

export type PageNode = PageElement | string;

/** Names of elements that are a heading. */
export const HEADING = /^h[1-6]$/;

/** Elements that start and end a line of their own in a browser's default style sheet (HTML, "Rendering"). */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);

export function isElement(node: PageNode | undefined): node is PageElement {
  return node !== undefined && typeof node !== 'string';
}

/** A block without blocks inside: a paragraph, a heading, a line. */
export function isLeafBlock(element: PageElement): boolean {
  return BLOCK_ELEMENTS.has(element.name) && isLine(element);
}

/** An element, inline or a block, that no block right inside parts into lines. */
export function isLine(element: PageElement): boolean {
  return element.children.every((child) => !isElement(child) || !BLOCK_ELEMENTS.has(child.name));
}

export function createElement(
  name: string,
  attributes: Record<string, string> = {},
  parent?: PageElement,
): PageElement {
  return { name, attributes, parent, children: [], hasPicture: false, nameWords: undefined };
}

/** Texts that touch are one, as they are to a parser. */
export function addText(text: string, into: PageNode[]): void {
  const last = into.at(-1);
  if (typeof last === 'string') into[into.length - 1] = last + text;
  else into.push(text);
}

/** Every element below `root`, in document order, without `root` itself. */
export function* descendants(root: PageElement): Generator<PageElement> {
  const waiting = root.children.filter(isElement).reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    const { children } = element;
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (isElement(child)) waiting.push(child);
    }
  }
}

/**
 * All text below an element, whitespace as it stands.
 *
 * @param maxChars where to stop looking: the text may be longer by one piece
 */
export function textOf(node: PageNode, maxChars = Number.POSITIVE_INFINITY): string {
  if (!isElement(node)) return node;
  const parts: string[] = [];
  collectText(node, parts, maxChars);
  return parts.join('');
}

/** @returns how many more characters are wanted */
function collectText(element: PageElement, parts: string[], maxChars: number): number {
  let left = maxChars;
  for (const child of element.children) {
    if (left <= 0) break;
    if (!isElement(child)) {
      parts.push(child);
      left -= child.length;
      continue;
    }
    const isBlock = BLOCK_ELEMENTS.has(child.name) || child.name === 'br';
    if (isBlock) parts.push(' ');
    left = collectText(child, parts, left);
    if (isBlock) parts.push(' ');
  }
  return left;
}

/** No headline is longer; what is called one and is, is a page in disguise. */
const MAX_HEADLINE_CHARS = 1_000;

/** The text of a heading, cut where no headline goes on. */
export function headlineOf(heading: PageElement): string {
  return textOf(heading, MAX_HEADLINE_CHARS).slice(0, MAX_HEADLINE_CHARS);
}

export function hasAncestor(element: PageElement, matches: (ancestor: PageElement) => boolean): boolean {
  for (let ancestor = element.parent; ancestor !== undefined; ancestor = ancestor.parent) {
    if (matches(ancestor)) return true;
  }
  return false;
}

/** Removes the given elements from the tree, touching each parent once. */
export function removeElements(root: PageElement, unwanted: ReadonlySet<PageElement>): void {
  if (unwanted.size === 0) return;
  root.children = root.children.filter((child) => !isElement(child) || !unwanted.has(child));
  for (const child of root.children) {
    if (isElement(child)) removeElements(child, unwanted);
  }
}

/** A copy whose children can be changed while the original's stay. */
export function cloneTree(root: PageElement, parent?: PageElement): PageElement {
  const copy = createElement(root.name, root.attributes, parent);
  copy.hasPicture = root.hasPicture;
  copy.nameWords = root.nameWords;
  copy.children = root.children.map((child) => (isElement(child) ? cloneTree(child, copy) : child));
  return copy;
}
