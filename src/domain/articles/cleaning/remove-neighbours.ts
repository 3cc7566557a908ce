import { measureProse } from '../find-prose.ts';
import { type PageElement, removeElements, textOf } from '../page-tree.ts';
import { findComments } from './find-comments.ts';
import { findOtherArticles } from './find-other-articles.ts';
import { findTeasers } from './find-teasers.ts';
import type { RemovalLog } from './removal-log.ts';
import { measureText, type TextSize } from './word-count.ts';

/** Where less prose than this would be left, what was taken for its neighbours is the article. */
const MIN_PROSE_LEFT = 45;

type ProseWords = ReadonlyMap<PageElement, number>;

/** Something that stands beside an article on its page and may be longer than it. */
interface Neighbour {
  readonly step: string;
  readonly why: string;
  readonly find: (
    body: PageElement,
    sizes: ReadonlyMap<PageElement, TextSize>,
    proseWords: ProseWords,
    title: string,
  ) => readonly PageElement[];
}

const NEIGHBOURS: readonly Neighbour[] = [
  { step: 'comments', why: 'readers wrote it', find: (body) => findComments(body) },
  {
    step: 'other-article',
    why: 'another article of the same template, or prose before the headline',
    find: (body, _sizes, proseWords, title) => findOtherArticles(body, title, proseWords),
  },
  {
    step: 'teasers',
    why: 'a list of cards that open with headlines of other articles',
    find: findTeasers,
  },
];

/**
 * Takes out comments, other articles and lists of teasers, each only where prose is left without it.
 *
 * @param measured the sizes of every element as the page stands
 * @returns the sizes of what is left
 */
export function removeNeighbours(
  body: PageElement,
  title: string,
  log: RemovalLog,
  measured: ReadonlyMap<PageElement, TextSize>,
): ReadonlyMap<PageElement, TextSize> {
  let sizes = measured;
  let proseWords: ProseWords | undefined;
  for (const { step, why, find } of NEIGHBOURS) {
    const prose = proseWords ?? measureProse(body, sizes);
    proseWords = prose;
    const found = find(body, sizes, prose, title);
    const lost = found.reduce((sum, element) => sum + (prose.get(element) ?? 0), 0);
    if (found.length === 0 || (prose.get(body) ?? 0) - lost < MIN_PROSE_LEFT) continue;
    for (const element of found) log.add(step, why, textOf(element));
    removeElements(body, new Set(found));
    sizes = measureText(body);
    proseWords = undefined;
  }
  return sizes;
}
