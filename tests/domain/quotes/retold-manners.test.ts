import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import { EMPTY_LEXICON, type SpeakerLexicon } from '../../../src/domain/quotes/speaker-lexicon.ts';

function told(text: string, lexicon: SpeakerLexicon = EMPTY_LEXICON): string[] {
  return findQuotes(text, lexicon)
    .filter(({ form }) => form !== 'indirect')
    .map(({ speaker, content }) => `${speaker}: ${content}`);
}

describe('whose words they are', () => {
  it.each([
    [
      'those who were told',
      '“We have sent some,” reporters were told on Monday by Anna Berg.',
      'Anna Berg: We have sent some,',
    ],
    [
      'those who heard it',
      '“We will see results,” journalists heard from Anna Berg, the mayor.',
      'Anna Berg: We will see results,',
    ],
    [
      'an agency that quotes',
      '“We donate it under one condition,” the Ledger quoted Anna Berg, the mayor, as saying.',
      'Anna Berg: We donate it under one condition,',
    ],
    [
      'an agency that quotes before it',
      'The Ledger quoted Anna Berg as saying that the pier was “not new at all”.',
      'Anna Berg: not new at all',
    ],
    [
      'her words',
      'In Anna Berg’s words, “no one is guided by such talk any more.”',
      'Anna Berg: no one is guided by such talk any more.',
    ],
    [
      'one for whom it is so',
      'Nothing came from Anna Berg, for whom it “would be a step towards war”.',
      'Anna Berg: would be a step towards war',
    ],
    [
      'one to whom it is so',
      'To Anna Berg, the mayor, it “cannot be normal” that the pier leaks.',
      'Anna Berg: cannot be normal',
    ],
    [
      'an answer that came',
      '“That is a matter for the council,” came Anna Berg’s answer.',
      'Anna Berg: That is a matter for the council,',
    ],
    [
      'how somebody summed it up',
      '“There was nothing we could do about it,” was how Anna Berg summed it up.',
      'Anna Berg: There was nothing we could do about it,',
    ],
    [
      'a name after a house',
      'In the House of Commons Mr Berg said: “The pier has a right to stand.”',
      'Berg: The pier has a right to stand.',
    ],
    [
      'one who reacts first',
      'Reacting to the vote, Anna Berg said it would “run contrary to our plans”.',
      'Anna Berg: run contrary to our plans',
    ],
    [
      'an inverted verb at the end',
      'The town needed to “sober up” and see it, suggested Anna Berg, the mayor.',
      'Anna Berg: sober up',
    ],
    [
      'what goes on behind a semicolon',
      'It would end nothing, Anna Berg said; it would be “the end of the pier”.',
      'Anna Berg: the end of the pier',
    ],
    [
      'one who speaks of a decision',
      'Anna Berg warned on Monday that the decision adds “fuel to the fire.”',
      'Anna Berg: fuel to the fire.',
    ],
    [
      'a paper that only reports',
      'Anna Berg promised more help so that the pier “does not collapse,” the newspaper Ledger reported.',
      'Anna Berg: does not collapse,',
    ],
    [
      'nobody who is named',
      'It rained. “We saw them sitting there and there was nothing to be done.” Then it snowed.',
      'unknown: We saw them sitting there and there was nothing to be done.',
    ],
  ])('%s', (_name, text, quote) => {
    expect(told(text)).toEqual([quote]);
  });
});

describe('whom a pronoun means', () => {
  const lexicon: SpeakerLexicon = {
    speakers: {
      organisations: [],
      people: [
        { name: 'Anna Berg', aliases: ['Berg'], pronoun: 'she' },
        { name: 'Max Holm', aliases: ['Holm'], pronoun: 'he' },
      ],
    },
    offices: new Map(),
  };

  it('is told by what the one who is known is called', () => {
    const text = 'Anna Berg met Max Holm. “It is late,” she said. “It is not,” he replied.';
    expect(told(text, lexicon)).toEqual(['Anna Berg: It is late,', 'Max Holm: It is not,']);
  });

  it('is nobody of whom the words only speak', () => {
    const text = '“It is late,” Anna Berg said. When Nora Lind speaks, “it has weight,” she added.';
    expect(told(text, lexicon)).toEqual(['Anna Berg: It is late,', 'Anna Berg: it has weight,']);
  });

  it('is no paper that reports', () => {
    const text = 'Max Holm was there, the Ledger reported. “I am sticking to it,” he said.';
    expect(told(text, lexicon)).toEqual(['Max Holm: I am sticking to it,']);
  });
});

describe('who wrote or is described', () => {
  it.each([
    [
      'a statement by a body',
      'According to a statement by the Harbour Ministry, it is “specialists from abroad who steer each ship”.',
      'Harbour Ministry: specialists from abroad who steer each ship',
    ],
    [
      'a post by somebody',
      '“Nobody should read that story,” read a post by Anna Berg, the mayor.',
      'Anna Berg: Nobody should read that story,',
    ],
    [
      'the words of one described',
      'Anna Berg, the ministry’s spokeswoman, was on television. In the diplomat’s words, “no one is guided by such talk any more.”',
      'Anna Berg: no one is guided by such talk any more.',
    ],
    [
      'one of two',
      'A pair of harbour officials spoke to the paper. “It is meant for defence,” in the words of one of them.',
      'harbour official: It is meant for defence,',
    ],
    [
      'an office without the occasion',
      '“We have decided to send them,” declared the mayor on arriving in Oslo, where the summit began.',
      'mayor: We have decided to send them,',
    ],
    [
      'nobody, where a thing is so',
      'One thing was beyond dispute for the general: “we have asked them to refrain from using the pier.”',
      'unknown: we have asked them to refrain from using the pier.',
    ],
  ])('%s', (_name, text, quote) => {
    expect(told(text)).toEqual([quote]);
  });
});
