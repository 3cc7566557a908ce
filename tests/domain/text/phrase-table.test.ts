import { describe, expect, test } from 'vitest';
import { inflectVerb } from '../../../src/domain/text/english-verbs.ts';
import { buildPhraseTable } from '../../../src/domain/text/phrase-table.ts';
import { tokenise } from '../../../src/domain/text/tokens.ts';

const CASES: readonly { pattern: string; text: string; found: boolean }[] = [
  { pattern: '{lift} (the)? ban', text: 'they lifted the ban', found: true },
  { pattern: '{lift} (the)? ban', text: 'lifting ban', found: true },
  { pattern: '{give} ~ (green light|nod)', text: 'gave Kyiv a clear green light', found: true },
  { pattern: '{give} ~ (green light|nod)', text: 'gave it. The green light', found: false },
  { pattern: 'a ((b)? c|d)', text: 'a b c', found: true },
  { pattern: 'a ((b)? c|d)', text: 'a d', found: true },
  { pattern: '=US', text: 'the US said', found: true },
  { pattern: '=US', text: 'told us so', found: false },
  { pattern: 'May', text: 'they may go', found: false },
  { pattern: 'Łódź', text: 'in Lodz today', found: true },
  { pattern: "it (is|'s) time", text: 'and it’s time', found: true },
  { pattern: "(Kyiv|Ukraine) 's call", text: "that is Kyiv's call", found: true },
  { pattern: "Ukraine's borders", text: 'Ukraine’s borders', found: true },
];

describe('buildPhraseTable', () => {
  test.each(CASES)('"$pattern" in "$text": $found', ({ pattern, text, found }) => {
    const matches = buildPhraseTable([[pattern, 'it']]).findAll(tokenise(text));
    expect(matches.length > 0).toBe(found);
  });

  test.each(['(a', 'a)', '{lift'])('refuses the unbalanced pattern %s', (pattern) => {
    expect(() => buildPhraseTable([[pattern, 'it']])).toThrow(RangeError);
  });

  test('reports the longest reach of a phrase from each place', () => {
    const tokens = tokenise('no no limits');
    expect(buildPhraseTable([['no ~1 limits', 'none']]).findAll(tokens)).toEqual([
      { from: 0, to: 3, value: 'none' },
      { from: 1, to: 3, value: 'none' },
    ]);
  });
});

describe('inflectVerb', () => {
  test.each([
    ['allow', 'allow allows allowed allowing'],
    ['ease', 'ease eases eased easing'],
    ['permit', 'permit permits permitted permitting'],
    ['deny', 'deny denies denied denying'],
    ['strike', 'strike strikes struck stricken striking'],
    ['drop', 'drop drops dropped dropping'],
  ])('%s', (base, forms) => {
    expect(inflectVerb(base).join(' ')).toBe(forms);
  });
});

describe('contractions', () => {
  const table = buildPhraseTable([
    ['do not support', 'refusal'],
    ["(not|n't) ~1 ready", 'unready'],
    ['will not', 'never'],
  ]);

  test.each([
    ["we don't support it", 'refusal'],
    ['we don’t support it', 'refusal'],
    ["they aren't quite ready", 'unready'],
    ["she won't", 'never'],
  ])('are read as both their words: %s', (text, value) => {
    expect(table.findAll(tokenise(text)).map((match) => match.value)).toContain(value);
  });
});
