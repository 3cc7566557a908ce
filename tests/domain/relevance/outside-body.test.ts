import { describe, expect, test } from 'vitest';
import { bodySentences } from '../../../src/domain/relevance/outside-body.ts';
import { splitSentences } from '../../../src/domain/text/sentences.ts';

const PROSE = [
  'Kyiv asked again on Monday.',
  'Berlin did not answer.',
  'The talks go on.',
  'Nobody was hurt.',
];
const LINE = 'US allows Ukraine to strike deep inside Russia';

function bodyOf(...paragraphs: readonly string[]): string[] {
  return bodySentences(splitSentences(paragraphs.join('\n\n'))).map(({ text }) => text);
}

describe('the body of an article', () => {
  test.each([
    LINE,
    `Read also: ${LINE}`,
    'Putin warns NATO over long-range missiles',
    'things to know: how partners lifted their ban',
  ])('has no line like a headline among its paragraphs: %s', (line) => {
    expect(bodyOf(...PROSE.slice(0, 2), line, ...PROSE.slice(2))).toEqual(PROSE);
    expect(bodyOf(...PROSE, line)).toEqual(PROSE);
  });

  test.each([
    ['ends like prose', `${LINE}.`],
    ['ends with a quotation', 'Asked again, she said “no”'],
    ['leads to what follows', 'What each has allowed so far:'],
    ['names the section', 'What preceded it'],
    ['names the source', 'Source: the minister at a briefing in Kyiv'],
    ['is an item of a list', `• ${LINE}`],
  ])('has a line that %s', (_what, line) => {
    expect(bodyOf(...PROSE, line)).toContain(line);
  });

  test('has its first line, however that ends', () => {
    expect(bodyOf(LINE, ...PROSE)).toContain(LINE);
  });

  test('has the items of a list that a colon opens, and no headline behind them', () => {
    const items = ['Poland has set no limits at all', 'Estonia has set no limits either'];
    expect(bodyOf(...PROSE, 'So far:', ...items, ...PROSE, LINE)).toEqual([
      ...PROSE,
      'So far:',
      ...items,
      ...PROSE,
    ]);
  });

  test('has all lines of a text that is hardly punctuated', () => {
    const lines = [LINE, 'Poland has set no limits at all', 'Estonia has set no limits either'];
    expect(bodyOf(...lines)).toEqual(lines);
  });
});
