import type { ArticleMarker, StoredArticle } from './ports.ts';

/** An article as it stands in the table. */
export interface KnownArticle extends ArticleMarker {
  readonly listedAt?: string | undefined;
  readonly rulesVersion?: string | undefined;
  /** Where its text lies; an article that was off-topic from the first has none. */
  readonly text?: Pick<StoredArticle, 'textHash' | 'textKey' | 'textSource'> | undefined;
  readonly extracted?: StoredArticle['article'] | undefined;
  readonly topics: Readonly<
    Record<string, { readonly relevance: 'core' | 'mention'; readonly toldOn?: string | undefined }>
  >;
  /** Each as `<topic>/<positionId>`. */
  readonly positionIds: readonly string[];
  readonly quoteCount: number;
}

export interface KnownArticles {
  /** Strongly consistent. */
  find(articleId: string): Promise<KnownArticle | undefined>;
}
