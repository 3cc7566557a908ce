import type { ArticleFeatures } from './article-features.ts';
import { MAX_APART_MS } from './candidate-pairs.ts';
import { eventGapDays } from './event-days.ts';
import { countShared } from './hash-words.ts';

const DAY_MS = 86_400_000;

/** Statements two days apart are two statements, whoever makes them (docs/annotation.md, B4). */
const FAR_APART_DAYS = 2;
/** What a day named in the first lines says about two articles is less than what dated statements say. */
const LEAD_DAYS_DIFFER = 0.6;
const ACTORS_DIFFER = 0.6;
const SAME_DAY = 1.1;
/** What the same words in quotation marks add at most. */
const QUOTE_BOOST = 0.35;
/** What it adds when both report the same statements: the same country saying the same, a day apart at most. */
const SAME_STATEMENTS_BOOST = 0.12;
/** Shared five-word runs within quotations that count as one whole sentence quoted by both. */
const WHOLE_QUOTATION_SHINGLES = 8;

/**
 * How surely two articles tell the same event, 0 to 1: the similarity of their words, raised by quotations and statements they
 * share, lowered by time between them, by different actors and by different days; 0 where dated statements are far apart.
 *
 * @param wordSimilarity cosine of the two term vectors
 */
export function eventSimilarity(
  one: ArticleFeatures,
  other: ArticleFeatures,
  wordSimilarity: number,
): number {
  const sharedQuotes = countShared(one.quoteShingles, other.quoteShingles);
  const quoted = QUOTE_BOOST * Math.min(1, sharedQuotes / WHOLE_QUOTATION_SHINGLES);
  const actors = sharedQuotes === 0 && haveDifferentActors(one, other) ? ACTORS_DIFFER : 1;
  const stated = SAME_STATEMENTS_BOOST * shareOfStatements(one, other);
  return Math.min(
    1,
    (wordSimilarity + quoted + stated) * actors * dayFactor(one, other) * nearness(one, other),
  );
}

function dayFactor(one: ArticleFeatures, other: ArticleFeatures): number {
  if (isToldBefore(one, other) || isToldBefore(other, one)) return LEAD_DAYS_DIFFER;
  const gapDays = eventGapDays(one.eventDays, other.eventDays);
  if (gapDays === undefined) return 1;
  if (gapDays === 0) return SAME_DAY;
  if (gapDays < FAR_APART_DAYS) return 1;
  const areBothDated = one.eventDays.from === 'positions' && other.eventDays.from === 'positions';
  return areBothDated ? 0 : LEAD_DAYS_DIFFER;
}

/** Whether an undated article was out days before what the other one reports took place. */
function isToldBefore(one: ArticleFeatures, other: ArticleFeatures): boolean {
  const [firstDay] = other.eventDays.days;
  if (one.eventDays.days.length > 0 || firstDay === undefined) return false;
  return firstDay - Math.floor(one.listedMs / DAY_MS) >= FAR_APART_DAYS;
}

function haveDifferentActors(one: ArticleFeatures, other: ArticleFeatures): boolean {
  return (
    one.actors.size > 0 && other.actors.size > 0 && ![...one.actors].some((actor) => other.actors.has(actor))
  );
}

/** Of all statements that the two report, how many both do: an article on two decisions is half about each. */
function shareOfStatements(one: ArticleFeatures, other: ArticleFeatures): number {
  const shared = [...one.statements].filter(([statement, day]) => {
    const otherDay = other.statements.get(statement);
    return otherDay !== undefined && Math.abs(day - otherDay) <= 1;
  }).length;
  const all = one.statements.size + other.statements.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** 1 within a day, falling to a half at the edge of the window. */
function nearness(one: ArticleFeatures, other: ArticleFeatures): number {
  const beyondADayMs = Math.max(0, Math.abs(one.listedMs - other.listedMs) - DAY_MS);
  return 1 - 0.5 * Math.min(1, beyondADayMs / (MAX_APART_MS - DAY_MS));
}
