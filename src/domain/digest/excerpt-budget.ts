import type { ArticleLink, Excerpt } from './digest.ts';
import { cleanLine, clipText, neutraliseLine } from './plain-text.ts';
import { safeUrl } from './safe-url.ts';

/** What several publishers allow to be quoted of one article without asking. */
export const DEFAULT_EXCERPT_LIMIT = 500;
/**
 * One excerpt is a sentence, not a passage. A longer one is cut here; one that fits here but not into what is left of the
 * limit is left out whole, since a cut can turn the meaning: "the policy has not…".
 */
const MAX_EXCERPT_CHARACTERS = 400;
const MAX_TITLE_CHARACTERS = 160;
/** A headline cut shorter than this no longer says what it is about. */
const MIN_CUT_TITLE_CHARACTERS = 40;
const MAX_PUBLISHER_CHARACTERS = 60;

/** Where words were printed: as much of an article as an excerpt must name. */
export interface ExcerptSource {
  readonly articleId: string;
  readonly publisher: string;
  readonly url: string;
}

/** Lends out each article's words until its publisher's limit is reached. One budget serves one digest. */
export interface ExcerptBudget {
  /** The headline, which counts as well. Where the limit leaves no room for it, the publisher's name stands in. */
  readonly takeTitle: (source: ExcerptSource, title: string) => string;
  /** A sentence or quotation; undefined where there is no room left, or where this digest prints it already. */
  readonly takeExcerpt: (source: ExcerptSource, words: string) => Excerpt | undefined;
}

/**
 * Counts every verbatim character of an article together: headline, evidence and quotations.
 * @param limits characters by publisher; a limit above DEFAULT_EXCERPT_LIMIT does not raise it
 */
export function openExcerptBudget(limits: Readonly<Record<string, number>>): ExcerptBudget {
  const accounts = new Map<string, { left: number; readonly printed: string[] }>();

  const accountOf = (source: ExcerptSource) => {
    const known = accounts.get(source.articleId);
    if (known) return known;
    const own = Object.hasOwn(limits, source.publisher) ? limits[source.publisher] : undefined;
    const opened = { left: Math.min(own ?? DEFAULT_EXCERPT_LIMIT, DEFAULT_EXCERPT_LIMIT), printed: [] };
    accounts.set(source.articleId, opened);
    return opened;
  };

  const spend = (source: ExcerptSource, words: string): string => {
    const account = accountOf(source);
    if (words.length > account.left) return '';
    account.left -= words.length;
    account.printed.push(words.replace(/…$/u, ''));
    return words;
  };

  return {
    takeTitle: (source, title) => {
      const room = Math.min(accountOf(source).left, MAX_TITLE_CHARACTERS);
      const headline = cleanLine(title, room);
      const isScrap = headline.endsWith('…') && headline.length < MIN_CUT_TITLE_CHARACTERS;
      return (!isScrap && spend(source, headline)) || articleLink(source).publisher;
    },
    takeExcerpt: (source, words) => {
      const text = clipText(
        neutraliseLine(words.slice(0, MAX_EXCERPT_CHARACTERS * 4)),
        MAX_EXCERPT_CHARACTERS,
      );
      if (text === '' || accountOf(source).printed.some((printed) => overlaps(printed, text)))
        return undefined;
      const excerpt = spend(source, text);
      return excerpt === '' ? undefined : { text: excerpt, source: articleLink(source) };
    },
  };
}

/** The publisher's name and, where it is fit to print, the address. */
export function articleLink(source: { readonly publisher: string; readonly url: string }): ArticleLink {
  return {
    publisher: cleanLine(source.publisher, MAX_PUBLISHER_CHARACTERS) || 'Unnamed publisher',
    url: safeUrl(source.url),
  };
}

/** Whether one of two texts holds the other: printing both would print the same words twice. */
export function overlaps(printed: string, wanted: string): boolean {
  return printed.includes(wanted) || wanted.includes(printed);
}
