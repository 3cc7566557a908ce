import type { ArticleFeatures } from './article-features.ts';
import type { TermVector } from './term-vectors.ts';

/** An event is retold for days; later articles tell what came of it. */
export const MAX_APART_MS = 4 * 86_400_000;
/** The heaviest terms of an article: two tellings of one event share several of these. */
const LOOKED_UP_TERMS = 24;
/** A term in more articles than this is looked up in vain: it tells topics apart, not events. */
const MAX_POSTINGS = 400;
const MIN_PARTIAL_SIMILARITY = 0.06;
const MAX_CANDIDATES = 80;

/** Two articles worth comparing, by their places in the list; the first is the smaller. */
export interface CandidatePair {
  readonly one: number;
  readonly other: number;
}

/**
 * Pairs that share heavy terms or words between quotation marks and are near in time, found through inverted indexes, so
 * that the work grows with what articles share and not with the square of their number.
 */
export function findCandidatePairs(
  articles: readonly ArticleFeatures[],
  vectors: readonly TermVector[],
): CandidatePair[] {
  const heavyTerms = vectors.map(heaviestTerms);
  const byTerm = invert(heavyTerms.map((terms) => terms.map(({ term }) => term)));
  const weights = heavyTerms.map((terms) => new Map(terms.map(({ term, weight }) => [term, weight])));
  const byQuote = invert(articles.map((article) => [...article.quoteShingles]));
  return articles.flatMap((article, one) => {
    const shared = new Map<number, number>();
    const note = (other: number, amount: number) => {
      if (other > one && isNear(article, articles[other]))
        shared.set(other, (shared.get(other) ?? 0) + amount);
    };
    for (const { term, weight } of heavyTerms[one] ?? []) {
      for (const other of postings(byTerm, term)) note(other, weight * (weights[other]?.get(term) ?? 0));
    }
    for (const quote of article.quoteShingles) {
      for (const other of postings(byQuote, quote)) note(other, MIN_PARTIAL_SIMILARITY);
    }
    return strongest(shared).map((other) => ({ one, other }));
  });
}

function heaviestTerms(vector: TermVector): { readonly term: number; readonly weight: number }[] {
  return Array.from(vector.terms, (term, index) => ({ term, weight: vector.weights[index] ?? 0 }))
    .sort((one, other) => other.weight - one.weight || one.term - other.term)
    .slice(0, LOOKED_UP_TERMS);
}

function invert(keysOfArticles: readonly (readonly number[])[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  for (const [article, keys] of keysOfArticles.entries()) {
    for (const key of keys) {
      const known = index.get(key);
      if (known) known.push(article);
      else index.set(key, [article]);
    }
  }
  return index;
}

function postings(index: ReadonlyMap<number, number[]>, key: number): readonly number[] {
  const found = index.get(key) ?? [];
  return found.length > MAX_POSTINGS ? [] : found;
}

function isNear(one: ArticleFeatures, other: ArticleFeatures | undefined): boolean {
  return other !== undefined && Math.abs(one.listedMs - other.listedMs) <= MAX_APART_MS;
}

function strongest(shared: ReadonlyMap<number, number>): number[] {
  return [...shared]
    .filter(([, amount]) => amount >= MIN_PARTIAL_SIMILARITY)
    .sort(([one, oneAmount], [other, otherAmount]) => otherAmount - oneAmount || one - other)
    .slice(0, MAX_CANDIDATES)
    .map(([other]) => other);
}
