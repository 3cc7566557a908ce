import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptProposals } from '../../../src/domain/proposals/accept-proposals.ts';
import { nearPassages } from '../../../src/domain/proposals/near-passages.ts';
import { proposalChoices } from '../../../src/domain/proposals/proposal-choices.ts';
import { loadTopic } from '../topics/load-pack.ts';

const TOPIC = loadTopic('weapons-use-restrictions');
const CHOICES = proposalChoices(TOPIC);
const TEXT =
  'The envoys met.\n\nAnna Berg of Denmark hinted that the jets might reach over the border.\n\nIt rained.';
const SENTENCE = 'Anna Berg of Denmark hinted that the jets might reach over the border.';
const PASSAGES = [{ start: 17, end: 17 + SENTENCE.length, text: SENTENCE }];

const said = (given: object = {}) => ({
  actor: 'Anna Berg',
  country: 'DK',
  action: 'CONSIDERING',
  weapon: 'F-16',
  scope: TOPIC.defaultScopeGeo,
  evidence: SENTENCE,
  ...given,
});
const accept = (all: readonly unknown[], known: Parameters<typeof acceptProposals>[1]['known'] = []) =>
  acceptProposals(all, { passages: PASSAGES, choices: CHOICES, known, model: 'a-model' });

describe('acceptProposals', () => {
  it('keeps what the text bears out, with the place of its evidence', () => {
    const { accepted, dropped } = accept([said()]);
    expect(dropped).toEqual([]);
    expect(accepted).toMatchObject([{ actor: 'Anna Berg', country: 'DK', scopeGeo: TOPIC.defaultScopeGeo }]);
    const [{ evidence } = { evidence: { start: 0, end: 0, text: '' } }] = accepted;
    expect(TEXT.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });

  it.each([
    {
      name: 'a sentence that nobody wrote',
      given: { evidence: 'Anna Berg of Denmark allowed the jets to cross.' },
      why: 'not-in-the-text',
    },
    {
      name: 'a sentence with one letter changed',
      given: { evidence: SENTENCE.replace('jets', 'Jets') },
      why: 'not-in-the-text',
    },
    {
      name: 'a sentence of another paragraph',
      given: { evidence: 'The envoys met.' },
      why: 'not-in-the-text',
    },
    { name: 'a word as evidence', given: { evidence: 'border.' }, why: 'not-in-the-text' },
    { name: 'an actor whom the passage does not name', given: { actor: 'Max Holm' }, why: 'not-in-the-text' },
    {
      name: 'a country that is none of the topic’s',
      given: { country: 'ZZ' },
      why: 'not-a-value-of-the-topic',
    },
    { name: 'a class that is none', given: { action: 'ALLOWS' }, why: 'not-a-value-of-the-topic' },
    {
      name: 'a weapon that is none of the topic’s',
      given: { weapon: 'trebuchet' },
      why: 'not-a-value-of-the-topic',
    },
    {
      name: 'a scope that is none of the topic’s',
      given: { scope: 'Mars' },
      why: 'not-a-value-of-the-topic',
    },
    { name: 'no actor', given: { actor: '' }, why: 'malformed' },
    { name: 'a number for evidence', given: { evidence: 7 }, why: 'malformed' },
  ])('drops $name', ({ given, why }) => {
    expect(accept([said(given)])).toEqual({ accepted: [], dropped: [why] });
  });

  it('drops one bad proposal and keeps the good one beside it', () => {
    expect(accept([null, said(), 'no'])).toMatchObject({
      accepted: [{ actor: 'Anna Berg' }],
      dropped: ['malformed', 'malformed'],
    });
  });

  it('says nothing again that the rules or the model have said', () => {
    const known = [
      { country: 'DK', action: 'CONSIDERING' as const, evidence: { start: 20, end: 30, text: '' } },
    ];
    expect(accept([said()], known).dropped).toEqual(['known']);
    expect(accept([said(), said()]).dropped).toEqual(['known']);
  });

  it('cites exactly what stands in the text, whatever a model says', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        actor: fc.constantFrom('Anna Berg', 'Denmark', 'x'),
        country: fc.constantFrom('DK', 'US', 'ZZ'),
        action: fc.constantFrom('PERMITS', 'CONSIDERING', 'no'),
        weapon: fc.constantFrom('F-16', 'generic', 'no'),
        scope: fc.constantFrom(...CHOICES.scopes, 'no'),
        evidence: fc.tuple(fc.nat(80), fc.nat(80)).map(([from, to]) => TEXT.slice(from, to)),
      }),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (all) => {
        const { accepted, dropped } = accept(all);
        expect(accepted.length + dropped.length).toBe(all.length);
        for (const { evidence } of accepted) {
          expect(TEXT.slice(evidence.start, evidence.end)).toBe(evidence.text);
        }
      }),
    );
  });
});

describe('nearPassages', () => {
  const text =
    'It rained.\n\nGermany may let Ukraine fire its missiles at Russian territory, an envoy hinted.\n\nThe bridge is closed.';

  it.each([
    { score: 0.45, asked: true },
    { score: 0.6, asked: true },
    { score: 0.2, asked: false },
    { score: 0.9, asked: false },
    { score: 0, asked: false },
  ])('asks at a score of $score: $asked', ({ score, asked }) => {
    const passages = nearPassages(text, { score }, 0.15, TOPIC);
    expect(passages.length > 0).toBe(asked);
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  });

  it('asks no more than one question’s worth of text', () => {
    const long = Array.from(
      { length: 40 },
      (_, at) => `${text.split('\n\n')[1]} ${'And so on. '.repeat(40)}${at}.`,
    );
    const passages = nearPassages(long.join('\n\n'), { score: 0.5 }, 0.15, TOPIC);
    const length = passages.reduce((sum, passage) => sum + passage.text.length, 0);
    expect(passages.length).toBeGreaterThan(1);
    expect(length).toBeLessThanOrEqual(8000);
  });
});
