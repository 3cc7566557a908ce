import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LabelledArticle } from '../../../src/domain/evaluation/labelled-article.ts';
import { couldBeRelevant } from '../../../src/domain/relevance/could-be-relevant.ts';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

const CASES: readonly { name: string; text: string; could: boolean }[] = [
  { name: 'a text on the topic', text: 'Ukraine may fire the missiles at targets in Russia.', could: true },
  { name: 'a text that is about something else', text: 'The weapons of Ruritania.', could: false },
  { name: 'the adversary and a weapon by name', text: 'Consent to fire ATACMS at Russia.', could: true },
  { name: 'planes and no other weapon', text: 'The planes are for Ukraine to use.', could: true },
  { name: 'the adversary and no weapon by name', text: 'A wide range of Russian kit.', could: false },
  { name: 'soft hyphens and zero-width marks', text: 'Ukra\u00adine mis\u200bsiles', could: true },
  { name: 'capitals, accents and full width', text: 'UKRÁINE ｗｅａｐｏｎｓ', could: true },
  { name: 'a combining accent', text: 'Ukra\u0301ine weapons', could: true },
  { name: 'signs that are markup elsewhere', text: 'if x<Ukraine & <b missiles', could: true },
  { name: 'a word that only two words together make', text: 'Ukr aine missiles', could: false },
  { name: 'a word with a sign in it', text: 'Ukr<aine missiles', could: false },
  { name: 'nothing', text: '', could: false },
];

describe('couldBeRelevant', () => {
  test.each(CASES)('reads $name', ({ text, could }) => {
    expect(couldBeRelevant(text, topic)).toBe(could);
  });

  test('asks for the recipient by the same words wherever it asks for it', () => {
    const [either = [], other = []] = topic.gateWords;
    const adversary = ['russia', 'moscow', 'kremlin', 'putin'];
    const weapons = ['weapon', 'missile', 'atacms', 'himars', 'shadow', 'scalp', 'taurus', 'tomahawk'];
    expect(either.filter((word) => !adversary.includes(word))).toEqual(
      other.filter((word) => !weapons.includes(word)),
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
      expect(couldBeRelevant(`${article.title}\n${article.text}`, topic), article.id).toBe(true);
    }
  });
});
