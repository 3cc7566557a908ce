import { describe, expect, test } from 'vitest';
import { plainCharacters, readPlain } from '../../../src/domain/text/plain-characters.ts';

describe('middle initials', () => {
  test.each([
    ['John F. Kirby said so.', 'John Kirby said so.'],
    ['Lloyd J. Austin III and Donald J. R. Trump', 'Lloyd Austin III and Donald Trump'],
    // neither an initial in front nor the end of a sentence
    ['J.D. Vance met J. D. Salinger', 'J.D. Vance met J. D. Salinger'],
    ['It was Plan B. The mayor knew.', 'It was Plan B. The mayor knew.'],
    ['In World War I. Allies won Article V. Ukraine', 'In World War I. Allies won Article V. Ukraine'],
    ['It holds vitamin C. Berg knew.', 'It holds vitamin C. Berg knew.'],
  ])('%s', (printed, plain) => {
    expect(plainCharacters(printed).text).toBe(plain);
  });

  test('are in the spans of what is read', () => {
    const article = { title: '', text: 'Then John F. Kirby\u200b said so.' };
    const span = readPlain(article, ({ text }) => ({ start: 5, end: 15, text: text.slice(5, 15) }));
    expect(span).toEqual({ start: 5, end: 18, text: 'John F. Kirby' });
  });
});
