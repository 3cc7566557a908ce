import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../../src/domain/positions/position.ts';
import { clusterArticles } from '../../../src/domain/stories/cluster-articles.ts';
import type { StoryArticle } from '../../../src/domain/stories/story.ts';
import { readLabelledArticles, storyArticle } from './labelled-stories.ts';

const articles = readLabelledArticles().map(({ article }) => article);

const DANISH = `Denmark will allow Ukraine to use its fighter jets against military targets inside Russia, the defence
minister told parliament on Friday. Nineteen aircraft have been promised and the first of them left in March.`;

function position(given: Partial<Position>): Position {
  return {
    actor: 'Denmark',
    actorType: 'government',
    speaker: 'article',
    country: 'DK',
    decider: true,
    action: 'PERMITS',
    altActions: [],
    change: 'new',
    weapon: 'generic',
    supplier: null,
    scopeGeo: 'unspecified',
    scopeTarget: 'unspecified',
    scopeConditions: [],
    statementDate: '2031-05-15',
    datePrecision: 'day',
    status: 'news',
    attribution: 'paraphrase',
    standing: 'announced',
    sourceChain: [],
    confidence: 1,
    evidence: { start: 0, end: 7, text: 'Denmark' },
    also: [],
    ...given,
  };
}

function group(...given: StoryArticle[]): string[] {
  return clusterArticles(given)
    .map((story) => story.articleIds.toSorted().join('+'))
    .toSorted();
}

describe('clusterArticles', () => {
  it('gives the same stories for the same articles in any order', () => {
    const expected = clusterArticles(articles);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(clusterArticles(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('puts every article in exactly one story, whatever is in it', () => {
    const anyArticle = fc.record({
      id: fc.string({ minLength: 1 }),
      title: fc.string({ unit: 'grapheme' }),
      text: fc.string({ unit: 'grapheme', maxLength: 400 }),
      listedAt: fc.constantFrom('2031-05-15T08:00:00Z', '2031-05-15', 'not a date', ''),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyArticle, { selector: ({ id }) => id, maxLength: 12 }), (given) => {
        const told = clusterArticles(given.map(storyArticle)).flatMap((story) => story.articleIds);
        expect(told.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('has no story for no article', () => {
    expect(clusterArticles([])).toEqual([]);
  });

  it('counts an article that comes twice once', () => {
    const once = storyArticle({ id: 'a', title: 'Denmark frees its jets', text: DANISH });
    expect(group(once, once)).toEqual(['a']);
  });

  it('keeps two statements apart that were made days apart, even in the same words', () => {
    const title = 'Denmark frees its jets';
    const reworded = `${DANISH} Opposition parties welcomed it and asked what had taken so long. A debate follows.`;
    const early = storyArticle({
      id: 'a',
      title,
      text: DANISH,
      positions: [position({ statementDate: '2031-05-12' })],
    });
    const late = storyArticle({
      id: 'b',
      title: 'Jets may cross the border, Copenhagen repeats',
      text: reworded.split(' ').reverse().join(' '),
      positions: [position({ statementDate: '2031-05-15' })],
    });
    expect(group(early, late)).toEqual(['a', 'b']);
    expect(group({ ...early, positions: [] }, { ...late, positions: [] })).toEqual(['a+b']);
  });

  it('joins two tellings that share a quotation and little else', () => {
    const words =
      '“Once they have crossed our border the howitzers belong to those who need them most,” he said';
    const first = storyArticle({
      id: 'a',
      title: 'Minister speaks on the radio',
      text: `${words}. Lawmakers had pressed him for weeks about contracts signed in spring.`,
    });
    const second = storyArticle({
      id: 'b',
      title: 'A Dutch answer to an old question',
      text: `It took the host three attempts. ${words}, and asked for a glass of water before the weather forecast.`,
    });
    expect(group(first, second)).toEqual(['a+b']);
  });

  it('leads with the article that has the most positions, never with a copy', () => {
    const wire = storyArticle({ id: 'wire', title: 'Denmark frees its jets', text: DANISH });
    const copy = storyArticle({
      ...wire,
      id: 'copy',
      listedAt: '2031-05-15T09:00:00Z',
      positions: [position({})],
    });
    const rich = storyArticle({
      id: 'rich',
      title: 'Denmark frees its fighter jets for strikes inside Russia',
      text: 'Fighter jets from Denmark may strike military targets inside Russia. So the defence minister told parliament.',
      listedAt: '2031-05-15T12:00:00Z',
      positions: [position({ statementDate: '2031-05-15' })],
    });
    const [story] = clusterArticles([copy, wire, rich]);
    expect(story).toMatchObject({
      storyId: 'story-rich',
      leadArticleId: 'rich',
      articleIds: ['rich', 'wire', 'copy'],
      copies: { copy: 'wire' },
      publisherCount: 2,
    });
  });

  it('counts outlets of one family as one publisher', () => {
    const [first, second] = ['a', 'b'].map((id) =>
      storyArticle({
        id,
        publisherFamily: 'One House',
        title: 'Denmark frees its jets',
        text: `${DANISH} ${id}`,
      }),
    );
    expect(clusterArticles([first, second].filter((one) => one !== undefined))[0]?.publisherCount).toBe(1);
  });
});
