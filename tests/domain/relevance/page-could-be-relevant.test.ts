import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/domain/articles/decode-page.ts';
import { extractArticle } from '../../../src/domain/articles/extract-article.ts';
import { textOf } from '../../../src/domain/articles/page-tree.ts';
import { readPage } from '../../../src/domain/articles/read-page.ts';
import type { LabelledArticle } from '../../../src/domain/evaluation/labelled-article.ts';
import { couldBeRelevant } from '../../../src/domain/relevance/could-be-relevant.ts';
import { pageCouldBeRelevant } from '../../../src/domain/relevance/page-could-be-relevant.ts';
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
  { name: 'words behind a comment that closes at once', html: '<!-->Ukraine<!--->missiles', could: true },
  { name: 'words behind a comment closed with a mark', html: '<!-- x --!>Ukraine missiles', could: true },
  { name: 'words split by soft hyphens', html: 'Ukra\u00ADine mis&shy;siles', could: true },
  { name: 'numeric entities', html: '&#85;kr&#x61;ine weap&#111;ns', could: true },
  { name: 'numeric entities without a semicolon', html: '&#85 kraine &#85kraine weapons', could: true },
  { name: 'letters with an accent as named entities', html: 'Ukr&aacute;ine&nbsp;weap&ouml;ns', could: true },
  { name: 'capitals, accents and full width', html: 'UKRÁINE ｗｅａｐｏｎｓ', could: true },
  { name: 'a bare less-than sign before the words', html: 'if x < y then Ukraine, 3<missiles', could: false },
  { name: 'a less-than sign before a digit', html: 'if x <3 then Ukraine, missiles', could: true },
  { name: 'an ampersand that is no entity', html: 'R&D for Ukraine & missiles; more', could: true },
  { name: 'a word that only two words together make', html: 'Ukr aine missiles', could: false },
  {
    name: 'words in attributes alone',
    html: '<a href="/ukraine-missiles" title=Ukraine>x</a>',
    could: false,
  },
  { name: 'words in a script alone', html: '<script>x = "Ukraine missiles"</script>', could: false },
  { name: 'words in a style sheet alone', html: '<style>.ukraine .missiles {}</style>', could: false },
  { name: 'words in a comment alone', html: '<!-- Ukraine missiles -->', could: false },
  { name: 'words in the title alone', html: '<title>Ukraine, missiles</title><p>x', could: false },
  {
    name: 'words behind a script with quotes and tags in it',
    html: `<script>if (a<b && c='it's "<p>') {}</script><p>Ukr<b>aine</b> missiles`,
    could: true,
  },
  {
    name: 'words behind a title with a tag in it',
    html: '<title>a <b c="</title>Ukraine mis<i>siles',
    could: true,
  },
  { name: "words behind an attribute's equals sign", html: '<p =">Ukr<b>aine missiles', could: true },
  {
    name: 'words behind a picture',
    html: '<svg><title>x</title><path d="m0"/></svg>Ukraine missiles',
    could: true,
  },
  { name: 'words in raw text', html: '<xmp>Ukraine <b title="</xmp> missiles', could: true },
  {
    name: 'words behind a style sheet inside a picture',
    html: '<svg><style><b></svg>Ukraine missiles',
    could: true,
  },
  {
    name: "an article's text in JSON-LD, escaped",
    html: String.raw`<script type="application/ld&#x2B;json">{"@type":"NewsArticle","articleBody":"\u0055kraine\u00a0mis\u00adsiles &amp; more"}</script>`,
    could: true,
  },
  {
    name: 'a JSON-LD headline alone',
    html: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ukraine missiles"}</script>',
    could: false,
  },
];

/** What extraction and understanding make of a page. */
function isRelevant(html: string): boolean {
  const extraction = extractArticle(html, 'https://news.example/1');
  if (extraction.kind !== 'article') return false;
  const { title, text } = extraction.article;
  return understandArticle({ id: 'x', title, text }, topic).relevance !== 'none';
}

const labelled = ['relevant', 'hard-negatives', 'seeds'].flatMap((name) =>
  readFileSync(new URL(`../../../fixtures/labelled/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): LabelledArticle => JSON.parse(line)),
);

const MARKUP = [
  '<b>',
  '</b>',
  '<br/>',
  '<a href="x>y">',
  '<a href=x>',
  "<i title='\"'>",
  '<!-- a > b -->',
  '<!-->',
  '<?x?>',
  '&shy;',
  '&#173;',
  '&ZeroWidthSpace;',
  '\u00AD',
  '\u200B',
  '\u2060',
  '<wbr>',
  '<script>a<b && "c"</script>',
  '<style>a>b{}</style>',
  '<svg><title>x</title></svg>',
  '<noscript>x</noscript>',
];

/** Marks that open and close what is no text, to be put in no order. */
const LOOSE_MARKUP =
  '<p>|</p>|<p class=|<!--|-->|--!>|<![CDATA[|]]>|<script|</script|</style>|<style>|<title>|</title>|<textarea>|</textarea>|<xmp>|</xmp>|<plaintext>|<svg>|</svg>|<svg a=b/>|<math>|</math>|<foreignObject>|<iframe>|</iframe>|<noscript>|</noscript>|<select>|<table>|<td>|<template>|<template a shadowrootmode=open>|</template>|<desc>'.split(
    '|',
  );

const WRITINGS: readonly ((letter: string) => string)[] = [
  (letter) => letter,
  (letter) => letter.toUpperCase(),
  (letter) => `&#${letter.charCodeAt(0)};`,
  (letter) => `&#x${letter.charCodeAt(0).toString(16)};`,
  (letter) => `&#0${letter.charCodeAt(0)};`,
  (letter) => (/[a-z]/i.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter),
];

describe('pageCouldBeRelevant', () => {
  test.each(CASES)('reads $name', ({ html, could }) => {
    expect(pageCouldBeRelevant(html, topic)).toBe(could);
  });

  test('sees a relevant text through any markup put between its letters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(RELEVANT.length), fc.constantFrom(...MARKUP)), { maxLength: 30 }),
        (insertions) => {
          const html = insertions
            .toSorted(([one], [other]) => other - one)
            .reduce((text, [at, mark]) => text.slice(0, at) + mark + text.slice(at), RELEVANT);
          expect(pageCouldBeRelevant(html, topic)).toBe(true);
        },
      ),
    );
  });

  test('sees a relevant text whatever letters are written as entities or in capitals', () => {
    const writings = fc.array(fc.constantFrom(...WRITINGS), {
      minLength: RELEVANT.length,
      maxLength: RELEVANT.length,
    });
    fc.assert(
      fc.property(writings, (write) => {
        const html = write.map((one, at) => one(RELEVANT[at] ?? '')).join('');
        expect(pageCouldBeRelevant(html, topic)).toBe(true);
      }),
    );
  });

  test('sees whatever words the reader of pages sees, however broken the markup', () => {
    const soup = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('Ukraine ', 'missiles ', 'Ukr', 'aine ', 'miss', 'iles ') },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            '<',
            '>',
            '"',
            "'",
            '=',
            '/',
            '!',
            '-',
            '--',
            '&',
            ';',
            '#',
            '?',
            ' ',
            ']',
          ),
        },
        {
          weight: 3,
          arbitrary: fc.constantFrom(...MARKUP, ...LOOSE_MARKUP),
        },
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(soup, (parts) => {
        const html = parts.join('');
        if (couldBeRelevant(textOf(readPage(html).body), topic)) {
          expect(pageCouldBeRelevant(html, topic)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('says yes to the page of every labelled article that is relevant, in any encoding', () => {
    const encodings = ['utf8', 'utf16le', 'windows-1251', 'shift_jis', 'iso-8859-1'];
    for (const [at, article] of labelled.entries()) {
      const paragraphs = article.text.split('\n\n').map((text) => `<p>${text.replaceAll('-', '&#45;')}</p>`);
      const encoding = encodings[at % encodings.length] ?? 'utf8';
      const bytes = iconv.encode(
        `<h1>${article.title}</h1><article>${paragraphs.join('')}</article>`,
        encoding,
        {
          addBOM: encoding === 'utf16le',
        },
      );
      const html = decodePage(bytes, `text/html; charset=${encoding}`);
      if (understandArticle(article, topic).relevance !== 'none' && isRelevant(html)) {
        expect(pageCouldBeRelevant(html, topic), article.id).toBe(true);
      }
    }
  });
});
