import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../../src/domain/quotes/find-quotes.ts';
import { speakerLexicon } from '../../../src/domain/topics/speaker-lexicon.ts';
import { loadTopic } from '../topics/load-pack.ts';

const LEXICON = speakerLexicon(loadTopic('weapons-use-restrictions'), '2024-09-04');

function speakersOf(text: string): string[] {
  return findQuotes(text, LEXICON)
    .filter(({ form }) => form !== 'indirect')
    .map(({ speaker }) => speaker);
}

describe('a surname that a well-known person bears', () => {
  test('is that of whom the article names in full before it', () => {
    const text =
      'Taoiseach Simon Harris arrived in Kyiv. “It is brutal,” Mr Harris said. “We stay,” Harris added.';
    expect(speakersOf(text)).toEqual(['Simon Harris', 'Simon Harris']);
  });

  test.each([
    [
      'named in full as well',
      'Kamala Harris and Simon Harris met. “It is brutal,” Harris said.',
      'Kamala Harris',
    ],
    [
      'named first by it alone',
      'Harris spoke in Ohio. Simon Harris did not. “We win,” Harris said.',
      'Kamala Harris',
    ],
    ['a title before it', 'Vice-President Harris spoke. “We win,” Harris said.', 'Kamala Harris'],
  ])('of a person %s', (_how, text, speaker) => {
    expect(speakersOf(text)).toEqual([speaker]);
  });
});

test('“the official” is the one who was brought in, and not a person named further on', () => {
  const text =
    'The rules stay, one US official said. The official added that the ban “has not changed”. In Moscow, Dmitry Medvedev, the deputy chairman of the Security Council, was angry.';
  expect(speakersOf(text)).toEqual(['US official']);
});
