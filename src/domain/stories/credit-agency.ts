import { foldWord } from '../text/fold.ts';
import type { ArticleFeatures } from './article-features.ts';

/** A text this much longer than the one it contains has reporting of its own. */
export const OWN_REPORTING_RATIO = 1.5;

/** A dateline with its agency, as wires are printed: `KYIV, May 30 (Reuters) -`, `BRUSSELS (AP) —`. */
const DATELINE = /^[^()\n]{2,60}\((?<agency>[\p{Lu}][\p{L} .]{1,30})\)\s{0,2}[-–—:]/u;

/**
 * Puts an agency's own article in the place of the original where copies of it name that agency in their dateline,
 * whichever was listed first: readers are told of the agency, and the outlets that carry it count as its copies.
 *
 * @param originalOf the copied article for each copy; changed in place
 */
export function creditAgencies(originalOf: Map<ArticleFeatures, ArticleFeatures>): void {
  const copiesOf = Map.groupBy(originalOf.keys(), (copy) => originalOf.get(copy));
  for (const [original, copies] of copiesOf) {
    if (original === undefined) continue;
    const texts = [original, ...copies];
    const credited = new Set(texts.flatMap((text) => agencyOf(text.article.text) ?? []));
    const agency = texts.find((text) => isAgency(text.article.publisher, credited));
    if (agency === undefined || agency === original || hasOwnReporting(original, agency)) continue;
    originalOf.delete(agency);
    for (const text of texts) if (text !== agency) originalOf.set(text, agency);
  }
}

/** An original that was preferred for its length stays the original. */
function hasOwnReporting(original: ArticleFeatures, agency: ArticleFeatures): boolean {
  return original.textShingles.length > agency.textShingles.length * OWN_REPORTING_RATIO;
}

function agencyOf(text: string): string | undefined {
  const agency = DATELINE.exec(text.slice(0, 120))?.groups?.['agency'];
  return agency === undefined ? undefined : foldWord(agency).replaceAll('.', '');
}

/** By its name, the beginning of its name, or its initials. */
function isAgency(publisher: string, credited: ReadonlySet<string>): boolean {
  const name = foldWord(publisher);
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const initials = words.map((word) => word[0]).join('');
  return [name, words[0] ?? '', initials].some((spelling) => credited.has(spelling));
}
