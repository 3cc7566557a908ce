import { describe, expect, test } from 'vitest';
import { ClueNames } from '../../../src/domain/clues/clue-sink.ts';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import { readThrough } from '../../../src/domain/read-through.ts';
import { putArticleWords } from '../../../src/domain/relevance/relevance-reader/article-words.ts';
import type { RelevanceReaderModel } from '../../../src/domain/relevance/relevance-reader/read-relevance.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

/** A reader that says one label wherever it sees a clue, and another elsewhere. */
const says = (label: 'core' | 'mention' | 'none', clue: string, otherwise: 'core' | 'none') =>
  ({
    verdicts: [label, otherwise],
    bias: [-4, 4],
    weights: weightTable([[clue, [400, -400]]], 2),
  }) satisfies RelevanceReaderModel;

const STATED =
  'Germany does not allow Ukraine to use its weapons against targets inside Russia, Olaf Scholz said.';
const OTHER = 'Parliament debated the budget for the railways until late in the evening.';

function read(text: string, relevanceReader: RelevanceReaderModel | undefined, title = 'Railways') {
  const article = { id: 'a', title, text, publishedAt: '2024-05-20T12:00:00Z' };
  const { understanding, trail } = readThrough(article, {
    ...topic,
    relevanceReader,
    secondReader: undefined,
  });
  return { ...understanding, sentences: trail?.sentences ?? [] };
}

describe('the relevance reader', () => {
  const article = [OTHER, OTHER, STATED, OTHER, OTHER, OTHER].join('\n\n');

  test('judges by words and by where the topic stands', () => {
    expect(read(article, says('mention', 'headline railway', 'core')).relevance).toBe('mention');
    expect(read(article, says('mention', 'headline railway', 'core'), 'Roads').relevance).toBe('core');
    expect(read(article, says('mention', 'opening budget', 'core')).relevance).toBe('mention');
    expect(read(article, says('mention', 'before 2', 'core')).relevance).toBe('mention');
    const opening = [STATED, OTHER, OTHER, OTHER, OTHER, OTHER].join('\n\n');
    expect(read(opening, says('mention', 'before 2', 'core')).relevance).toBe('core');
  });

  test('gives as the score that an article is core or mention', () => {
    expect(read(article, says('none', 'word budget', 'core')).score).toBeCloseTo(0);
    expect(read(article, says('mention', 'word budget', 'core')).score).toBeCloseTo(1);
  });

  test('does not judge what states nothing of the topic', () => {
    const nothing = ['Ukraine bought weapons.', OTHER, OTHER, OTHER, OTHER, OTHER].join('\n\n');
    expect(read(nothing, says('core', 'word budget', 'none')).relevance).toBe('none');
  });

  test('judges no passage: it has learnt from longer texts', () => {
    const passage = `${OTHER}\n\n${STATED}\n\n${OTHER}`;
    expect(read(passage, says('none', 'word budget', 'none')).relevance).not.toBe('none');
  });

  test('leaves it to the points where the topic has none', () => {
    expect(read(`${STATED}\n\n${OTHER}`, undefined)).toMatchObject({ relevance: 'core' });
  });
});

describe('the words of an article', () => {
  const words = (title: string, text: string) => {
    const sink = new ClueNames();
    putArticleWords(sink, title, read(text, undefined, title).sentences);
    return [...sink.names];
  };

  test('are told apart by where they stand', () => {
    const found = words('Budgets debated', `${STATED}\n\n${OTHER}\n\nA strike stopped trains in the north.`);
    expect(found).toContain('headline debat');
    expect(found).toContain('opening budget');
    expect(found).toContain('word train');
    expect(found).not.toContain('opening train');
  });

  test('hold no names and no numbers', () => {
    const found = words('Scholz Speaks in Berlin', `${STATED}\n\nIn 2024 Olaf Scholz met Emmanuel Macron.`);
    expect(found.filter((word) => /scholz|macron|berlin|2024|german/i.test(word))).toEqual([]);
  });
});
