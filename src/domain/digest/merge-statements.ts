import type { Position } from '../positions/position.ts';
import type { StoryArticle } from '../stories/story.ts';
import { compareText } from '../text/compare-text.ts';
import type { ExcerptSource } from './excerpt-budget.ts';
import { daysBetween } from './format-dates.ts';

/** One statement, however many articles report it. */
export interface MergedStatement {
  readonly position: Position;
  readonly source: ExcerptSource;
  /** Every article that reports it, the best first. */
  readonly sources: readonly ExcerptSource[];
}

/**
 * The news positions that pass the test, one for each (actor, action, weapon, date within a day): the guideline's rule for
 * merging (docs/annotation.md, B4), but for the area, which reports of one statement word differently. Each is shown by the
 * report nearest to the speaker.
 */
export function mergeStatements(
  articles: readonly StoryArticle[],
  isWanted: (position: Position) => boolean,
): MergedStatement[] {
  const merged: { position: Position; sources: ExcerptSource[] }[] = [];
  for (const { position, source } of reportsNearestFirst(articles, isWanted)) {
    const same = merged.find((one) => isSameStatement(one.position, position));
    if (!same) merged.push({ position, sources: [source] });
    else if (!same.sources.some((known) => known.articleId === source.articleId)) same.sources.push(source);
  }
  return merged.flatMap(({ position, sources }) =>
    sources[0] ? [{ position, source: sources[0], sources }] : [],
  );
}

function reportsNearestFirst(articles: readonly StoryArticle[], isWanted: (position: Position) => boolean) {
  return articles
    .flatMap((article) =>
      article.positions
        .filter((position) => position.status === 'news' && isWanted(position))
        .map((position) => ({ position, source: excerptSource(article), listedAt: article.listedAt })),
    )
    .sort(
      (one, other) =>
        ATTRIBUTION_RANK[one.position.attribution] - ATTRIBUTION_RANK[other.position.attribution] ||
        other.position.confidence - one.position.confidence ||
        compareText(one.listedAt, other.listedAt) ||
        compareText(one.source.articleId, other.source.articleId) ||
        one.position.evidence.start - other.position.evidence.start,
    );
}

const ATTRIBUTION_RANK = { direct: 0, paraphrase: 1, narration: 2, anonymous: 3 } as const;

/** Whether two positions are reports of one statement. */
export function isSameStatement(one: Position, other: Position): boolean {
  return (
    one.actor === other.actor &&
    one.country === other.country &&
    one.action === other.action &&
    one.weapon === other.weapon &&
    isSameDay(one.statementDate, other.statementDate)
  );
}

function isSameDay(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  return Math.abs(daysBetween(one, other) ?? 0) <= 1;
}

export function excerptSource(article: StoryArticle): ExcerptSource {
  return { articleId: article.id, publisher: article.publisher, url: article.url };
}
