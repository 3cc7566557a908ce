import type { LiveEntry } from '../article.ts';
import type { ArticleFrame } from '../cleaning/block-step.ts';
import { cleanBlocks } from '../cleaning/clean-blocks.ts';
import { RemovalLog } from '../cleaning/removal-log.ts';
import { readBlocks, tidyText } from '../cleaning/text-blocks.ts';
import { countWords } from '../cleaning/word-count.ts';
import { descendants, isElement, type PageElement, textOf } from '../page-tree.ts';
import { isObject, type JsonLdObject, listOf, textIn, typesOf } from './json-ld.ts';
import { parsePageDate, toInstant } from './parse-page-date.ts';

/** Fewer timed pieces than this are an article with a few dates in it. */
const MIN_ENTRIES = 4;
const MIN_ENTRY_WORDS = 12;
const MAX_ENTRIES = 500;
const CLOCK_TIME = /^\D{0,20}\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b/;

/**
 * Cuts a live blog into its timed entries, in the order of the page.
 *
 * Two signs are read: schema.org's `LiveBlogPosting`, and four or more neighbours of one kind that each begin with
 * a `<time>`. A page with neither has no entries.
 */
export function readLiveEntries(
  body: PageElement,
  objects: readonly JsonLdObject[],
  frame: ArticleFrame,
): readonly LiveEntry[] {
  const stated = readStatedEntries(objects);
  return stated.length >= MIN_ENTRIES ? stated : readTimedEntries(body, frame);
}

function readStatedEntries(objects: readonly JsonLdObject[]): LiveEntry[] {
  const blog = objects.find((object) => typesOf(object).includes('LiveBlogPosting'));
  return listOf(blog?.['liveBlogUpdate'])
    .slice(0, MAX_ENTRIES)
    .filter(isObject)
    .map((update) => ({
      title: textIn(update['headline']),
      publishedAt: instantOf(textIn(update['datePublished'])),
      text: textIn(update['articleBody'] ?? update['description']) ?? '',
    }))
    .filter((entry) => entry.text !== '');
}

function readTimedEntries(body: PageElement, frame: ArticleFrame): LiveEntry[] {
  const elements = findTimedNeighbours(body);
  return elements.slice(0, MAX_ENTRIES).flatMap((element) => {
    const found = readBlocks(element);
    // Cleaning takes a heading before the first sentence for the page's title.
    const title = found.find((block) => block.kind === 'heading');
    const blocks = cleanBlocks(found, frame, new RemovalLog()).filter((block) => block !== title);
    const text = blocks.map((block) => block.text).join('\n\n');
    return text === '' ? [] : [{ title: title?.text, publishedAt: timeOf(element), text }];
  });
}

/** The children of the first element that has at least four of one name, each with a time and a sentence or two. */
function findTimedNeighbours(body: PageElement): readonly PageElement[] {
  for (const parent of [body, ...descendants(body)]) {
    const timed = parent.children.filter(isElement).filter(isTimedEntry);
    const sameName = timed.filter((element) => element.name === timed[0]?.name);
    if (sameName.length >= MIN_ENTRIES) return sameName;
  }
  return [];
}

function isTimedEntry(element: PageElement): boolean {
  const time = findTime(element);
  if (!time) return false;
  const text = textOf(element);
  return countWords(text) >= MIN_ENTRY_WORDS && tidyText(text).indexOf(tidyText(textOf(time))) < 80;
}

function findTime(element: PageElement): PageElement | undefined {
  for (const inner of descendants(element)) {
    if (inner.name === 'time' && (inner.attributes['datetime'] || CLOCK_TIME.test(textOf(inner))))
      return inner;
  }
  return undefined;
}

function timeOf(element: PageElement): string | undefined {
  return instantOf(findTime(element)?.attributes['datetime']);
}

function instantOf(text: string | undefined): string | undefined {
  const date = text === undefined ? undefined : parsePageDate(text);
  return date?.time === undefined ? undefined : toInstant(date);
}
