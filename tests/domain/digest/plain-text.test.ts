import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanLine,
  clipText,
  leadingSentences,
  neutraliseLine,
} from '../../../src/domain/digest/plain-text.ts';
import { wrapText } from '../../../src/domain/digest/text-sections/wrap-text.ts';

describe('neutraliseLine', () => {
  it.each([
    { name: 'line ends of every kind', text: 'a\r\nb\u2028c\u0085d', expected: 'a b c d' },
    { name: 'no-break and wide spaces', text: 'a\u00a0\u3000b', expected: 'a b' },
    { name: 'an override', text: '\u202etxt.exe', expected: 'txt.exe' },
    { name: 'zero-width spaces and byte order marks', text: '\ufeffpass\u200bword', expected: 'password' },
    { name: 'the joiner within an emoji stays', text: '👩‍🚀', expected: '👩‍🚀' },
    { name: 'half a surrogate pair', text: 'a\ud800b', expected: 'a\ufffdb' },
    { name: 'piled marks', text: `Z${'\u0301'.repeat(50)}`, expected: `Z${'\u0301'.repeat(4)}` },
    { name: 'an accented word stays', text: 'Jankauskaitė', expected: 'Jankauskaitė' },
  ])('$name', ({ text, expected }) => {
    expect(neutraliseLine(text)).toBe(expected);
  });
});

describe('clipText', () => {
  it.each([
    { name: 'what fits', text: 'one two', max: 7, expected: 'one two' },
    { name: 'a word that does not', text: 'one two three', max: 10, expected: 'one two…' },
    { name: 'one long word', text: 'a'.repeat(20), max: 5, expected: 'aaaa…' },
    { name: 'an emoji is not cut in two', text: '👩‍🚀👩‍🚀👩‍🚀', max: 8, expected: '👩‍🚀…' },
    { name: 'no room', text: 'one', max: 1, expected: '' },
  ])('$name', ({ text, max, expected }) => {
    expect(clipText(text, max)).toBe(expected);
  });

  it('never exceeds its length and stays well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, max) => {
        const clipped = cleanLine(text, max);
        expect(clipped.length).toBeLessThanOrEqual(max);
        expect(clipped.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('leadingSentences', () => {
  it.each([
    {
      name: 'as many as fit',
      text: 'One is here. Two is here. Three is here.',
      max: 30,
      expected: 'One is here. Two is here.',
    },
    {
      name: 'the first one clipped',
      text: 'A sentence that is far too long.',
      max: 20,
      expected: 'A sentence that is…',
    },
    { name: 'no comma at the end', text: 'We will see,', max: 50, expected: 'We will see' },
  ])('$name', ({ text, max, expected }) => {
    expect(leadingSentences(text, max)).toBe(expected);
  });
});

describe('wrapText', () => {
  it('keeps all words in order within 72 columns', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/u), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.nat(10), (given, indent) => {
        const wrapped = wrapText(given.join(' '), ' '.repeat(indent));
        expect(wrapped.split(/\s+/u).filter((word) => word !== '')).toEqual(given);
        for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
      }),
    );
  });

  it('hangs the lines after the first', () => {
    expect(wrapText('word '.repeat(20), '- ', '  ').split('\n')[1]).toMatch(/^ {2}word/u);
  });

  it('breaks a word that is longer than a line', () => {
    expect(
      wrapText('a'.repeat(100))
        .split('\n')
        .map((line) => line.length),
    ).toEqual([72, 28]);
  });

  it('has no line for no word', () => {
    expect(wrapText('  ')).toBe('');
  });
});
