import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import { EMPTY_LEXICON } from '../../../src/domain/quotes/speaker-lexicon.ts';
import { speakerLexicon } from '../../../src/domain/topics/speaker-lexicon.ts';
import { loadTopic } from '../topics/load-pack.ts';

/** The speaker of each quotation between marks. */
function speakersOf(text: string): string[] {
  return findQuotes(text, EMPTY_LEXICON)
    .filter(({ form }) => form !== 'indirect')
    .map(({ speaker }) => speaker);
}

describe('an office by another word', () => {
  it.each([
    ['a spokeswoman', 'Harbour spokeswoman Anna Berg met the press. “It is open,” the spokesperson said.'],
    ['a chairman', 'Chairman Anna Berg opened the session. “It is late,” said the chairwoman.'],
    ['a premier', 'Premier Anna Berg was brief. “We shall see,” the prime minister said.'],
    ['a president', 'French President Anna Berg was brief. “We shall see,” the French leader said.'],
    ['a minister', 'Finance Minister Anna Berg was brief. When asked about taxes, the official said: “No.”'],
    ['a foreign minister', 'Foreign Minister Anna Berg was brief. “We shall see,” the diplomat added.'],
    ['a minister of a country', 'Finance Minister Anna Berg was brief. “No,” said the Polish politician.'],
  ])('takes up %s', (_, text) => {
    expect(speakersOf(text)).toEqual(['Anna Berg']);
  });

  it('leaves "the official" to one who was brought in without a name', () => {
    const text = 'A port official met Finance Minister Anna Berg on Monday. “It leaks,” the official said.';
    expect(speakersOf(text)).toEqual(['port official']);
  });

  it('reads a title over the body that it belongs to', () => {
    const text =
      'The port is open, said a spokeswoman for the Ministry of Defence Anna Berg. “All of it,” the spokesperson added.';
    expect(speakersOf(text)).toEqual(['Anna Berg']);
  });
});

describe('a title that two people share', () => {
  it('is each one’s', () => {
    const text =
      'US Senators Anna Berg and Max Holm spoke on Friday. Mr Holm was angry. “It is a shame,” the US senator said.';
    expect(speakersOf(text)).toEqual(['Max Holm']);
  });

  it('may be a party’s', () => {
    const text =
      'Senators Anna Berg and Max Holm spoke. Democrat Berg said she wants “a vote now”. Republican Holm said: “Never.”';
    expect(speakersOf(text)).toEqual(['Anna Berg', 'Max Holm']);
  });
});

describe('letters that stand for a name', () => {
  it('are spelled out as the article introduced them', () => {
    const text = 'The Harbour Workers Union (HWU) met on Friday. “We strike,” the HWU said.';
    expect(speakersOf(text)).toEqual(['Harbour Workers Union']);
  });

  it('stay when the brackets hold something else', () => {
    const text = 'The Harbour Workers Union (EU) met on Friday. “We strike,” the HWU said.';
    expect(speakersOf(text)).toEqual(['HWU']);
  });
});

describe('one of several', () => {
  it('is the minister who speaks, and not the one who was met', () => {
    const text =
      'Foreign Minister Anna Berg was calm. She added that she had met Foreign Minister Max Holm. “We go on,” the minister said.';
    expect(speakersOf(text)).toEqual(['Anna Berg']);
  });

  it('is the subject that "he" takes up, and not the companion before it', () => {
    const text =
      'During a visit with Chancellor Karl Lund, Foreign Minister Max Holm named a delivery, which he called a “grave step”.';
    expect(speakersOf(text)).toEqual(['Max Holm']);
  });

  it('is the speaker, and not the paper that tells of it', () => {
    const text = 'Max Holm said the port was trying “to keep the peace”, according to the Harbour Ledger.';
    expect(speakersOf(text)).toEqual(['Max Holm']);
  });

  it('is the one who reacts by saying so', () => {
    const text = 'Max Holm reacted by saying the plan was “quite mad”.';
    expect(speakersOf(text)).toEqual(['Max Holm']);
  });
});

describe('several who speak as one', () => {
  it('are named together', () => {
    const text = 'Towns should be allowed to “neutralise” the pests, French and German leaders said.';
    expect(speakersOf(text)).toEqual(['French and German leaders']);
  });
});

describe('a body', () => {
  it('is called as it is printed', () => {
    const organisations = [{ name: 'Ministry of the Harbour', aliases: ['Harbour Office'] }];
    const [quote] = findQuotes('“It is open,” the Harbour Office said.', {
      speakers: { people: [], organisations },
      offices: new Map(),
    });
    expect(quote?.speaker).toBe('Harbour Office');
  });
});

describe('the office of a country', () => {
  const topic = loadTopic('weapons-use-restrictions');

  it.each([
    ['an adjective', '“We shall see,” the British prime minister said.', 'Keir Starmer'],
    ['letters', '“We shall see,” the UK prime minister said.', 'Keir Starmer'],
    ['leader', '“We shall see,” the Russian leader said.', 'Vladimir Putin'],
  ])('is known by %s', (_, text, name) => {
    const [quote] = findQuotes(text, speakerLexicon(topic, '2024-11-18'));
    expect(quote?.speaker).toBe(name);
  });
});
