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

/** Takes out comments, other articles and lists of teasers, each only where prose is left without it. */
export function removeNeighbours(body: PageElement, title: string, log: RemovalLog): void {
  let sizes = measureText(body);
  let proseWords = measureProse(body, sizes);
  for (const { step, why, find } of NEIGHBOURS) {
    const found = find(body, sizes, proseWords, title);
    const lost = found.reduce((sum, element) => sum + (proseWords.get(element) ?? 0), 0);
    if (found.length === 0 || (proseWords.get(body) ?? 0) - lost < MIN_PROSE_LEFT) continue;
    for (const element of found) log.add(step, why, textOf(element));
    removeElements(body, new Set(found));
    sizes = measureText(body);
    proseWords = measureProse(body, sizes);
  }
}
