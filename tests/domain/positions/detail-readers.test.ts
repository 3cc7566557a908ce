import { describe, expect, test } from 'vitest';
import { weightTable } from '../../../src/domain/clues/weight-table.ts';
import type { ScopeReaderModel } from '../../../src/domain/positions/detail-readers/scope-reader.ts';
import type { StatusReaderModel } from '../../../src/domain/positions/detail-readers/status-reader.ts';
import type { WeaponReaderModel } from '../../../src/domain/positions/detail-readers/weapon-reader.ts';
import type { Position } from '../../../src/domain/positions/position.ts';
import { readThrough } from '../../../src/domain/read-through.ts';
import { loadTopic } from '../topics/load-pack.ts';

const topic = loadTopic('weapons-use-restrictions');

interface Readers {
  readonly scopeReader?: ScopeReaderModel;
  readonly weaponReader?: WeaponReaderModel;
  readonly statusReader?: StatusReaderModel;
}

function found(title: string, paragraphs: readonly string[], readers: Readers): Position | undefined {
  const article = { id: 'a', title, text: paragraphs.join('\n\n'), publishedAt: '2024-11-20T12:00:00Z' };
  const { understanding } = readThrough(article, {
    ...topic,
    secondReader: undefined,
    scopeReader: undefined,
    weaponReader: undefined,
    statusReader: undefined,
    ...readers,
  });
  return understanding.positions.at(-1);
}

/** A reader that is sure of a place wherever it sees a clue. */
const sureOfPlace = (geo: string, clue: string): ScopeReaderModel => ({
  verdicts: [geo, 'unspecified'],
  bias: [-2, 2],
  weights: weightTable([[clue, [60, -60]]], 2),
});

describe('the scope reader', () => {
  const TITLE = 'Biden lets Ukraine strike deep inside Russia';
  const TEXT = ['The United States has allowed Ukraine to fire American missiles, officials said.'];

  test('takes the place from the headline where it is sure of it', () => {
    expect(found(TITLE, TEXT, {})?.scopeGeo).toBe('unspecified');
    expect(found(TITLE, TEXT, { scopeReader: sureOfPlace('deep', 'title deep') })?.scopeGeo).toBe('deep');
  });

  test('leaves the place of the rules where it is as sure of none', () => {
    const unsure: ScopeReaderModel = {
      verdicts: ['deep', 'unspecified'],
      bias: [0, 0],
      weights: weightTable([], 2),
    };
    expect(found(TITLE, TEXT, { scopeReader: unsure })?.scopeGeo).toBe('unspecified');
  });

  test('looks at the sentence before', () => {
    const before = ['Strikes deep inside Russia are what Kyiv wants.', ...TEXT];
    const reader = sureOfPlace('deep', 'before deep');
    expect(found('', before, { scopeReader: reader })?.scopeGeo).toBe('deep');
    expect(found('', TEXT, { scopeReader: reader })?.scopeGeo).not.toBe('deep');
  });
});

/** A reader that is sure of a weapon wherever it sees a clue. */
const sureOfWeapon = (clue: string): WeaponReaderModel => ({
  verdicts: ['no', 'yes'],
  bias: [2, -2],
  weights: weightTable([[clue, [-60, 60]]], 2),
});

describe('the weapon reader', () => {
  const NAMED = 'ATACMS missiles can reach airfields 300 kilometres away.';
  const RULING = 'The United States has allowed Ukraine to strike targets inside Russia, officials said.';

  test('takes the weapon named last, and knows whose it is', () => {
    const reader = sureOfWeapon('named last true');
    expect(found('', [NAMED, RULING], {})).toMatchObject({ weapon: 'generic' });
    expect(found('', [NAMED, RULING], { weaponReader: reader })).toMatchObject({
      weapon: 'ATACMS',
      supplier: 'US',
    });
  });

  test('takes the weapon of the headline', () => {
    const reader = sureOfWeapon('named title true');
    expect(found('Biden clears ATACMS', [RULING], { weaponReader: reader })?.weapon).toBe('ATACMS');
  });

  test('never finds one that the article does not name', () => {
    const everything: WeaponReaderModel = {
      verdicts: ['no', 'yes'],
      bias: [-9, 9],
      weights: weightTable([], 2),
    };
    expect(found('', [RULING], { weaponReader: everything })?.weapon).toBe('generic');
  });
});

/** A reader that takes for over whatever shows a clue, and else doubts the rules a little. */
const overWhere = (clue: string, doubt = 0): StatusReaderModel => ({
  verdicts: ['background_past', 'news'],
  bias: [doubt, 0],
  weights: weightTable([[clue, [60, -60]]], 2),
});

describe('the status reader', () => {
  const RULING = 'On Monday the United States allowed Ukraine to fire American missiles into Russia.';

  test.each([
    ['its words', 'pair fire NAME'],
    ['names as no more than names', 'word WEEKDAY'],
    ['what the rules made of it', 'ruled news'],
    ['its age in days', 'age 2'],
    ['its place in the article', 'place 0'],
  ])('looks at %s', (_what, clue) => {
    expect(found('', [RULING], {})?.status).toBe('news');
    expect(found('', [RULING], { statusReader: overWhere(clue) })?.status).toBe('background_past');
  });

  test('leaves what the rules found where it is hardly surer of another', () => {
    expect(found('', [RULING], { statusReader: overWhere('word nowhere', 0.1) })?.status).toBe('news');
    expect(found('', [RULING], { statusReader: overWhere('word nowhere', 0.5) })?.status).toBe(
      'background_past',
    );
  });

  test('what it takes for over is not of the article’s day', () => {
    const undated = ['The United States has allowed Ukraine to fire American missiles into Russia.'];
    expect(found('', undated, {})).toMatchObject({ status: 'news', dateBasis: 'article' });
    const reader = overWhere('word allowed');
    expect(found('', undated, { statusReader: reader })).toMatchObject({ statementDate: null });
  });
});
