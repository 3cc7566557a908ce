import { expect, test } from 'vitest';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import { EMPTY_LEXICON } from '../../../src/domain/quotes/speaker-lexicon.ts';

/** The speaker of the last quotation of a text. */
const CASES: readonly (readonly [speaker: string, text: string])[] = [
  // what somebody had done is told in the words of whoever tells it
  ['Anna Berg', 'Anna Berg wrote that Jan Holm had answered the letter “in a language that all understand”.'],
  ['Anna Berg', 'Anna Berg welcomed it, saying Jan Holm had responded “in a language that all understand”.'],
  [
    'Anna Berg',
    'Anna Berg told the radio that she did not know why Jan Holm had said such a thing and that “we have to be careful”.',
  ],
  [
    'Anna Berg',
    'The fees were announced after Anna Berg shelved the plan, saying she did not want “a wasted summer”.',
  ],
  // openings and predicates
  [
    'Anna Berg',
    'Jan Holm spoke first. Standing next to him, Anna Berg was asked whether it was true. “The short answer is no,” she said.',
  ],
  ['mayor', 'Last week the mayor appeared to hint at it, writing that it was “very hard to win”.'],
  [
    'Port Authority',
    'The Port Authority went a step further, telling the Ledger that the pier “is not its own”.',
  ],
  [
    'Anna Berg',
    '“There is no new agreement,” Finance Minister and Vice Chancellor Anna Berg told reporters in Oslo.',
  ],
  // those without a name
  [
    'mayor’s spokesperson',
    'Spokesperson Max Holm spoke. The mayor’s spokesperson said that it was late. “We are not afraid,” the spokesperson added.',
  ],
  [
    'spokesperson',
    'A spokesperson said there had been “no change”.\n\n“We make that clear to all,” they added.',
  ],
  // who goes on
  [
    'Anna Berg',
    '“I described something,” Anna Berg said at the port. The question had played a role for years. “As far as I know, it is over.”',
  ],
];

test.each(CASES)('%s: %s', (speaker, text) => {
  expect(
    findQuotes(text, EMPTY_LEXICON)
      .filter(({ form }) => form !== 'indirect')
      .at(-1)?.speaker,
  ).toBe(speaker);
});

const KNOWN = {
  people: [
    { name: 'Anna Bergström', aliases: ['Bergström'] },
    { name: 'Max Holm', aliases: ['Holm'] },
  ],
  organisations: [],
};

test.each([
  ['Max Holm', 'Secretary of State Max Holm said: “It is late.”'],
  ['Max Holm', 'President-elect Max Holm said: “It is late.”'],
  ['Max Holm', 'Commander-in-Chief Max Holm was there. “It is late,” the commander said.'],
  ['Anna Bergström', 'Anna Bergstrom said: “It is late.”'],
  // an ally of somebody is another
  ['ally of Max Holm', 'An ally of Max Holm said: “It is late.”'],
])('%s, by the name that the lexicon has: %s', (speaker, text) => {
  expect(findQuotes(text, { ...EMPTY_LEXICON, speakers: KNOWN }).at(-1)?.speaker).toBe(speaker);
});
