import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import { EMPTY_LEXICON } from '../../../src/domain/quotes/speaker-lexicon.ts';

interface LabelledArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly { readonly speaker: string; readonly content: string }[];
}

export interface QuoteScore {
  readonly labelled: number;
  /** Labelled quotations that were found with exactly their content. */
  readonly found: number;
  /** Found ones whose speaker is right. */
  readonly rightSpeaker: number;
  /** Found ones that nobody labelled. */
  readonly extra: number;
  readonly mistakes: readonly string[];
}

export function readLabelled(name: string): LabelledArticle[] {
  const path = new URL(`../../../fixtures/labelled/${name}.jsonl`, import.meta.url);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledArticle);
}

/**
 * A quarter of the articles was held out while the rules were written: those whose id, as SHA-256, has a first
 * 32-bit word that four divides.
 */
export function isHeldOut({ id }: LabelledArticle): boolean {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % 4 === 0;
}

/** Scores quotations between marks without any lexicon; indirect speech is not labelled. */
export function scoreQuotes(articles: readonly LabelledArticle[]): QuoteScore {
  const score = { labelled: 0, found: 0, rightSpeaker: 0, extra: 0, mistakes: [] as string[] };
  for (const { id, text, quotes } of articles) {
    const found = new Set(findQuotes(text, EMPTY_LEXICON).filter(({ form }) => form !== 'indirect'));
    for (const label of quotes) {
      score.labelled += 1;
      const match = [...found].find((quote) => spaced(quote.content) === spaced(label.content));
      if (match === undefined) {
        score.mistakes.push(`${id}: not found: ${label.content}`);
        continue;
      }
      found.delete(match);
      score.found += 1;
      if (isSameSpeaker(label.speaker, match.speaker)) score.rightSpeaker += 1;
      else score.mistakes.push(`${id}: ${match.speaker} for ${label.speaker}: ${label.content}`);
    }
    score.extra += found.size;
    score.mistakes.push(...[...found].map(({ content }) => `${id}: nobody labelled: ${content}`));
  }
  return score;
}

/**
 * A name must be the same name. Annotators describe those without one in their own words ("unnamed NATO diplomat" for
 * "a diplomat at alliance headquarters"), so a description must share a content word.
 */
function isSameSpeaker(labelled: string, found: string): boolean {
  if (spaced(labelled).toLowerCase() === spaced(found).toLowerCase()) return true;
  if (found === 'unknown' || isFullName(labelled)) return false;
  const words = new Set(contentWords(labelled));
  return contentWords(found).some((word) => words.has(word));
}

function isFullName(speaker: string): boolean {
  const isCapitalised = speaker.split(' ').every((word) => /^(?:\p{Lu}|de|van|von|der)/u.test(word));
  return (
    isCapitalised &&
    speaker.includes(' ') &&
    !/Ministry|House|Republican|spokes|source|official/i.test(speaker)
  );
}

function contentWords(speaker: string): string[] {
  const words = speaker.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => word.length > 3 && word !== 'unnamed' && word !== 'from')
    .map((word) => word.replace(/s$/, ''));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}
