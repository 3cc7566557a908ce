import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelledArticle } from '../../../src/domain/evaluation/labelled-article.ts';
import { couldBeRelevant } from '../../../src/domain/relevance/could-be-relevant.ts';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');
const RELEVANT = 'Ukraine may fire the missiles at targets in Russia.';

const CASES: readonly { name: string; html: string; could: boolean }[] = [
  { name: 'plain text', html: RELEVANT, could: true },
  { name: 'a text that is about something else', html: 'The weapons of Ruritania.', could: false },
  {
    name: 'words split by tags',
    html: 'Ukr<b>aine</b> <i>mis</i><span title="a > b">siles</span>',
    could: true,
  },
  { name: 'words split by a comment', html: 'Ukr<!-- > -->aine miss<!---->iles', could: true },
  { name: 'words split by soft hyphens', html: 'Ukra\u00ADine mis&shy;siles', could: true },
  { name: 'numeric entities', html: '&#85;kr&#x61;ine weap&#111;ns', could: true },
  { name: 'capitals, accents and full width', html: 'UKRÁINE ｗｅａｐｏｎｓ', could: true },
  { name: 'a bare less-than sign before the words', html: 'if x <y then Ukraine, missiles', could: true },
  { name: 'an ampersand that is no entity', html: 'R&D for Ukraine & missiles; more', could: true },
  { name: 'a word that only two words together make', html: 'Ukr aine missiles', could: false },
];

describe('couldBeRelevant', () => {
  test.each(CASES)('reads $name', ({ html, could }) => {
    expect(couldBeRelevant(html, topic)).toBe(could);
  });

  test('sees a relevant text through any markup put between its letters', () => {
    const markup = fc.constantFrom(
      '<b>',
      '</b>',
      '<br/>',
      '<a href="x>y">',
      '<!-- a > b -->',
      '&shy;',
      '\u00AD',
      '\u200B',
      '<wbr>',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(RELEVANT.length), markup), { maxLength: 30 }), (insertions) => {
        const html = insertions
          .toSorted(([one], [other]) => other - one)
          .reduce((text, [at, mark]) => text.slice(0, at) + mark + text.slice(at), RELEVANT);
        expect(couldBeRelevant(html, topic)).toBe(true);
      }),
    );
  });

  test('sees a relevant text whatever letters are written as entities or in capitals', () => {
    const writing = fc.constantFrom(
      (letter: string) => letter,
      (letter: string) => letter.toUpperCase(),
      (letter: string) => `&#${letter.charCodeAt(0)};`,
      (letter: string) => `&#x${letter.charCodeAt(0).toString(16)};`,
    );
    fc.assert(
      fc.property(
        fc.array(writing, { minLength: RELEVANT.length, maxLength: RELEVANT.length }),
        (writings) => {
          const html = writings.map((write, at) => write(RELEVANT[at] ?? '')).join('');
          expect(couldBeRelevant(html, topic)).toBe(true);
        },
      ),
    );
  });

  test('never says no to an article that is understood as relevant', () => {
    const lines = ['relevant', 'hard-negatives', 'seeds'].flatMap((name) =>
      readFileSync(new URL(`../../../fixtures/labelled/${name}.jsonl`, import.meta.url), 'utf8')
        .trim()
        .split('\n'),
    );
    for (const article of lines.map((line): LabelledArticle => JSON.parse(line))) {
      if (understandArticle(article, topic).relevance === 'none') continue;
      const html = `<p>${article.text.replaceAll('\n\n', '</p><p>').replaceAll('-', '&#45;')}</p>`;
      expect(couldBeRelevant(html, topic), article.id).toBe(true);
    }
  });
});
