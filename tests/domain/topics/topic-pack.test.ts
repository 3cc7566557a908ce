import { describe, expect, test } from 'vitest';
import { parseTopicPack, TopicPackError } from '../../../src/domain/topics/topic-pack.ts';
import { packFiles } from './load-pack.ts';

const ID = 'weapons-use-restrictions';

function problemsOf(files: Record<string, unknown>): readonly string[] {
  try {
    parseTopicPack(files);
    return [];
  } catch (error) {
    if (error instanceof TopicPackError) return error.problems;
    throw error;
  }
}

describe('parseTopicPack', () => {
  test('accepts the shipped packs, by file names with and without .json', () => {
    const files = packFiles(ID);
    const bare = Object.fromEntries(
      Object.entries(files).map(([name, value]) => [name.replace('.json', ''), value]),
    );
    expect(problemsOf(files)).toEqual([]);
    expect(problemsOf(bare)).toEqual([]);
    expect(problemsOf(packFiles('immobilised-assets'))).toEqual([]);
  });

  test('lists every problem with its file and path', () => {
    const files = packFiles(ID);
    const broken = { ...files, 'topic.json': { id: 'Not An Id' }, 'groups.json': undefined };
    const problems = problemsOf(broken);
    expect(problems.some((problem) => problem.startsWith('topic.json id:'))).toBe(true);
    expect(problems.some((problem) => problem.startsWith('topic.json recipient:'))).toBe(true);
    expect(problems.some((problem) => problem.startsWith('groups.json'))).toBe(true);
  });

  test('names offices and classes that no other file knows', () => {
    const files = packFiles(ID);
    const people = {
      origin: 'test',
      people: [{ name: 'A', country: 'US', aliases: ['A'], terms: [{ role: 'wizard', from: '2024-01-01' }] }],
    };
    expect(problemsOf({ ...files, 'people.json': people })).toEqual([
      'people.json A: no role "wizard" in roles.json',
    ]);
  });
});
