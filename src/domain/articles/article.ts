/** What extraction found in a page. Paragraphs of `text` are separated by one blank line. */
export interface ExtractedArticle {
  /** The headline, without the site's name. */
  readonly title: string;
  /** Names of the authors, as printed, without "By". */
  readonly byline: readonly string[];
  /** ISO 8601 in UTC; the publisher's claim. */
  readonly publishedAt?: string | undefined;
  /** The calendar day of `publishedAt` on the publisher's clock, YYYY-MM-DD: what "Thursday" is counted from. */
  readonly publishedDate?: string | undefined;
  /** ISO 8601 in UTC; the publisher's claim. */
  readonly updatedAt?: string | undefined;
  /** Where `publishedAt` was found, in falling order of trust. */
  readonly publishedFrom?: 'json-ld' | 'meta' | 'time' | 'text' | 'address' | undefined;
  /** ISO 639-1, detected from the text since page attributes lie. */
  readonly language?: string | undefined;
  readonly canonicalUrl?: string | undefined;
  readonly publisher?: string | undefined;
  readonly section?: string | undefined;
  /** The article and nothing but the article: paragraphs separated by `\n\n`. */
  readonly text: string;
  /** The first words of `text`, at most 300 characters, cut at a word. */
  readonly excerpt: string;
  /** What each cleaning step took out, and why. */
  readonly removed: readonly Removal[];
  /** Paywall, correction, live blog, truncation: what a reader must know about this text. */
  readonly notices: readonly string[];
  /** The timed entries of a live blog, in the order of the page; absent for any other article. */
  readonly entries?: readonly LiveEntry[] | undefined;
}

/** One entry of a live blog. */
export interface LiveEntry {
  readonly title?: string | undefined;
  /** ISO 8601 in UTC, where the entry states its day and time. */
  readonly publishedAt?: string | undefined;
  readonly text: string;
}

/** One cleaning step's work on one page. */
export interface Removal {
  /** The step's name, such as `caption` or `related-links`. */
  readonly step: string;
  /** Why the step thinks this is not the article. */
  readonly why: string;
  /** The removed text, at most 120 characters. */
  readonly sample: string;
}

/** Extraction either finds an article or says why there is none. */
export type Extraction =
  | { readonly kind: 'article'; readonly article: ExtractedArticle }
  | { readonly kind: 'not-readerable'; readonly reason: NonArticleReason };

/** Why a page that arrived has no article in it. */
export type NonArticleReason =
  | 'bot-check'
  | 'consent-wall'
  | 'javascript-shell'
  | 'no-article-text'
  | 'not-found-page';

/** What understanding needs of an article, from whatever source it came. */
export interface ArticleText {
  readonly id: string;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  /** ISO 8601; the calendar date in it is the one that "Thursday" is resolved against. */
  readonly publishedAt?: string | undefined;
  readonly title: string;
  readonly text: string;
}
