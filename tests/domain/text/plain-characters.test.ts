import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPrinted, plainCharacters } from '../../../src/domain/text/plain-characters.ts';

test.each([
  ['30\u00a0May', '30 May'],
  ['10\u202f000', '10 000'],
  ['F\u201116', 'F-16'],
  ['long\u2010range', 'long-range'],
  ['miss\u00adiles', 'missiles'],
  ['\ufeffKyiv \u200bMoscow', 'Kyiv Moscow'],
  ['Kyiv – “now”', 'Kyiv – “now”'],
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
