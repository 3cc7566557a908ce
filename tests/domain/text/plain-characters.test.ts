import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPrinted, plainCharacters, readPlain } from '../../../src/domain/text/plain-characters.ts';

test.each([
  ['30\u00a0May', '30 May'],
  ['10\u202f000', '10 000'],
  ['F\u201116', 'F-16'],
  ['long\u2010range', 'long-range'],
  ['miss\u00adiles', 'missiles'],
  ['\ufeffKyiv \u200bMoscow', 'Kyiv Moscow'],
  ['Kyiv – “now”', 'Kyiv – “now”'],
  // middle initials
  ['John F. Kirby said so.', 'John Kirby said so.'],
  ['Lloyd J. Austin III and Donald J. R. Trump', 'Lloyd Austin III and Donald Trump'],
  // neither an initial in front nor the end of a sentence
  ['J.D. Vance met J. D. Salinger', 'J.D. Vance met J. D. Salinger'],
  ['It was Plan B. The mayor knew.', 'It was Plan B. The mayor knew.'],
  ['In World War I. Allies won Article V. Ukraine', 'In World War I. Allies won Article V. Ukraine'],
  ['It holds vitamin C. Berg knew.', 'It holds vitamin C. Berg knew.'],
])('%j is read as %j', (printed, plain) => {
  expect(plainCharacters(printed).text).toBe(plain);
});

const character = fc.constantFrom('a', ' ', '-', '\u00a0', '\u2011', '\u00ad', '\u200b', '\ufeff', 'é', '😀');

test('a span of the plain text is one of the printed text, with the same words', () => {
  const texts = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (printed, from, length) => {
      const plain = plainCharacters(printed);
      const start = from % (plain.text.length + 1);
      const end = Math.min(plain.text.length, start + (length % 10));
      const text = plain.text.slice(start, end);
      const [span] = asPrinted([{ start, end, text }], printed, plain);
      expect(printed.slice(span?.start, span?.end)).toBe(span?.text);
      expect(plainCharacters(span?.text ?? '').text).toBe(text);
    }),
  );
});

test('what is no span stays as it is, and so does all where nothing was changed', () => {
  const value = {
    relevance: 'core',
    quotes: [{ start: 0, end: 4, content: 'Kyiv', form: 'direct' }],
    at: null,
  };
  expect(asPrinted(value, 'Kyiv', plainCharacters('Kyiv'))).toBe(value);
  expect(asPrinted(value, 'Ky\u00adiv', plainCharacters('Ky\u00adiv'))).toEqual({
    ...value,
    quotes: [{ start: 0, end: 5, content: 'Ky\u00adiv', form: 'direct' }],
  });
});

test('a middle initial is in the spans of what is read', () => {
  const article = { title: '', text: 'Then John F. Kirby\u200b said so.' };
  const span = readPlain(article, ({ text }) => ({ start: 5, end: 15, text: text.slice(5, 15) }));
  expect(span).toEqual({ start: 5, end: 18, text: 'John F. Kirby' });
});
