import { describe, expect, test } from 'vitest';
import { isSameName, matchQuotes } from '../../../src/domain/evaluation/match-quotes.ts';

describe('the names of speakers', () => {
  test.each([
    ['Volodymyr Zelenskiy', 'Volodymyr Zelenskyy'],
    ['Sergey Lavrov', 'Sergei Lavrov'],
    ['Scholz', 'Olaf Scholz'],
    ['Russian Defence Ministry', 'Russia’s Defense Ministry'],
    ['General Staff of the Armed Forces of Ukraine', 'Ukrainian General Staff'],
  ])('are the same however they are spelled: %s, %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(isSameName(other, one)).toBe(true);
  });

  test.each([
    ['Joe Biden', 'Jens Stoltenberg'],
    ['Dmitry Peskov', 'Dmytro Kuleba'],
    ['Donald Trump', 'Donald Tusk'],
    ['U.S. official', 'Ukrainian official'],
    ['Russian Foreign Ministry', 'Russian Defence Ministry'],
  ])('are two: %s, %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});

test('a quotation is met by its words, whatever its marks', () => {
  const quote = { speaker: 'Anna Berg', content: 'a shame,', form: 'direct', start: 0, end: 8, cue: 'said' };
  const found = matchQuotes([{ speaker: 'Max Holm', content: 'a shame' }], [quote as never]);
  expect(found).toMatchObject({ found: 1, missed: [], extra: [] });
  expect(found.wrongSpeakers).toHaveLength(1);
});
