import { expect, test } from 'vitest';
import { crossFitted } from '../../../src/domain/evaluation/cross-fit.ts';

test('each article is read once, by a reader that learnt from others alone', () => {
  const articles = Array.from({ length: 10 }, (_, at) => at);
  const read = crossFitted(
    articles,
    (others) => new Set(others),
    (article, learnt) => [{ article, learnt }],
  );
  expect(read.map(({ article }) => article).sort((one, other) => one - other)).toEqual(articles);
  for (const { article, learnt } of read) {
    expect(learnt.has(article)).toBe(false);
    expect(learnt.size).toBeGreaterThanOrEqual(6);
  }
});
