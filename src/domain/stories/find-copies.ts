import { compareText } from '../text/compare-text.ts';
import type { ArticleFeatures } from './article-features.ts';
import { creditAgencies, OWN_REPORTING_RATIO } from './credit-agency.ts';
import { countShared } from './hash-words.ts';

/** Share of the shorter text's shingles that must stand in the longer one too. */
const MIN_CONTAINMENT = 0.65;
/** One shingle in this many is looked up to find candidates; which ones is decided by the shingle itself. */
const SAMPLE_MODULUS = 8;
/** A text of no more shingles is looked up by all of them: too few would be left to chance. */
const SMALL_TEXT_SHINGLES = 200;
/** Fewer shared samples than this are a shared quotation or a footer. */
const MIN_SHARED_SAMPLES = 2;
/** A shingle in more texts than this is a set phrase. Copies are not entered, so a much-copied text stays findable. */
const MAX_POSTINGS = 64;
/** Shorter texts are judged as events only: too few words to call one a copy. */
const MIN_SHINGLES = 20;

/**
 * Finds syndicated copies: texts most of which stands, word for word, in another article (containment of 5-word shingles:
 * Broder, "On the resemblance and containment of documents", 1997).
 *
 * @param articles sorted by time and id, so that of two equal texts the earlier is the original, unless they name an
 *   agency whose own article is among them
 * @returns the copied article for each copy; an original is never itself a copy
 */
export function findCopies(articles: readonly ArticleFeatures[]): Map<ArticleFeatures, ArticleFeatures> {
  const originalOf = new Map<ArticleFeatures, ArticleFeatures>();
  const index = new Map<number, ArticleFeatures[]>();
  for (const article of articles) {
    if (article.textShingles.length < MIN_SHINGLES) continue;
    const found = findOriginal(article, index);
    const original = found && (originalOf.get(found) ?? found);
    if (original && isOnlyCopied(article, original)) {
      originalOf.set(article, original);
      continue;
    }
    if (original) replaceOriginal(original, article, originalOf);
    enter(article, index);
  }
  creditAgencies(originalOf);
  return originalOf;
}

/** The article whose text is most nearly the same, among those entered before. */
function findOriginal(
  article: ArticleFeatures,
  index: ReadonlyMap<number, ArticleFeatures[]>,
): ArticleFeatures | undefined {
  const sharedSamples = new Map<ArticleFeatures, number>();
  for (const shingle of sample(article)) {
    for (const other of index.get(shingle) ?? [])
      sharedSamples.set(other, (sharedSamples.get(other) ?? 0) + 1);
  }
  const [best] = [...sharedSamples]
    .filter(([, samples]) => samples >= MIN_SHARED_SAMPLES)
    .map(([other]) => ({ other, containment: containmentOf(article, other) }))
    .filter(({ containment }) => containment >= MIN_CONTAINMENT)
    .sort(
      (one, second) =>
        second.containment - one.containment || compareText(one.other.article.id, second.other.article.id),
    );
  return best?.other;
}

function containmentOf(one: ArticleFeatures, other: ArticleFeatures): number {
  const shorter = Math.min(one.textShingles.length, other.textShingles.length);
  return countShared(one.textShingles, other.textShingles) / shorter;
}

function isOnlyCopied(article: ArticleFeatures, original: ArticleFeatures): boolean {
  return article.textShingles.length <= original.textShingles.length * OWN_REPORTING_RATIO;
}

/** The longer, later text takes the place of the one it contains, for that one's copies too. */
function replaceOriginal(
  contained: ArticleFeatures,
  longer: ArticleFeatures,
  originalOf: Map<ArticleFeatures, ArticleFeatures>,
): void {
  for (const [copy, original] of originalOf) if (original === contained) originalOf.set(copy, longer);
  originalOf.set(contained, longer);
}

function enter(article: ArticleFeatures, index: Map<number, ArticleFeatures[]>): void {
  for (const shingle of sample(article)) {
    const postings = index.get(shingle);
    if (!postings) index.set(shingle, [article]);
    else if (postings.length < MAX_POSTINGS) postings.push(article);
  }
}

function sample({ textShingles }: ArticleFeatures): Uint32Array {
  if (textShingles.length <= SMALL_TEXT_SHINGLES) return textShingles;
  return textShingles.filter((shingle) => shingle % SAMPLE_MODULUS === 0);
}
