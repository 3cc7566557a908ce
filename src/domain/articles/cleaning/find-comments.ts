import { descendants, isElement, type PageElement, textOf } from '../page-tree.ts';
import { groupsOfAlikes } from './likeness.ts';
import { isNamedForReaders } from './readers-names.ts';
import { normalizeForComparison } from './sentence-shape.ts';
import { holdsArticle } from './word-count.ts';

/** What a reader presses to answer another; sorted. Only comments have it. */
const REPLY_LABELS: ReadonlySet<string> = new Set([
  'antworten',
  'beantwoorden',
  'cevapla',
  'odpowiedz',
  'répondre',
  'reageer',
  'reply',
  'responder',
  'rispondi',
  'svar',
  'svara',
  'yanıtla',
  'відповісти',
  'ответить',
  'رد',
  '回复',
  '回覆',
  '返信',
  '답글',
]);
const MAX_LABEL_CHARS = 30;

/**
 * Finds readers' comments, which may be longer than the article: what is named so, and neighbours of one template that
 * each carry a link or button to reply.
 */
export function findComments(body: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  const visit = (parent: PageElement): void => {
    const replies = new Set(
      groupsOfAlikes(parent, 2)
        .filter((group) => group.every(hasReply))
        .flat(),
    );
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const isNamed = isNamedForReaders(child);
      if ((isNamed || replies.has(child)) && !holdsArticle(child)) found.push(child);
      else visit(child);
    }
  };
  visit(body);
  return found;
}

function hasReply(element: PageElement): boolean {
  for (const inner of descendants(element)) {
    if (inner.name !== 'a' && inner.name !== 'button' && inner.name !== 'span') continue;
    const text = textOf(inner);
    if (text.length <= MAX_LABEL_CHARS && REPLY_LABELS.has(normalizeForComparison(text))) return true;
  }
  return false;
}
