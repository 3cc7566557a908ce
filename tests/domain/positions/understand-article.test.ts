import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');
const PIECES = [
  'President Biden has allowed Ukraine to strike Russia with American missiles. ',
  'He said on Thursday the ban was lifted. ',
  '“We will not allow it,” the Kremlin warned. ',
  'Until now, Berlin had refused',
  '\n\n',
  '• ',
  '🙂 ',
  '“',
  '" ',
  'Ukraine ',
  'weapons; ',
  '(',
  '...',
  '\u00A0',
];

describe('understandArticle', () => {
  test('cites exactly what stands in the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const understood = understandArticle(
          { id: 'x', title: 'Ukraine', text, publishedAt: '2024-05-31T12:00:00Z' },
          topic,
        );
        const spans = [
          ...understood.evidence,
          ...understood.positions.flatMap(({ evidence, also }) => [evidence, ...also]),
        ];
        for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
      }),
      { numRuns: 60 },
    );
  });

  test('gives an article that is not relevant neither positions nor quotes', () => {
    const understood = understandArticle(
      { id: 'x', title: '', text: 'Ukraine won the match, "easily", he said.' },
      topic,
    );
    expect(understood).toMatchObject({ relevance: 'none', positions: [], quotes: [] });
  });

  test('resolves pronouns and titles, and keeps what has ended in the past', () => {
    const text =
      'French President Emmanuel Macron met reporters in Kyiv on Tuesday.\n\n' +
      'He said Ukraine may use French missiles to strike military targets in Russia.\n\n' +
      'Until now, the White House had refused to let Ukraine strike Russia with American missiles.';
    const { positions } = understandArticle(
      { id: 'x', title: '', text, publishedAt: '2024-05-31T12:00:00Z' },
      topic,
    );
    expect(positions).toMatchObject([
      {
        actor: 'Emmanuel Macron',
        country: 'FR',
        action: 'PERMITS',
        supplier: 'FR',
        statementDate: '2024-05-28',
      },
      { country: 'US', action: 'MAINTAINS_RESTRICTION', status: 'background_past' },
    ]);
  });
});
