import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import type { Quote } from '../../../src/domain/quotes/quote.ts';
import { EMPTY_LEXICON } from '../../../src/domain/quotes/speaker-lexicon.ts';

/** Text that is nothing but what the rules look for, in every wrong order. */
const SCRAPS = [
  "\" “ ” „ « » ‘ ’ ' , . ? : ; — said says he she one who that Mr. Smith U.S. Source: Quote: allies allies' don’t 🙂",
  'according to|told reporters|the minister|Maria Petrova|a spokesman for|\n|\n\n',
].flatMap((words, index) => words.split(index === 0 ? ' ' : '|'));
const scrap = fc.constantFrom(...SCRAPS);
const scraps = fc.array(scrap, { maxLength: 120 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(
  scraps,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);

describe('findQuotes, for any text', () => {
  it('cites the text exactly', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const quote of findQuotes(text, EMPTY_LEXICON)) {
          expect(quote.content).toBe(text.slice(quote.start, quote.end));
          expect(quote.content.trim()).not.toBe('');
          expect(quote.speaker).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives quotes of one kind in order and without overlap, and none across a blank line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quotes = findQuotes(text, EMPTY_LEXICON);
        const between = quotes.filter(({ form }) => form !== 'indirect');
        const indirect = quotes.filter(({ form }) => form === 'indirect');
        for (const kind of [between, indirect]) expect(firstOverlap(kind)).toBeUndefined();
        for (const { content } of quotes) expect(content).not.toMatch(/\n[^\S\n]*\n/);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same quotes again', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        expect(findQuotes(text, EMPTY_LEXICON)).toEqual(findQuotes(text, EMPTY_LEXICON));
      }),
    );
  });
});

function firstOverlap(quotes: readonly Quote[]): Quote | undefined {
  return quotes.find((quote, index) => index > 0 && quote.start < (quotes[index - 1]?.end ?? 0));
}
