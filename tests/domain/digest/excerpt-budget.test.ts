import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDigest } from '../../../src/domain/digest/compile-digest.ts';
import { openExcerptBudget } from '../../../src/domain/digest/excerpt-budget.ts';
import { readDigestInput } from './digest-input-builder.ts';

const source = { articleId: 'a1', publisher: 'One', url: 'https://one.example/a1' };
const sentence = (letter: string, length: number) => `${letter.repeat(length - 1)}.`;

describe('openExcerptBudget', () => {
  it('counts headline, evidence and quotations of one article together', () => {
    const budget = openExcerptBudget({});
    budget.takeTitle(source, sentence('t', 100));
    expect(budget.takeExcerpt(source, sentence('a', 300))?.text).toHaveLength(300);
    expect(budget.takeExcerpt(source, sentence('b', 100))?.text).toHaveLength(100);
    expect(budget.takeExcerpt(source, sentence('c', 100))).toBeUndefined();
  });

  it('keeps a limit of its own for every article', () => {
    const budget = openExcerptBudget({ One: 100 });
    expect(budget.takeExcerpt(source, sentence('a', 100))).toBeDefined();
    expect(budget.takeExcerpt({ ...source, articleId: 'a2' }, sentence('a', 100))).toBeDefined();
  });

  it.each([
    { name: 'a publisher’s lower limit holds', limits: { One: 120 }, lent: 0 },
    { name: 'a higher one does not raise the limit', limits: { One: 9_000 }, lent: 2 },
    { name: 'another publisher’s does not matter', limits: { Two: 10 }, lent: 2 },
    { name: 'nor does a name that every object has', limits: {}, publisher: 'constructor', lent: 2 },
  ])('$name', ({ limits, publisher, lent }) => {
    const budget = openExcerptBudget(limits);
    const taken = ['a', 'b', 'c'].map((letter) =>
      budget.takeExcerpt({ ...source, publisher: publisher ?? 'One' }, sentence(letter, 200)),
    );
    expect(taken.filter((excerpt) => excerpt !== undefined)).toHaveLength(lent);
  });

  it('lends a sentence whole or not at all, for a cut can turn its meaning', () => {
    const budget = openExcerptBudget({ One: 60 });
    expect(
      budget.takeExcerpt(source, 'An official said that the policy on long-range rockets has not changed.'),
    ).toBeUndefined();
  });

  it('cuts a passage that is no sentence any more', () => {
    const taken = openExcerptBudget({}).takeExcerpt(source, sentence('a', 600));
    expect(taken?.text).toBe(`${'a'.repeat(399)}…`);
  });

  it('prints no words twice', () => {
    const budget = openExcerptBudget({});
    budget.takeExcerpt(source, 'He said that they would decide it on Friday, and left.');
    expect(budget.takeExcerpt(source, 'they would decide it on Friday')).toBeUndefined();
  });

  it('names the publisher where a headline may not be printed', () => {
    expect(openExcerptBudget({ One: 10 }).takeTitle(source, 'A headline of more than ten characters')).toBe(
      'One',
    );
  });

  it('never lends more than the limit, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 })), fc.nat(600), (wishes, limit) => {
        const budget = openExcerptBudget({ One: limit });
        const lent = wishes.map((words) => budget.takeExcerpt(source, words)?.text.length ?? 0);
        expect(lent.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(Math.min(limit, 500));
      }),
    );
  });
});

describe('a whole digest', () => {
  it.each(['busy-day', 'hostile-day'])('prints at most 500 characters of any article (%s)', (slug) => {
    const input = readDigestInput(slug);
    const digest = compileDigest(input);
    const excerpts = [
      ...[
        ...digest.changes.entries,
        ...digest.lateNews.entries,
        ...digest.disputes.entries,
        ...digest.statements.entries,
      ].map((entry) => entry.evidence),
      ...digest.stories.entries.flatMap((story) => story.quotations.map((quotation) => quotation.excerpt)),
    ].filter((excerpt) => excerpt !== undefined);
    const titles = digest.stories.entries.map((story) => ({ text: story.title, source: story.lead }));
    const printed = new Map<string, number>();
    for (const { text, source: from } of [...excerpts, ...titles]) {
      const key = JSON.stringify(from);
      printed.set(key, (printed.get(key) ?? 0) + text.length);
    }
    expect(Math.max(...printed.values())).toBeLessThanOrEqual(500);
    expect(excerpts.length).toBeGreaterThan(1);
  });
});
