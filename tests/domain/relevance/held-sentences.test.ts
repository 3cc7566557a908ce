import { describe, expect, test } from 'vitest';
import { ClueNames } from '../../../src/domain/clues/clue-sink.ts';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import type { SecondReaderModel } from '../../../src/domain/positions/second-reader/model.ts';
import { readThrough } from '../../../src/domain/read-through.ts';
import { putHeldMarks } from '../../../src/domain/relevance/relevance-reader/held-marks.ts';
import type { RelevanceReaderModel } from '../../../src/domain/relevance/relevance-reader/read-relevance.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

/** Takes every sentence with "refused" for a position of whoever stands in it, and no other. */
const sureOfRefusals: SecondReaderModel = {
  verdicts: ['MAINTAINS_RESTRICTION', 'none'],
  bias: [-5, 5],
  weights: weightTable([['word refus', [300, -300]]], 2),
  threshold: 0.9,
};

/** Calls an article core where three of its sentences state positions, and a mention where one does. */
const countsThem: RelevanceReaderModel = {
  verdicts: ['core', 'mention', 'none'],
  bias: [0, 0, 10],
  weights: weightTable(
    [
      ['held 0.9 1', [0, 100, 0]],
      ['held 0.9 3', [400, 0, 0]],
    ],
    3,
  ),
};

function read(sentences: readonly string[]) {
  const article = {
    id: 'a',
    title: 'Weapons for Ukraine',
    text: sentences.join('\n\n'),
    publishedAt: '2024-05-20T12:00:00Z',
  };
  const readers = { relevanceReader: countsThem, secondReader: sureOfRefusals };
  return readThrough(article, { ...topic, ...readers }).understanding;
}

const SCENE =
  'The missiles for Ukraine were on the table when the ministers met in Russia’s neighbour on Monday.';
const REFUSED = ['Germany refused.', 'Italy refused as well.', 'Spain refused too.'];
const OTHERS = [
  'The lunch was long.',
  'Nobody took notes.',
  'The hall was cold.',
  'It rained.',
  'It stopped.',
];

describe('sentences in which somebody seems to hold a position', () => {
  test('are what the relevance reader counts, and the proof where the rules see nothing', () => {
    const core = read([SCENE, ...REFUSED, ...OTHERS]);
    expect(core.relevance).toBe('core');
    expect(core.score).toBeGreaterThan(0.5);
    expect(core.evidence.map(({ text }) => text)).toEqual(REFUSED);
    expect(read([SCENE, ...REFUSED.slice(0, 1), ...OTHERS]).relevance).toBe('mention');
  });

  test('are needed where the rules see nothing', () => {
    expect(read([SCENE, ...OTHERS])).toMatchObject({ relevance: 'none', evidence: [] });
  });

  test('make a mention of a passage, which is no article to be weighed', () => {
    const passage = read([SCENE, ...REFUSED]);
    expect(passage).toMatchObject({ relevance: 'mention', score: 0.5 });
    expect(passage.evidence.map(({ text }) => text)).toEqual(REFUSED);
    expect(read([SCENE, ...OTHERS.slice(0, 3)]).relevance).toBe('none');
  });
});

describe('the marks of held sentences', () => {
  const marksOf = (...sentences: readonly (readonly [held: number, isRecalled?: boolean])[]) => {
    const sink = new ClueNames();
    putHeldMarks(
      sink,
      sentences.map(([held, isRecalled = false]) => ({ held, isRecalled })),
    );
    return [...sink.names];
  };

  test('say how many there are, at three levels, and how many of them are news', () => {
    const marks = marksOf([0.95], [0.75, true], [0.1], [0.6]);
    expect(marks).toEqual(expect.arrayContaining(['held 0.5 3', 'held 0.7 2', 'held 0.9 1']));
    expect(marks).toEqual(expect.arrayContaining(['held news 0.5 2', 'held news 0.7 1']));
    expect(marks).not.toContain('held news 0.7 2');
    expect(marks).not.toContain('held 0.9 2');
  });

  test('say where the first stands and whether two stand in a row', () => {
    expect(marksOf([0.1], [0.2], [0.9], [0.8])).toEqual(
      expect.arrayContaining(['held before 2', 'held in a row']),
    );
    const apart = marksOf([0.9], [0.1], [0.9]);
    expect(apart).not.toContain('held before 1');
    expect(apart).not.toContain('held in a row');
  });

  test('of an article in which nobody holds one say that the first is behind its end', () => {
    const marks = marksOf([0], [0], [0]);
    expect(marks).toEqual(['held before 1', 'held before 2', 'held before 3']);
  });
});
