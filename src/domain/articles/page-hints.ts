import { wordsOnly } from './cleaning/sentence-shape.ts';
import type { TextBlock } from './cleaning/text-blocks.ts';
import { readBlocks, tidyText } from './cleaning/text-blocks.ts';
import { countWords } from './cleaning/word-count.ts';
import { findProsePath } from './find-prose.ts';
import { type JsonLdObject, textIn } from './metadata/json-ld.ts';
import { descendants, isElement, isLeafBlock, type PageElement, textOf } from './page-tree.ts';

/** What the page itself says or shows about where its article is. Each may be empty. */
export interface PageHints {
  /** Blocks of the elements marked `itemprop=articleBody`. */
  readonly markedBody: readonly TextBlock[];
  /** Where several articles are marked so: blocks of the one that begins as the page's description does. */
  readonly ownBody: readonly TextBlock[];
  /** Blocks of JSON-LD's `articleBody`. */
  readonly statedBody: readonly TextBlock[];
  /** Where a paragraph begins as the page's description does: its opening words, and the blocks beside it. */
  readonly described:
    | { readonly opening: string; readonly element: PageElement; readonly blocks: readonly TextBlock[] }
    | undefined;
  /** Blocks of the smallest element that holds most of the page's paragraphs. */
  readonly mainProse: readonly TextBlock[];
  /** Blocks of that element and of those around it, outwards, without the page as a whole. */
  readonly wholes: () => Iterable<readonly TextBlock[]>;
}

/** A description begins as the article does when it shares this much with a paragraph. */
const MIN_COMMON_CHARS = 40;
/** A page that marks so many parts marks its paragraphs, one by one. */
const MIN_MARKED_PARTS = 3;
/** What stands between marked paragraphs without a mark of its own. */
const BETWEEN_PARTS: ReadonlySet<string> = new Set('blockquote h2 h3 h4 h5 h6 ol table ul'.split(' '));
/** Shorter, and it may be the headline. */
const MIN_DESCRIBED_WORDS = 18;

/** Reads the hints of a prepared page. */
export function readHints(
  body: PageElement,
  article: JsonLdObject | undefined,
  descriptions: readonly string[],
): PageHints {
  const path = findProsePath(body).slice(1).reverse();
  const marked = findMarkedBodies(body);
  const described = findDescribed(body, descriptions);
  return {
    markedBody: marked.flatMap(readBlocks),
    ownBody: described ? findOwnBody(marked, described.element) : [],
    statedBody: readStatedBody(article?.['articleBody']),
    described,
    mainProse: readBlocks(path[0] ?? body),
    wholes: () => readEach(path),
  };
}

function* readEach(elements: readonly PageElement[]): Generator<readonly TextBlock[]> {
  for (const element of elements) yield readBlocks(element);
}

/** Outermost marked elements; a page may mark its body in several parts. */
function findMarkedBodies(element: PageElement): PageElement[] {
  const children = element.children.filter(isElement);
  const isInParts = children.filter(isMarkedBody).length >= MIN_MARKED_PARTS;
  const first = children.findIndex(isMarkedBody);
  const last = children.findLastIndex(isMarkedBody);
  return children.flatMap((child, at) => {
    const isBetween = isInParts && at > first && at < last && BETWEEN_PARTS.has(child.name);
    return isBetween || isMarkedBody(child) ? [child] : findMarkedBodies(child);
  });
}

function isMarkedBody({ attributes }: PageElement): boolean {
  return /\barticleBody\b/.test(attributes['itemprop'] ?? '');
}

/** A page that scrolls on without end marks each of its articles; one article may mark its body in several parts. */
function findOwnBody(marked: readonly PageElement[], described: PageElement): readonly TextBlock[] {
  const articleOf = (element: PageElement): PageElement | undefined =>
    element.name === 'article' ? element : element.parent && articleOf(element.parent);
  if (new Set(marked.map(articleOf)).size < 2) return [];
  const own = articleOf(described);
  return own ? marked.filter((element) => articleOf(element) === own).flatMap(readBlocks) : [];
}

function findDescribed(body: PageElement, descriptions: readonly string[]): PageHints['described'] {
  const openings = descriptions.map(openingOf).filter((opening) => opening.length === MIN_COMMON_CHARS);
  if (openings.length === 0) return undefined;
  for (const element of descendants(body)) {
    if (!isLeafBlock(element) || countWords(textOf(element)) < MIN_DESCRIBED_WORDS) continue;
    const opening = openingOf(textOf(element));
    if (openings.includes(opening))
      return { opening, element, blocks: readBlocks(element.parent ?? element) };
  }
  return undefined;
}

/** The first words of a text, to compare it with a copy of itself. */
export function openingOf(text: string): string {
  return wordsOnly(text.slice(0, 3 * MIN_COMMON_CHARS)).slice(0, MIN_COMMON_CHARS);
}

export function readStatedBody(value: unknown): TextBlock[] {
  if (typeof value !== 'string') return [];
  return value
    .split(/\n+/)
    .map((line) => textIn(line.replace(/<[^>]{0,500}>/g, ' ')) ?? '')
    .map((line) => tidyText(line))
    .filter((line) => line !== '')
    .map((text) => ({ text, kind: 'paragraph', words: countWords(text), linkWords: 0 }));
}
