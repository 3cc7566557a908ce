import type { ArticleFeatures } from './article-features.ts';

/**
 * Imagined further articles that hold none of these words, so that a day with five articles does not take a word in two of
 * them for a common one.
 */
const PRIOR_ARTICLES = 40;
/** The terms that decide; the rest is too light to change a similarity. */
const MAX_TERMS = 120;

/** A unit vector: term numbers in rising order with their weights. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** Sparse tf-idf vectors of unit length, one for each article, comparable with each other only. */
export function weighTerms(articles: readonly ArticleFeatures[]): TermVector[] {
  const articleCounts = new Map<number, number>();
  for (const { terms } of articles) {
    for (const term of terms.terms) articleCounts.set(term, (articleCounts.get(term) ?? 0) + 1);
  }
  const total = articles.length + PRIOR_ARTICLES;
  const rarity = (term: number) => {
    const count = articleCounts.get(term) ?? 0;
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  };
  return articles.map(({ terms: { terms, counts } }) => {
    const weighted = Array.from(terms, (number, index) => ({
      number,
      weight: Math.log1p(counts[index] ?? 1) * rarity(number),
    }));
    const heaviest = weighted.sort((one, other) => other.weight - one.weight || one.number - other.number);
    return toUnitVector(heaviest.slice(0, MAX_TERMS));
  });
}

/** 0 to 1. */
export function cosine(one: TermVector, other: TermVector): number {
  let sum = 0;
  let left = 0;
  let right = 0;
  while (left < one.terms.length && right < other.terms.length) {
    const difference = (one.terms[left] ?? 0) - (other.terms[right] ?? 0);
    if (difference === 0) sum += (one.weights[left] ?? 0) * (other.weights[right] ?? 0);
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return sum;
}

function toUnitVector(weighted: readonly { readonly number: number; readonly weight: number }[]): TermVector {
  const inOrder = weighted.toSorted((one, other) => one.number - other.number);
  const length = Math.hypot(...inOrder.map(({ weight }) => weight)) || 1;
  return {
    terms: Int32Array.from(inOrder, ({ number }) => number),
    weights: Float64Array.from(inOrder, ({ weight }) => weight / length),
  };
}
