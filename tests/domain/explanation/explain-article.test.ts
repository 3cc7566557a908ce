import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleText } from '../../../src/domain/articles/article.ts';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import { explainArticle } from '../../../src/domain/explanation/explain-article.ts';
import type { ExplainedPosition, Explanation, Mark } from '../../../src/domain/explanation/explanation.ts';
import { digestWords } from '../../../src/domain/topics/digest-words.ts';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadPack, loadTopic } from '../topics/load-pack.ts';

const TOPIC_ID = 'weapons-use-restrictions';
const topic = loadTopic(TOPIC_ID);
const words = digestWords(loadPack(TOPIC_ID));

const LEAD =
  'On a visit to Kyiv on Thursday, Foreign Secretary David Cameron said Ukraine may use British Storm Shadow missiles to strike targets in Russia.';
const AGAIN =
  'Cameron said that Ukraine was allowed to hit military targets inside Russia with Storm Shadow missiles.';
const ASKED =
  'Reporters asked whether Berlin would lift its restrictions on the use of German weapons inside Russia.';

function article(text: string, over: Partial<ArticleText> = {}): ArticleText {
  return { id: 'x', title: '', publishedAt: '2024-05-03T08:00:00Z', text, ...over };
}

const explain = (one: ArticleText): Explanation => explainArticle(one, topic, words);

const onlyPosition = (text: string, over?: Partial<ArticleText>): ExplainedPosition => {
  const { positions } = explain(article(text, over));
  expect(positions).toHaveLength(1);
  return positions[0] as ExplainedPosition;
};

const wordsOf = (marks: readonly Mark[], ingredient: string) =>
  marks.filter((mark) => mark.ingredient === ingredient).map(({ text }) => text);

describe('explainArticle', () => {
  test('says a position in words: whose, what, where, by whom, when, in which paper', () => {
    const { said } = onlyPosition(LEAD, { publisher: 'The Harbour Post' });
    expect(said.join(' · ')).toBe(
      'United Kingdom · permits the use of Storm Shadow · targets in Russia · ' +
        'said by David Cameron, foreign minister, on 2024-05-02 (day, as stated) · news, announced, new · ' +
        'reported by The Harbour Post',
    );
  });

  test('says where the relevance reader overrules the points', () => {
    const others = ['Parliament met on Friday.', 'The budget was passed.', 'It rained.', 'Trains ran late.'];
    const told = article([LEAD, ...others, 'The museum opened again.'].join(' '));
    const sure = { verdicts: ['mention', 'none'], bias: [9, -9], weights: weightTable([], 2) } as const;
    const overruled = explainArticle(told, { ...topic, relevanceReader: sure }, words);
    expect(overruled.relevance).toBe('mention');
    expect(overruled.because).toMatch(
      /points alone would make it core, and the relevance reader, .+ says mention$/,
    );
    expect(explain(told).because).not.toContain('relevance reader');
  });

  test('says where only the second reader sees the topic', () => {
    const told = article('Ukraine got its weapons. Olaf Scholz met the minister in Russia.');
    const nothing = explain(told);
    expect(nothing.passages).toEqual([]);
    expect(nothing).toMatchObject({
      relevance: 'none',
      because: expect.not.stringContaining('second reader'),
    });
    const verdicts = ['PERMITS', 'none'] as const;
    const sure = { verdicts, bias: [9, -9], weights: weightTable([], verdicts.length), threshold: 0.5 };
    const found = explainArticle(told, { ...topic, secondReader: sure }, words);
    expect(found).toMatchObject({ relevance: 'mention', passages: [] });
    expect(found.because).toMatch(
      /second reader finds somebody's position in (?:a|2) sentences?, .+ mention$/,
    );
  });

  test('marks the three ingredients and the norm in the sentence that decided', () => {
    const [passage] = explain(article(LEAD)).passages;
    expect(passage).toMatchObject({ text: LEAD, topicality: 'full', isLead: true, isRecalled: false });
    const marks = passage?.marks ?? [];
    expect(wordsOf(marks, 'object').join(' ')).toContain('Storm Shadow');
    expect(wordsOf(marks, 'use').length).toBeGreaterThan(0);
    expect(wordsOf(marks, 'place').join(' ')).toContain('Russia');
    expect(marks.length).toBeGreaterThanOrEqual(4);
  });

  test('names the rule, and what it was given', () => {
    const text =
      'President Joe Biden has refused to allow Ukraine to use American missiles to strike targets in Russia.';
    const { decidedBy, marks } = onlyPosition(text);
    expect(decidedBy).toMatchObject({
      rule: 'rejection',
      attitude: 'refuse',
      norm: 'permitted',
      party: 'owner',
    });
    expect(wordsOf(marks, 'attitude')).toEqual(['refused']);
    expect(wordsOf(marks, 'norm')).toEqual(['allow']);
  });

  test('tells which sentences were found to be the same event', () => {
    const { merged, position } = onlyPosition(`${LEAD}\n\n${AGAIN}`);
    expect(
      [position.evidence.text, ...merged.map(({ text }) => text)].toSorted((a, b) => a.localeCompare(b)),
    ).toEqual([LEAD, AGAIN].toSorted((a, b) => a.localeCompare(b)));
  });

  test('tells what was set aside, and why', () => {
    const { setAside } = explain(article(`${LEAD}\n\n${ASKED}`));
    expect(setAside).toContainEqual(expect.objectContaining({ text: ASKED, reason: 'hypothetical' }));
    for (const { why } of setAside) expect(why).not.toBe('');
  });

  test('says of an article that the gate dismissed that it was not read', () => {
    const explanation = explain(article('The cabinet met on Friday and spoke about the price of coal.'));
    expect(explanation).toMatchObject({ relevance: 'none', points: 0, passages: [], positions: [] });
    expect(explanation.because).toContain('none of “ukrain…”');
  });

  test('understands what understandArticle understands, and marks exactly what stands in the text', () => {
    const pieces = [
      LEAD,
      AGAIN,
      ASKED,
      'He said the ban was lifted.',
      '“No,” the Kremlin warned.',
      '\n\n',
      ' ',
      '🙂 “',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (chosen) => {
        const one = article(chosen.join(' '));
        const explanation = explain(one);
        const understood = understandArticle(one, topic);
        expect(explanation.relevance).toBe(understood.relevance);
        expect(explanation.positions.map(({ position }) => position)).toEqual(understood.positions);
        const spans = [
          ...explanation.passages.flatMap((passage) => [passage, ...passage.marks]),
          ...explanation.positions.flatMap(({ marks, merged }) => [...marks, ...merged]),
          ...explanation.setAside.flatMap((aside) => [aside, ...aside.marks]),
        ];
        for (const { start, end, text } of spans) expect(one.text.slice(start, end)).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});
