import { describe, expect, test } from 'vitest';
import type { LabelledArticle } from '../../../src/domain/evaluation/labelled-article.ts';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { labelledSets } from '../../quality/labelled-sets.ts';
import { loadTopic } from '../topics/load-pack.ts';

const TOPIC = loadTopic('weapons-use-restrictions');
const { seeds } = labelledSets();
const HEADLINE = 'US allows Ukraine to strike deep inside Russia with ATACMS';

/** What pages do to a text that changes nothing of what it says. */
const PRINTED: Readonly<Record<string, (text: string) => string>> = {
  'with straight marks': (text) => text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'"),
  'with spaces that do not break': (text) => text.replaceAll(/(\d) /g, '$1\u00a0'),
  'with hyphens that do not break': (text) => text.replaceAll(/(\w)-(\w)/g, '$1\u2011$2'),
  'with soft hyphens': (text) => text.replaceAll(/([a-z]{4})([a-z]{4})/g, '$1\u00ad$2'),
  'with zero-width spaces': (text) => text.replaceAll(/ (?=[A-Z])/g, ' \u200b'),
  'without blank lines': (text) => text.replaceAll('\n\n', '\n'),
  'with a link that names itself': (text) => amid(text, `Read also: ${HEADLINE}`),
  'with the headline of another article': (text) => amid(text, HEADLINE),
  'with other headlines below': (text) =>
    `${text}\n\n${HEADLINE}\n\nPutin warns NATO over long-range missiles`,
};

function amid(text: string, line: string): string {
  return text.split('\n\n').toSpliced(3, 0, line).join('\n\n');
}

/** What is held of the article, without where it stands. */
function heldIn(article: LabelledArticle, text: string): readonly string[] {
  const { relevance, positions } = understandArticle({ ...article, text }, TOPIC);
  const held = positions.map(({ country, action, weapon, scopeGeo, statementDate, status }) =>
    [country, action, weapon, scopeGeo, statementDate, status].join(' '),
  );
  return [relevance, ...held];
}

describe.each(Object.entries(PRINTED))('an article %s', (_how, print) => {
  test.each(seeds.map((article) => [article.id, article] as const))(
    'holds what it held: %s',
    (_id, article) => {
      expect(heldIn(article, print(article.text))).toEqual(heldIn(article, article.text));
    },
  );

  test.each(seeds.map((article) => [article.id, article] as const))(
    'is quoted as it is printed: %s',
    (_id, article) => {
      const text = print(article.text);
      const { positions, quotes, evidence } = understandArticle({ ...article, text }, TOPIC);
      const spans = [...evidence, ...positions.flatMap((position) => [position.evidence, ...position.also])];
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
      for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.content);
    },
  );
});

test.each(Object.entries(PRINTED).slice(1, 5))('a headline %s tells what it told', (_how, print) => {
  const article = {
    id: 'headline',
    title: 'Denmark: Ukraine may use 19 F-16 fighters against targets in Russia',
    text: 'Foreign Minister Lars Løkke Rasmussen confirmed it on Thursday.\n\n“It has been clear from the start that they may be used beyond the border, too,” he told parliament.',
    publishedAt: '2024-11-18T09:00:00Z',
  };
  const title = print(article.title);
  expect(title).not.toBe(article.title);
  expect(understandArticle({ ...article, title }, TOPIC)).toEqual(understandArticle(article, TOPIC));
});
