import { describe, expect, test } from 'vitest';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = { ...loadTopic('weapons-use-restrictions'), secondReader: undefined };
const ALLOWED = 'The United States allowed Ukraine to fire ATACMS missiles at targets inside Russia.';
const MORE = 'The permission applies only to Kursk Oblast and to nothing else.';
const OTHER = 'Ukraine bought tents.';

const positionsOf = (...sentences: string[]) =>
  understandArticle(
    { id: 'a', title: '', text: sentences.join(' '), publishedAt: '2024-11-20T12:00:00Z' },
    topic,
  ).positions.map(({ country, action, scopeGeo }) => `${country} ${action} ${scopeGeo}`);

describe('what is told of a permission without naming who gave it', () => {
  test('is of whoever was said to have given one just before', () => {
    expect(positionsOf(ALLOWED, MORE)).toContain('US PERMITS_WITH_LIMITS Kursk');
  });

  test('is nobody’s where that is long ago, or was a refusal', () => {
    expect(positionsOf(ALLOWED, OTHER, OTHER, OTHER, OTHER, MORE)).toEqual(['US PERMITS all_Russia']);
    const refused = 'The United States refused to let Ukraine fire ATACMS missiles at targets inside Russia.';
    expect(positionsOf(refused, MORE)).toEqual(['US MAINTAINS_RESTRICTION none_inside_Russia']);
  });
});
