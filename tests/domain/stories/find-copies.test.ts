import { describe, expect, it } from 'vitest';
import { describeArticle, Vocabulary } from '../../../src/domain/stories/article-features.ts';
import { findCopies } from '../../../src/domain/stories/find-copies.ts';
import type { StoryArticle } from '../../../src/domain/stories/story.ts';
import { storyArticle } from './labelled-stories.ts';

/** Sixty words, none of them twice: `word1 word2 …`. */
const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');

function copiesAmong(texts: Readonly<Record<string, string>>): Record<string, string> {
  return originalsOf(Object.entries(texts).map(([id, text]) => ({ id, text })));
}

function originalsOf(
  given: readonly (Partial<StoryArticle> & { readonly id: string })[],
): Record<string, string> {
  const articles = given.map((article) => describeArticle(storyArticle(article), new Vocabulary()));
  return Object.fromEntries(
    [...findCopies(articles)].map(([copy, original]) => [copy.article.id, original.article.id]),
  );
}

describe('findCopies', () => {
  it.each([
    { name: 'the same text', texts: { a: words(0, 60), b: words(0, 60) }, copies: { b: 'a' } },
    { name: 'the end cut off', texts: { a: words(0, 90), b: words(0, 60) }, copies: { b: 'a' } },
    { name: 'a paragraph added', texts: { a: words(0, 90), b: words(0, 110) }, copies: { b: 'a' } },
    {
      name: 'punctuation and case changed',
      texts: { a: words(0, 60), b: words(0, 60).toUpperCase().replaceAll(' ', ', ') },
      copies: { b: 'a' },
    },
    {
      name: 'a later text with much of its own',
      texts: { a: words(0, 60), b: words(0, 200) },
      copies: { a: 'b' },
    },
    {
      name: 'one shared quotation',
      texts: { a: words(0, 90), b: `${words(0, 20)} ${words(100, 170)}` },
      copies: {},
    },
    { name: 'texts too short to judge', texts: { a: words(0, 12), b: words(0, 12) }, copies: {} },
    {
      name: 'a copy of a text that a longer one replaced',
      texts: { a: words(0, 60), b: words(0, 200), c: words(0, 60) },
      copies: { a: 'b', c: 'b' },
    },
  ])('$name', ({ texts, copies }) => {
    expect(copiesAmong(texts)).toEqual(copies);
  });

  it.each([
    { name: 'by its name', publisher: 'Northwire', dateline: 'KYIV, May 30 (Northwire) - ' },
    { name: 'by the first word of its name', publisher: 'Northwire World', dateline: 'KYIV (Northwire) — ' },
    { name: 'by its initials', publisher: 'Allied Press', dateline: 'BRUSSELS (A.P.) — ' },
  ])(
    'takes an agency’s own article for the original, known $name, though it was listed later',
    ({ publisher, dateline }) => {
      const text = `${dateline}${words(0, 60)}`;
      expect(
        originalsOf([
          { id: 'a', publisher: 'Harbour Daily', text },
          { id: 'b', publisher: 'Eastern Post', text },
          { id: 'c', publisher, text: words(0, 62) },
        ]),
      ).toEqual({ a: 'c', b: 'c' });
    },
  );

  it.each([
    { name: 'nobody is credited', dateline: 'KYIV, May 30 - ', own: '' },
    { name: 'somebody else is credited', dateline: 'KYIV, May 30 (Southwire) - ', own: '' },
    {
      name: 'a longer article has reporting of its own',
      dateline: 'KYIV (Northwire) - ',
      own: ` ${words(100, 200)}`,
    },
  ])('leaves the original where $name', ({ dateline, own }) => {
    const originals = originalsOf([
      { id: 'a', publisher: 'Harbour Daily', text: `${dateline}${words(0, 60)}${own}` },
      { id: 'b', publisher: 'Northwire', text: words(0, 60) },
    ]);
    expect(originals).toEqual({ b: 'a' });
  });

  it('still knows the hundredth copy of one text', () => {
    const texts = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`id${index}`, words(0, 60)]));
    expect(Object.keys(copiesAmong(texts))).toHaveLength(99);
  });
});
