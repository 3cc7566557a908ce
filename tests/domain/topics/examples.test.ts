import { describe, expect, test } from 'vitest';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadPack, loadTopic } from './load-pack.ts';

describe.each(['weapons-use-restrictions', 'immobilised-assets'])('the examples of %s', (id) => {
  const topic = loadTopic(id);

  test.each(loadPack(id).examples.examples)('$text', ({ text, publishedAt, relevance, positions }) => {
    const understood = understandArticle({ id: 'example', title: '', text, publishedAt }, topic);
    const found = understood.positions.map(({ country, action }) => ({ country, action }));
    expect(found).toEqual(positions.map(({ country, action }) => ({ country, action })));
    for (const { weapon, scopeGeo } of positions) {
      if (weapon) expect(understood.positions.map((position) => position.weapon)).toContain(weapon);
      if (scopeGeo) expect(understood.positions.map((position) => position.scopeGeo)).toContain(scopeGeo);
    }
    if (relevance) expect(understood.relevance).toBe(relevance);
  });
});
