import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/domain/positions/position.ts';
import { annotatedAgain } from './annotated-again.ts';

const annotated = annotatedAgain();

describe('the second annotation', () => {
  it('covers held-out articles of four sets, each once', () => {
    expect(new Set(annotated.map(({ annotation }) => annotation.set)).size).toBe(4);
    expect(new Set(annotated.map(({ article }) => article.id)).size).toBe(144);
  });

  it('proves each of its events by the exact text of its article', () => {
    const inexact = annotated.flatMap(({ annotation, article }) =>
      annotation.events.filter(({ evidence }) => !article.text.includes(evidence)).map(() => article.id),
    );
    expect(inexact).toEqual([]);
  });

  it('knows no other classes than ours', () => {
    const actions = annotated.flatMap(({ annotation }) =>
      annotation.events.flatMap(({ action, altActions }) => [action, ...altActions]),
    );
    expect(actions.filter((action) => !ACTIONS.includes(action))).toEqual([]);
  });
});
