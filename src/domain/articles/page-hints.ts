import type { TextBlock } from './cleaning/text-blocks.ts';
import { readBlocks, tidyText } from './cleaning/text-blocks.ts';
import { countWords } from './cleaning/word-count.ts';
import { findMainProse } from './find-main-prose.ts';
import { type JsonLdObject, textIn } from './metadata/json-ld.ts';
import { isElement, type PageElement } from './page-tree.ts';

/** What the page itself says or shows about where its article is. Each may be empty. */
export interface PageHints {
  /** Blocks of the elements marked `itemprop=articleBody`. */
  readonly markedBody: readonly TextBlock[];
  /** Blocks of JSON-LD's `articleBody`. */
  readonly statedBody: readonly TextBlock[];
  /** Blocks of the smallest element that holds most of the page's paragraphs. */
  readonly mainProse: readonly TextBlock[];
}

/** Reads the hints of a prepared page. */
export function readHints(body: PageElement, article: JsonLdObject | undefined): PageHints {
  return {
    markedBody: findMarkedBodies(body).flatMap(readBlocks),
    statedBody: readStatedBody(article?.['articleBody']),
    mainProse: readBlocks(findMainProse(body)),
  };
}

/** Outermost marked elements; a page may mark its body in several parts. */
function findMarkedBodies(element: PageElement): PageElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    const isMarked = /\barticleBody\b/.test(child.attributes['itemprop'] ?? '');
    return isMarked ? [child] : findMarkedBodies(child);
  });
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
