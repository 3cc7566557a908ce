import { describe, expect, test } from 'vitest';
import { evaluate, evaluateWith } from '../../../src/domain/evaluation/evaluate.ts';
import type { LabelledArticle, LabelledEvent } from '../../../src/domain/evaluation/labelled-article.ts';
import type { Position } from '../../../src/domain/positions/position.ts';
import type { Understanding } from '../../../src/domain/understanding.ts';

const TEXT = 'A sentence. Another one.';

function event(over: Partial<LabelledEvent>): LabelledEvent {
  return {
    actor: 'A',
    country: 'DE',
    action: 'PERMITS',
    altActions: [],
    weapon: 'generic',
    scopeGeo: 'deep',
    scopeTarget: 'any',
    statementDate: '2024-05-31',
    datePrecision: 'day',
    status: 'news',
    evidence: 'A sentence.',
    ...over,
  };
}

function position(over: Partial<Position>): Position {
  return {
    ...event({}),
    actorType: 'person',
    speaker: 'A',
    decider: true,
    change: 'new',
    supplier: null,
    scopeConditions: [],
    attribution: 'paraphrase',
    standing: 'announced',
    sourceChain: [],
    confidence: 1,
    also: [],
    evidence: { start: 0, end: 11, text: 'A sentence.' },
    ...over,
  };
}

function labelled(over: Partial<LabelledArticle>): LabelledArticle {
  return { id: 'x', title: '', text: TEXT, label: 'core', events: [], quotes: [], ...over };
}

function understood(over: Partial<Understanding>): Understanding {
  return { relevance: 'core', score: 1, evidence: [], positions: [], quotes: [], ...over };
}

describe('evaluate', () => {
  test('scores relevance both ways and the hard negatives apart', () => {
    const articles = [labelled({}), labelled({ label: 'mention' }), labelled({ label: 'none', hard: true })];
    const result = evaluate(articles, [understood({}), understood({ relevance: 'none' }), understood({})]);
    expect(result.coreVersusRest).toMatchObject({ truePositives: 1, falsePositives: 1, falseNegatives: 0 });
    expect(result.relevantVersusNone).toMatchObject({
      truePositives: 1,
      falsePositives: 1,
      falseNegatives: 1,
    });
    expect(result.hardCalledCore).toBe(1);
    expect(result.relevanceMisses).toHaveLength(2);
  });

  test('accepts listed alternatives, and neither rewards nor punishes optional events', () => {
    const events = [
      event({ altActions: ['EASES'] }),
      event({ country: 'FR', optional: true }),
      event({ country: 'IT', optional: true }),
    ];
    const positions = [position({ action: 'EASES' }), position({ country: 'FR' })];
    const result = evaluate([labelled({ events })], [understood({ positions })]);
    expect(result.events).toMatchObject({ truePositives: 1, falsePositives: 0, falseNegatives: 0 });
  });

  test('counts a wrong class as missed and wrong, and the opposite polarity as a swap', () => {
    const positions = [position({ action: 'MAINTAINS_RESTRICTION' })];
    const result = evaluate([labelled({ events: [event({})] })], [understood({ positions })]);
    expect(result.events).toMatchObject({ truePositives: 0, falsePositives: 1, falseNegatives: 1 });
    expect(result.polaritySwaps).toBe(1);
    expect(result.eventMisses).toHaveLength(1);
  });

  test('counts what is told once as found once, and its state and class as told', () => {
    const events = [event({}), event({ evidence: 'Said again.' })];
    const result = evaluate([labelled({ events })], [understood({ positions: [position({})] })]);
    expect(result).toMatchObject({ newsRecall: 0.5, newsTold: 1 });
  });

  test('measures weapon, scope and day of the events found', () => {
    const positions = [position({ weapon: 'other', statementDate: null })];
    const result = evaluate([labelled({ events: [event({})] })], [understood({ positions })]);
    expect(result).toMatchObject({ weapon: 0, scope: 1, date: 0, newsRecall: 1 });
  });

  test('finds quotes by their words and counts evidence that is not the text', () => {
    const quotes = [
      {
        speaker: 'Jane Roe',
        cue: 'said',
        content: 'Another one',
        form: 'direct' as const,
        start: 12,
        end: 23,
      },
    ];
    const article = labelled({ quotes: [{ speaker: 'Jane Roe', content: 'Another  one,' }] });
    const evidence = [
      { start: 0, end: 3, text: 'A s' },
      { start: 0, end: 3, text: 'xyz' },
    ];
    const result = evaluateWith([article], () => understood({ quotes, evidence }));
    expect(result.quotes).toMatchObject({ truePositives: 1, falsePositives: 0, falseNegatives: 0 });
    expect(result).toMatchObject({ quoteSpeakers: 1, inexactSpans: 1 });
  });

  test('counts each label by what it was judged as', () => {
    const articles = [labelled({}), labelled({ label: 'none', hard: true }), labelled({ label: 'none' })];
    const result = evaluate(articles, [
      understood({ relevance: 'mention' }),
      understood({}),
      understood({ relevance: 'none', score: 0 }),
    ]);
    expect(result.confusion.core).toEqual({ core: 0, mention: 1, none: 0 });
    expect(result.confusion.none).toEqual({ core: 1, mention: 0, none: 1 });
    expect(result.hardNegatives).toEqual({ core: 1, mention: 0, none: 0 });
    expect(result.calibration.bins.map(({ count }) => count)).toEqual([1, 2]);
  });

  test('scores each class by what is labelled, an alternative for the class of the label', () => {
    const events = [
      event({ altActions: ['EASES'] }),
      event({ country: 'FR', action: 'CONSIDERING', evidence: 'Another one.' }),
    ];
    const positions = [
      position({ action: 'EASES' }),
      position({
        country: 'FR',
        action: 'MAINTAINS_RESTRICTION',
        evidence: { start: 12, end: 24, text: 'Another one.' },
      }),
    ];
    const result = evaluate([labelled({ events })], [understood({ positions })]);
    expect(result.actions).toMatchObject([
      { action: 'PERMITS', support: 1, precision: 1, recall: 1 },
      { action: 'MAINTAINS_RESTRICTION', support: 0, precision: 0, falsePositives: 1 },
      { action: 'CONSIDERING', support: 1, recall: 0, falseNegatives: 1 },
    ]);
    expect(result.actionConfusions).toEqual([
      { labelled: 'CONSIDERING', found: 'MAINTAINS_RESTRICTION', count: 1 },
    ]);
  });

  test('tells of each field whether it was left out, added or otherwise, and leaves alone what is not labelled', () => {
    const events = [
      event({ supplier: 'DE', attribution: 'direct', statementDate: null, datePrecision: 'open' }),
    ];
    const positions = [position({ supplier: null, attribution: 'paraphrase', statementDate: '2024-05-30' })];
    const { fields, fieldMisses } = evaluate([labelled({ events })], [understood({ positions })]);
    const field = (name: string) => fields.find((score) => score.field === name);
    expect(field('supplier')).toMatchObject({ of: 1, right: 0, leftOut: 1 });
    expect(field('attribution')).toMatchObject({ of: 1, otherwise: 1 });
    expect(field('statementDate (day)')).toMatchObject({ of: 1, added: 1 });
    expect(field('standing')).toMatchObject({ of: 0, share: 1 });
    expect(field('actor')).toMatchObject({ of: 1, right: 1 });
    expect(fieldMisses).toContainEqual({
      id: 'x',
      field: 'supplier',
      labelled: 'DE',
      found: null,
      evidence: 'A sentence.',
    });
  });

  test('asks of the country whether the right class stands in the sentence for another', () => {
    const { fields } = evaluate(
      [labelled({ events: [event({})] })],
      [understood({ positions: [position({ country: 'FR' })] })],
    );
    expect(fields[0]).toMatchObject({ field: 'country', of: 1, otherwise: 1 });
  });

  test('refuses lists of different lengths', () => {
    expect(() => evaluate([labelled({})], [])).toThrow(RangeError);
  });
});
