import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/domain/text/sentences.ts';

const CASES: readonly { name: string; text: string; sentences: readonly string[] }[] = [
  {
    name: 'a country abbreviation inside a name',
    text: 'The U.S. President agreed. The U.K. Defence Secretary did not.',
    sentences: ['The U.S. President agreed.', 'The U.K. Defence Secretary did not.'],
  },
  {
    name: 'a country abbreviation that ends the sentence',
    text: 'It was made in the U.S. The order came later.',
    sentences: ['It was made in the U.S.', 'The order came later.'],
  },
  {
    name: 'ranks, titles and initials',
    text: 'Gen. Smith met Mr. Jones and J. R. Hale. Sen. Poole left.',
    sentences: ['Gen. Smith met Mr. Jones and J. R. Hale.', 'Sen. Poole left.'],
  },
  {
    name: 'times, decimals and numbers',
    text: 'At 3 p.m. Kyiv time, No. 10 said 3.5 km was too far. It said no. Nobody asked.',
    sentences: ['At 3 p.m. Kyiv time, No. 10 said 3.5 km was too far.', 'It said no.', 'Nobody asked.'],
  },
  {
    name: 'quotation marks after the full stop',
    text: '“We will not.” He left. "Really?" she asked. "Yes." It was late.',
    sentences: ['“We will not.”', 'He left.', '"Really?" she asked.', '"Yes."', 'It was late.'],
  },
  {
    name: 'lines of a list and paragraphs without a full stop',
    text: 'Background:\n\n• The first point\n• The second point. And more\n \nEnd',
    sentences: ['Background:', '• The first point', '• The second point.', 'And more', 'End'],
  },
];

describe('splitSentences', () => {
  test.each(CASES)('keeps whole: $name', ({ text, sentences }) => {
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(sentences);
  });

  test('numbers the paragraphs', () => {
    expect(splitSentences('One. Two.\n\nThree.').map((sentence) => sentence.paragraph)).toEqual([0, 0, 1]);
  });

  test('gives offsets that point at exactly the text, in order, losing nothing but white space', () => {
    const piece = fc.constantFrom(
      'U.S. ',
      'He said. ',
      '"Why?" ',
      'Gen. ',
      '\n\n',
      ' \n',
      'мир. ',
      '🙂 ',
      '3.5 ',
      '…',
      '• ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let rest = '';
        let from = 0;
        for (const { start, end, text: sentence } of splitSentences(text)) {
          expect(text.slice(start, end)).toBe(sentence);
          expect(start).toBeGreaterThanOrEqual(from);
          rest += text.slice(from, start);
          from = end;
        }
        expect((rest + text.slice(from)).trim()).toBe('');
      }),
    );
  });
});
