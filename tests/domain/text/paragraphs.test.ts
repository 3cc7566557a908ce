import { expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/domain/text/paragraphs.ts';

const wordsOf = (text: string) => splitParagraphs(text).map((paragraph) => paragraph.text);

test.each([
  ['blank lines', 'One.\n\nTwo.\n \nThree.', ['One.', 'Two.', 'Three.']],
  ['of another system', 'One.\r\n\r\nTwo.', ['One.', 'Two.']],
  ['lines within paragraphs', 'One\nand two.\n\nThree.', ['One\nand two.', 'Three.']],
  ['no blank lines', 'One.\n“Two,” she said.\nThree.', ['One.', '“Two,” she said.', 'Three.']],
  [
    'no blank lines, and a heading',
    'One.\nTwo.\nBackground\nThree.\nFour.',
    ['One.', 'Two.', 'Background', 'Three.', 'Four.'],
  ],
  ['lines broken at a width', 'One and then\ntwo. And then\nthree.', ['One and then\ntwo. And then\nthree.']],
  ['nothing', ' \n ', []],
])('%s', (_what, text, paragraphs) => {
  expect(wordsOf(text)).toEqual(paragraphs);
});

test('offsets are those of the text', () => {
  const text = '  One.\n Two.\n';
  for (const { start, end, text: own } of splitParagraphs(text)) expect(text.slice(start, end)).toBe(own);
});
