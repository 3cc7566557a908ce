import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import { EMPTY_LEXICON, type SpeakerLexicon } from '../../../src/domain/quotes/speaker-lexicon.ts';

const LEXICON: SpeakerLexicon = {
  speakers: {
    people: [
      { name: 'Ilse Brandt', aliases: ['Ilsa Brandt', 'Brandt'] },
      { name: 'Oleh Hnatiuk', aliases: ['Oleg Gnatyuk'] },
    ],
    organisations: [
      {
        name: 'Harbour Ministry',
        aliases: ['ministry of harbours'],
        spokesperson: 'Harbour Ministry spokesperson',
      },
    ],
  },
  offices: new Map([['Ilse Brandt', { descriptions: ['head of the Union', 'Union chief'] }]]),
};

/** Quotes between marks, as `speaker: content (cue)`. */
function told(text: string, lexicon: SpeakerLexicon = EMPTY_LEXICON): string[] {
  return findQuotes(text, lexicon)
    .filter(({ form }) => form !== 'indirect')
    .map(({ speaker, content, cue }) => `${speaker}: ${content} (${cue})`);
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly quotes: readonly string[];
}

describe('where the cue stands', () => {
  it.each<Case>([
    { name: 'after', text: '"It is late," Anna Berg said.', quotes: ['Anna Berg: It is late, (said)'] },
    {
      name: 'after, inverted',
      text: '"It is late," said Anna Berg.',
      quotes: ['Anna Berg: It is late, (said)'],
    },
    { name: 'before', text: 'Anna Berg said: "It is late."', quotes: ['Anna Berg: It is late. (said)'] },
    {
      name: 'inside',
      text: '"It is late," said Anna Berg, a clerk, "and nobody came."',
      quotes: ['Anna Berg: It is late, (said)', 'Anna Berg: and nobody came. (said)'],
    },
    {
      name: 'between two sentences',
      text: '"It is late," Anna Berg said. "Nobody came."',
      quotes: ['Anna Berg: It is late, (said)', 'Anna Berg: Nobody came. ()'],
    },
    {
      name: 'according to, after',
      text: 'The pier is "quite safe," according to Anna Berg.',
      quotes: ['Anna Berg: quite safe, (according to)'],
    },
    {
      name: 'according to, before',
      text: 'According to Anna Berg, the pier is "quite safe".',
      quotes: ['Anna Berg: quite safe (According to)'],
    },
    {
      name: 'at the end of the sentence',
      text: 'It would be “very hard” if the pier closed, Anna Berg pointed out.',
      quotes: ['Anna Berg: very hard (pointed out)'],
    },
    {
      name: 'a participle',
      text: 'Anna Berg left the room, saying she was "not amused".',
      quotes: ['Anna Berg: not amused (saying)'],
    },
    {
      name: 'a participle with a subject of its own',
      text: 'Officials kept silent, with spokesman Max Holm telling reporters he would "not comment".',
      quotes: ['Max Holm: not comment (telling)'],
    },
    {
      name: 'a noun for speech',
      text: 'She was asked about comments from Mayor Anna Berg that the pier “would fall down tomorrow”.',
      quotes: ['Anna Berg: would fall down tomorrow (comments)'],
    },
    { name: 'a colon alone', text: 'Anna Berg: "It is late."', quotes: ['Anna Berg: It is late. ()'] },
    {
      name: 'the main verb, not that of a side clause',
      text: 'Anna Berg criticised the builders who had promised a pier: "We have not seen one."',
      quotes: ['Anna Berg: We have not seen one. (criticised)'],
    },
    {
      name: 'a sentence before, with a colon',
      text: 'According to Port Radio, Anna Berg, a member of the council, spoke in Oslo, saying:\n\n"It is late."',
      quotes: ['Anna Berg: It is late. (saying)'],
    },
    {
      name: 'a sentence before, with a time',
      text: 'Later that afternoon, Anna Berg wrote:\n\n"It is late."',
      quotes: ['Anna Berg: It is late. (wrote)'],
    },
    {
      name: 'an adverbial between',
      text: 'Anna Berg in turn warned it was "late".',
      quotes: ['Anna Berg: late (warned)'],
    },
    { name: 'a question', text: '"Who pays?" asked Anna Berg.', quotes: ['Anna Berg: Who pays? (asked)'] },
    {
      name: 'a question with the name first',
      text: '"Who pays?" Anna Berg asked the room.',
      quotes: ['Anna Berg: Who pays? (asked)'],
    },
  ])('$name', ({ text, quotes }) => {
    expect(told(text)).toEqual(quotes);
  });
});

describe('marks', () => {
  it.each<Case>([
    { name: 'curly', text: '“It is late,” Anna Berg said.', quotes: ['Anna Berg: It is late, (said)'] },
    {
      name: 'single, with an apostrophe inside',
      text: '‘You don’t say,’ Anna Berg replied.',
      quotes: ['Anna Berg: You don’t say, (replied)'],
    },
    {
      name: 'single, with a plural possessive inside',
      text: '‘The allies’ boats don’t float,’ Anna Berg said.',
      quotes: ['Anna Berg: The allies’ boats don’t float, (said)'],
    },
    {
      name: 'straight single',
      text: "'You don't say,' Anna Berg replied.",
      quotes: ["Anna Berg: You don't say, (replied)"],
    },
    { name: 'guillemets', text: '«It is late», said Anna Berg.', quotes: ['Anna Berg: It is late (said)'] },
    {
      name: 'guillemets with spaces',
      text: '« It is late », said Anna Berg.',
      quotes: ['Anna Berg: It is late (said)'],
    },
    { name: 'low, German', text: '„It is late,“ Anna Berg said.', quotes: ['Anna Berg: It is late, (said)'] },
    { name: 'low, Polish', text: '„It is late,” said Anna Berg.', quotes: ['Anna Berg: It is late, (said)'] },
    {
      name: 'opened straight, closed curly',
      text: '"It is late,” Anna Berg said.',
      quotes: ['Anna Berg: It is late, (said)'],
    },
    {
      name: 'single inside double',
      text: '“They call it ‘the pier’ here,” Anna Berg said.',
      quotes: ['Anna Berg: They call it ‘the pier’ here, (said)'],
    },
    {
      name: 'straight inside straight',
      text: 'Anna Berg said: "They call it "the pier" here, and it is not one."',
      quotes: ['Anna Berg: They call it "the pier" here, and it is not one. (said)'],
    },
    {
      name: 'never closed: to the end of the sentence',
      text: 'Anna Berg said it was “late for a pier. The council will meet on Monday.\n\nNobody else spoke.',
      quotes: ['Anna Berg: late for a pier. (said)'],
    },
    {
      name: 'apostrophes are no quotation',
      text: "The fishermen's boats weren't there in the '90s, the clerks' report says.",
      quotes: [],
    },
    {
      name: 'inches are no quotation',
      text: 'The plank is 5\' 10" long, Anna Berg said, and 6" wide.',
      quotes: [],
    },
  ])('$name', ({ text, quotes }) => {
    expect(told(text)).toEqual(quotes);
  });

  it('gives every paragraph of a long quotation a span of its own, and one speaker', () => {
    const text =
      'Anna Berg put it like this:\n\n“We built a pier.\n\n“It fell down.\n\n“We built another.”\n\nNobody laughed.';
    expect(told(text)).toEqual([
      'Anna Berg: We built a pier. (put it)',
      'Anna Berg: It fell down. ()',
      'Anna Berg: We built another. ()',
    ]);
  });
});

describe('what is between marks and not said by anybody', () => {
  it.each<{ name: string; text: string }>([
    { name: 'a scare quote', text: 'The so-called "pier" fell into the sea on Monday.' },
    { name: 'an outlet', text: 'Anna Berg spoke in an interview with "The Harbour Ledger" on Monday.' },
    { name: 'the title of a work', text: 'Anna Berg said she had read "The Old Man and the Sea" twice.' },
    {
      name: 'a term inside reported words',
      text: 'Forty towns have said they would join a "harbour force" for the coast.',
    },
  ])('$name', ({ text }) => {
    expect(told(text)).toEqual([]);
  });

  it('keeps a single word that somebody chose', () => {
    expect(told('Anna Berg called the plan "irresponsible" and left.')).toEqual([
      'Anna Berg: irresponsible (called)',
    ]);
    expect(told('Anna Berg said the plan was a "mistake".')).toEqual(['Anna Berg: mistake (said)']);
  });
});

describe('who speaks', () => {
  it.each<Case>([
    {
      name: 'a surname',
      text: 'Mayor Anna Berg arrived. "It is late," Berg said.',
      quotes: ['Anna Berg: It is late, (said)'],
    },
    {
      name: 'a title and a surname',
      text: 'Mayor Anna Berg arrived.\n\n"It is late," Ms. Berg said.',
      quotes: ['Anna Berg: It is late, (said)'],
    },
    {
      name: 'a pronoun',
      text: 'Anna Berg opened the pier. "It is late," she said.',
      quotes: ['Anna Berg: It is late, (said)'],
    },
    {
      name: 'a pronoun of the other gender passes over the nearest name',
      text: 'Anna Berg opened the pier. She was glad.\n\nMax Holm, the builder, was not. He had lost money.\n\n"Never again," she said.',
      quotes: ['Anna Berg: Never again, (said)'],
    },
    {
      name: 'an apposition',
      text: '"It is late," Anna Berg, the mayor of Port Ellen, said.',
      quotes: ['Anna Berg: It is late, (said)'],
    },
    {
      name: 'a relative clause',
      text: 'Anna Berg, who chairs the council with Max Holm, said: "It is late."',
      quotes: ['Anna Berg: It is late. (said)'],
    },
    {
      name: 'an office before the name',
      text: '"It is late," harbour minister Anna Berg told reporters.',
      quotes: ['Anna Berg: It is late, (told)'],
    },
    {
      name: 'a description, then the name',
      text: 'The port\'s new chief, Anna Berg, was content. "It is late," she said.',
      quotes: ['Anna Berg: It is late, (said)'],
    },
    {
      name: 'a long title',
      text: '"It is late," Chairman of the Chiefs of Staff Gen. Max Holm said.',
      quotes: ['Max Holm: It is late, (said)'],
    },
    {
      name: 'a role given before',
      text: 'Harbour minister Anna Berg met the builder Max Holm. Holm was late.\n\n"So it goes," the minister said.',
      quotes: ['Anna Berg: So it goes, (said)'],
    },
    {
      name: 'a description of nobody named',
      text: '"It is late," a harbour official, speaking on background, said.',
      quotes: ['harbour official: It is late, (said)'],
    },
    {
      name: 'a description taken up again',
      text: 'A harbour official said the pier was late. "It is very late," the official said.',
      quotes: ['harbour official: It is very late, (said)'],
    },
    {
      name: 'one of a group',
      text: 'Harbour officials kept silent. "It is late," said one.',
      quotes: ['Harbour official: It is late, (said)'],
    },
    {
      name: 'a body',
      text: 'The pier is "highly likely" to fall, the Harbour Ministry said.',
      quotes: ['Harbour Ministry: highly likely (said)'],
    },
    {
      name: 'a report of a body',
      text: 'The pier will fall, the Harbour Ministry said. The loss is “the highest so far,” the report said.',
      quotes: ['Harbour Ministry: the highest so far, (said)'],
    },
    {
      name: 'nobody',
      text: 'It rained.\n\n"It is late, and the pier is closed."\n\nIt rained again.',
      quotes: ['unknown: It is late, and the pier is closed. ()'],
    },
    {
      name: 'a pronoun without a person',
      text: '"It is late," he said.',
      quotes: ['unknown: It is late, (said)'],
    },
  ])('$name', ({ text, quotes }) => {
    expect(told(text)).toEqual(quotes);
  });

  it.each<Case>([
    {
      name: 'an alias',
      text: '"It is late," said Ilsa Brandt.',
      quotes: ['Ilse Brandt: It is late, (said)'],
    },
    {
      name: 'a surname alone',
      text: '"It is late," Brandt said.',
      quotes: ['Ilse Brandt: It is late, (said)'],
    },
    {
      name: 'an office',
      text: '"It is late," said the head of the Union.',
      quotes: ['Ilse Brandt: It is late, (said)'],
    },
    {
      name: 'another transliteration',
      text: 'Oleg Gnatyuk said: "It is late."',
      quotes: ['Oleh Hnatiuk: It is late. (said)'],
    },
    {
      name: 'a spokesman of a body',
      text: '"It is late," a spokesman for the ministry of harbours said.',
      quotes: ['Harbour Ministry spokesperson: It is late, (said)'],
    },
    {
      name: 'a spokeswoman, named first',
      text: 'A Harbour Ministry spokeswoman said it was "late".',
      quotes: ['Harbour Ministry spokesperson: late (said)'],
    },
  ])('by the lexicon: $name', ({ text, quotes }) => {
    expect(told(text, LEXICON)).toEqual(quotes);
  });
});

describe('the labelled layout of Ukrainian agencies', () => {
  const text = [
    'Mayor Anna Berg has asked the builders for a new pier.',
    'Source: Berg in an interview with The Harbour Ledger',
    'Quote: "The time has come. Build it."',
    'Details: Berg noted that piers are dear.',
    'Quote from a member of the council: "We have no money."',
  ].join('\n\n');

  it('gives a quotation to the source, unless its label names somebody', () => {
    expect(told(text)).toEqual([
      'Anna Berg: The time has come. Build it. (Quote)',
      'member of the council: We have no money. (Quote)',
    ]);
  });

  it('reads the details as indirect speech of the source', () => {
    const indirect = findQuotes(text, EMPTY_LEXICON).filter(({ form }) => form === 'indirect');
    expect(indirect).toMatchObject([{ speaker: 'Anna Berg', cue: 'noted', content: 'piers are dear' }]);
  });
});

describe('indirect speech', () => {
  it.each<{ name: string; text: string; quote: string }>([
    {
      name: 'with that',
      text: 'Anna Berg said that the pier was late.',
      quote: 'Anna Berg: the pier was late (said)',
    },
    {
      name: 'without that',
      text: 'Anna Berg said the pier was late.',
      quote: 'Anna Berg: the pier was late (said)',
    },
    {
      name: 'after a time',
      text: 'Anna Berg said on Monday that the pier was late.',
      quote: 'Anna Berg: the pier was late (said)',
    },
    {
      name: 'to somebody',
      text: 'Anna Berg told reporters in Oslo that the pier was late.',
      quote: 'Anna Berg: the pier was late (told)',
    },
    {
      name: 'verb at the end',
      text: 'The pier was late, Anna Berg said on Monday.',
      quote: 'Anna Berg: The pier was late (said)',
    },
    {
      name: 'inverted at the end',
      text: 'The pier was late, said Anna Berg, a clerk.',
      quote: 'Anna Berg: The pier was late (said)',
    },
    {
      name: 'according to, first',
      text: 'According to Anna Berg, the pier was late.',
      quote: 'Anna Berg: the pier was late (According to)',
    },
    {
      name: 'according to, last',
      text: 'The pier was late, according to Anna Berg.',
      quote: 'Anna Berg: The pier was late (according to)',
    },
  ])('$name', ({ text, quote }) => {
    const found = findQuotes(text, EMPTY_LEXICON).map(
      ({ speaker, content, cue, form }) => `${form} ${speaker}: ${content} (${cue})`,
    );
    expect(found).toEqual([`indirect ${quote}`]);
  });

  it.each([
    'Anna Berg was told that the pier was late.',
    'The ministry announced a new pier.',
    'Claims that the pier was late are false.',
  ])('is not in: %s', (text) => {
    expect(findQuotes(text, EMPTY_LEXICON)).toEqual([]);
  });
});

describe('the form', () => {
  it.each<{ text: string; form: string }>([
    { text: '"It is late," Anna Berg said.', form: 'direct' },
    { text: 'Anna Berg said: "It is late."', form: 'direct' },
    { text: 'Anna Berg said it was "very late".', form: 'mixed' },
    { text: 'Anna Berg said that it was late.', form: 'indirect' },
  ])('$form: $text', ({ text, form }) => {
    expect(findQuotes(text, EMPTY_LEXICON).map((quote) => quote.form)).toEqual([form]);
  });
});
