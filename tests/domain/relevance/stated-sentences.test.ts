import { describe, expect, test } from 'vitest';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import type { SecondReaderModel } from '../../../src/domain/positions/second-reader/model.ts';
import { readThrough } from '../../../src/domain/read-through.ts';
import type { Relevance } from '../../../src/domain/understanding.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

/** Takes every sentence with "refused" for a position of whoever stands in it, and no other. */
const sureOfRefusals: SecondReaderModel = {
  verdicts: ['MAINTAINS_RESTRICTION', 'none'],
  bias: [-5, 5],
  weights: weightTable([['word refus', [300, -300]]], 2),
  threshold: 0.9,
};

/** @param core - how probable core is, to the relevance reader */
function read(sentences: readonly string[], judged: Relevance, core = 0.01) {
  const rest = judged === 'core' ? 'mention' : judged;
  const bias = [Math.log(core), Math.log(1 - core)];
  const relevanceReader = { verdicts: ['core', rest] as const, bias, weights: weightTable([], 2) };
  const article = {
    id: 'a',
    title: 'Weapons for Ukraine',
    text: sentences.join('\n\n'),
    publishedAt: '2024-05-20T12:00:00Z',
  };
  return readThrough(article, { ...topic, relevanceReader, secondReader: sureOfRefusals }).understanding;
}

const SCENE =
  'The missiles for Ukraine were on the table when the ministers met in Russia’s neighbour on Monday.';
const REFUSED = ['Germany refused.', 'Italy refused as well.', 'Spain refused too.'];
const OTHERS = ['The lunch was long.', 'Nobody took notes.', 'The hall was cold.'];

describe('sentences that the second reader takes for positions', () => {
  test('make core of what the rules see nothing in, where there are two', () => {
    expect(read([SCENE, ...OTHERS], 'none').relevance).toBe('none');
    const found = read([SCENE, ...REFUSED.slice(0, 2), ...OTHERS], 'none');
    expect(found.relevance).toBe('core');
    expect(found.score).toBeGreaterThanOrEqual(0.5);
    expect(found.evidence.map(({ text }) => text)).toEqual(REFUSED.slice(0, 2));
  });

  test('make a mention where there is one, or two in a long article', () => {
    expect(read([SCENE, ...REFUSED.slice(0, 1), ...OTHERS], 'none').relevance).toBe('mention');
    const long = Array.from({ length: 7 }, () => OTHERS).flat();
    expect(read([SCENE, ...REFUSED.slice(0, 2), ...long], 'none').relevance).toBe('mention');
  });

  test('take core away where there is none', () => {
    const stated =
      'Germany does not allow Ukraine to use its weapons against targets inside Russia, Olaf Scholz said.';
    expect(read([stated, ...OTHERS], 'core', 0.99).relevance).toBe('mention');
    expect(read([stated, ...REFUSED.slice(0, 1), ...OTHERS], 'core', 0.99).relevance).toBe('core');
  });
});
