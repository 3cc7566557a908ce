import { describe, expect, test } from 'vitest';
import { ClueNames } from '../../../src/domain/clues/clue-sink.ts';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import {
  type ConfidenceReaderModel,
  confidenceClues,
} from '../../../src/domain/positions/confidence-reader.ts';
import { SecondReading } from '../../../src/domain/positions/second-reader/second-reading.ts';
import { readThrough } from '../../../src/domain/read-through.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

const FORBIDS =
  'Germany does not allow Ukraine to use its weapons against targets inside Russia, Olaf Scholz said.';
const ALLOWS =
  'Poland allows Ukraine to fire Polish missiles at targets inside Russia, Radosław Sikorski told reporters.';

/** A reader that calls every position as probable as that, and one with a clue certainly wrong. */
const holding = (odds: number, threshold: number, wrong = 'no such clue'): ConfidenceReaderModel => ({
  threshold,
  verdicts: ['right', 'wrong'],
  bias: [Math.log(odds), 0],
  weights: weightTable([[wrong, [-90, 90]]], 2),
});

const read = (text: string, confidenceReader: ConfidenceReaderModel | undefined) =>
  readThrough(
    { id: 'a', title: '', text, publishedAt: '2024-05-20T12:00:00Z' },
    { ...topic, confidenceReader },
  );

const told = (text: string, reader: ConfidenceReaderModel | undefined) =>
  read(text, reader).understanding.positions.map(
    ({ country, action, confidence }) => `${country} ${action} ${confidence.toFixed(2)}`,
  );

describe('the confidence reader', () => {
  test('says how probable a position is', () => {
    expect(told(FORBIDS, holding(3, 0.5))).toEqual(['DE MAINTAINS_RESTRICTION 0.75']);
  });

  test('sets aside what is less probable than its threshold, and says so', () => {
    const { understanding, trail } = read(FORBIDS, holding(3, 0.8));
    expect(understanding).toMatchObject({ relevance: 'core', positions: [] });
    expect(trail?.setAside).toMatchObject([{ reason: 'unsure', actor: { country: 'DE' } }]);
  });

  test('judges each position by itself', () => {
    const both = `${FORBIDS}\n\n${ALLOWS}`;
    expect(told(both, holding(3, 0.5, 'action PERMITS'))).toEqual(['DE MAINTAINS_RESTRICTION 0.75']);
    expect(told(both, undefined).map((one) => one.slice(0, 2))).toEqual(['DE', 'PL']);
  });
});

describe('the clues of a position', () => {
  const cluesOf = (text: string) => {
    const { understanding, trail } = read(text, undefined);
    const { secondReader } = topic;
    if (trail === undefined || secondReader === undefined) throw new Error('the topic has a second reader');
    const { relevance } = understanding;
    const reading = new SecondReading(secondReader, trail.sentences, relevance, topic);
    return trail.found.map((found) => {
      const sink = new ClueNames();
      for (const { put } of confidenceClues(found, { relevance, reading })) put(sink);
      return [...sink.names];
    });
  };

  test('tell how it was found, and how often', () => {
    const again = 'Berlin does not permit such strikes with German arms, the chancellor repeated.';
    const [once] = cluesOf(FORBIDS);
    const [twice] = cluesOf(`${FORBIDS} ${again}`);
    expect(once).toEqual(
      expect.arrayContaining(['rule bare-norm', 'source rules', 'sentences 1', 'told paraphrase']),
    );
    expect(twice).toContain('sentences 2');
  });
});
