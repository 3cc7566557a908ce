import { describe, expect, test } from 'vitest';
import { TopicPackError } from '../../../src/domain/topics/topic-pack.ts';
import { NO_READERS, parseTopicReaders } from '../../../src/domain/topics/topic-readers.ts';
import { loadPack, readerTexts } from './load-pack.ts';

const ID = 'weapons-use-restrictions';
const PACK = loadPack(ID);

function problemsOf(texts: Record<string, string>): readonly string[] {
  try {
    parseTopicReaders(texts, PACK);
    return [];
  } catch (error) {
    if (error instanceof TopicPackError) return error.problems;
    throw error;
  }
}

const WEAPON_READER = {
  origin: 'test',
  verdicts: ['yes', 'no'],
  bias: [0, 0],
  hundredths: { 'word a': [1, -1] },
};

function weaponReader(change: object): Record<string, string> {
  return { 'weapon-reader.json': JSON.stringify({ ...WEAPON_READER, ...change }) };
}

describe('parseTopicReaders', () => {
  test('accepts the shipped readers, by file names with and without .json, and none', () => {
    const texts = readerTexts(ID);
    const bare = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name.replace('.json', ''), text]),
    );
    expect(Object.keys(texts).length).toBeGreaterThan(0);
    expect(problemsOf(texts)).toEqual([]);
    expect(problemsOf(bare)).toEqual([]);
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf(weaponReader({}))).toEqual([]);
  });

  test.each([
    ['too few', { 'word a': [1, -1], 'word b': [1] }, 'word b'],
    ['too many', { 'word a': [1, -1, 0] }, 'word a'],
    ['fractions', { 'word a': [1, 0.5] }, 'word a'],
    ['text', { 'word a': ['1', '-1'] }, 'word a'],
    ['no list', { 'word a': 1 }, 'word a'],
  ])('names the clue whose weights are wrong: %s', (_what, hundredths, clue) => {
    expect(problemsOf(weaponReader({ hundredths }))).toEqual([
      `readers/weapon-reader.json hundredths.${clue}: must have a whole number for each of 2 verdicts`,
    ]);
  });

  test.each([
    [{ bias: [0] }, 'readers/weapon-reader.json bias: must have a number for each of 2 verdicts'],
    [
      { hundredths: [1] },
      'readers/weapon-reader.json hundredths: must be an object with the weights of each clue',
    ],
  ])('names what else is wrong: %j', (change, problem) => {
    expect(problemsOf(weaponReader(change))).toEqual([problem]);
  });

  test('names every file that is no JSON', () => {
    const problems = problemsOf({ 'scope-reader.json': '{', 'weapon-reader.json': '' });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^readers\/scope-reader\.json: /);
  });

  test('refuses a place that the pack does not know', () => {
    const verdicts = ['all_Russia', 'the_moon'];
    const text = JSON.stringify({ ...WEAPON_READER, verdicts });
    expect(problemsOf({ 'scope-reader.json': text })).toEqual([
      'readers/scope-reader.json verdicts: no place "the_moon" in places.json',
    ]);
  });

  test('refuses a confidence reader without the second reader by whose word it judges', () => {
    const { 'second-reader.json': _left, ...others } = readerTexts(ID);
    expect(problemsOf(others)).toEqual([
      'readers/confidence-reader.json: judges by the word of second-reader.json, which is missing',
    ]);
  });

  test('tells readers from others by a fingerprint', () => {
    const one = parseTopicReaders(weaponReader({}), PACK);
    const same = parseTopicReaders(weaponReader({}), PACK);
    const other = parseTopicReaders(weaponReader({ hundredths: { 'word a': [1, -2] } }), PACK);
    expect(one.fingerprint).toBe(same.fingerprint);
    expect(new Set([one.fingerprint, other.fingerprint, NO_READERS.fingerprint]).size).toBe(3);
  });
});
