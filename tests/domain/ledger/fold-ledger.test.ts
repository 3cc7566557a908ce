import { describe, expect, it } from 'vitest';
import { foldLedger } from '../../../src/domain/ledger/fold-ledger.ts';
import type { LedgerStatus, ReportedPosition } from '../../../src/domain/ledger/ledger.ts';
import type { Action } from '../../../src/domain/positions/position.ts';
import { aPosition } from './a-position.ts';
import { RULES } from './timeline.ts';

const summary = (positions: readonly ReportedPosition[], asOf?: string) =>
  foldLedger(positions, RULES, { asOf }).map(
    ({ rowId, status, since }) => `${rowId}: ${status} since ${since}`,
  );

describe('the status an action sets', () => {
  it.each<{ action: Action; status: LedgerStatus }>([
    { action: 'PERMITS', status: 'permitted' },
    { action: 'PERMITS_WITH_LIMITS', status: 'permitted-with-limits' },
    { action: 'DECLARES_NO_RESTRICTION', status: 'no-restriction-stated' },
    { action: 'EASES', status: 'permitted-with-limits' },
    { action: 'MAINTAINS_RESTRICTION', status: 'restricted' },
    { action: 'TIGHTENS', status: 'restricted' },
    { action: 'CONSIDERING', status: 'undecided' },
  ])('$action sets $status', ({ action, status }) => {
    expect(foldLedger([aPosition({ action })], RULES)).toMatchObject([{ status }]);
  });

  it.each<Action>([
    'CALLS_FOR_LIFTING',
    'REQUESTS_PERMISSION',
    'ENDORSES_RIGHT',
    'OPPOSES_LIFTING',
    'WARNS_AGAINST',
    'DEFERS_TO_NATIONAL_DECISION',
    'DENIES_REPORT',
    'REPORTS_USE',
  ])('%s sets nothing', (action) => {
    expect(foldLedger([aPosition({ action })], RULES)).toEqual([]);
  });
});

describe('who may set a row', () => {
  it.each<{ name: string; given: Partial<ReportedPosition>; rows: number }>([
    { name: 'a head of government', given: {}, rows: 1 },
    { name: 'an anonymous official: set, and marked', given: { standing: 'reported-by-officials' }, rows: 1 },
    { name: 'an opposition politician', given: { decider: false }, rows: 0 },
    { name: 'NATO', given: { country: 'NATO' }, rows: 0 },
    { name: 'the European Union', given: { country: 'EU' }, rows: 0 },
    { name: 'an unnamed group', given: { country: 'MULTI' }, rows: 0 },
    { name: 'a country speaking of another’s weapons', given: { supplier: 'US', weapon: 'ATACMS' }, rows: 0 },
    { name: 'a country speaking of its own', given: { supplier: 'DE', weapon: 'Taurus' }, rows: 1 },
    {
      name: 'a country with a veto over a weapon',
      given: { country: 'US', supplier: 'GB', weapon: 'Storm Shadow' },
      rows: 1,
    },
    { name: 'a call', given: { standing: 'called-for' }, rows: 0 },
    { name: 'a denied report', given: { standing: 'denied' }, rows: 0 },
  ])('$name: $rows row(s)', ({ given, rows }) => {
    expect(foldLedger([aPosition(given)], RULES)).toHaveLength(rows);
  });

  it('keeps the standing of a report by officials until somebody announces it', () => {
    const report = aPosition({
      statementDate: '2024-11-17',
      standing: 'reported-by-officials',
      attribution: 'anonymous',
    });
    const announcement = aPosition({ statementDate: '2024-11-25', publisher: 'Meridian Wire' });
    expect(foldLedger([report], RULES)[0]?.standing).toBe('reported-by-officials');
    expect(foldLedger([report, announcement], RULES)).toMatchObject([
      { standing: 'announced', since: '2024-11-17', lastStatedOn: '2024-11-25', publisherCount: 2 },
    ]);
  });
});

describe('one act, several reports', () => {
  const limited = { action: 'PERMITS_WITH_LIMITS', scopeGeo: 'border_area' } as const;

  it('joins datings a day apart and keeps both (Germany, 30 or 31 May 2024)', () => {
    const rows = foldLedger(
      [
        aPosition({ ...limited, statementDate: '2024-05-31', publisher: 'Voice' }),
        aPosition({
          action: 'EASES',
          scopeGeo: 'unspecified',
          statementDate: '2024-05-30',
          publisher: 'Press',
        }),
        aPosition({ ...limited, statementDate: '2024-05-31', publisher: 'Dispatch' }),
      ],
      RULES,
    );
    expect(rows).toMatchObject([
      {
        since: '2024-05-31',
        datings: ['2024-05-30', '2024-05-31'],
        publisherCount: 3,
        contested: false,
        replaces: [],
      },
    ]);
  });

  it('takes statements two days apart for two, the second of which says it again', () => {
    const rows = foldLedger(
      [aPosition({ statementDate: '2024-05-28' }), aPosition({ statementDate: '2024-05-30' })],
      RULES,
    );
    expect(rows).toMatchObject([
      { since: '2024-05-28', datings: ['2024-05-28'], lastStatedOn: '2024-05-30' },
    ]);
  });

  it('counts outlets of one family once', () => {
    const copies = ['Northwire', 'Northwire', 'Northwire'].map((publisher) => aPosition({ publisher }));
    expect(foldLedger(copies, RULES)[0]?.publisherCount).toBe(1);
  });

  it('lets "early May" be the act of 2 May', () => {
    const exact = aPosition({ statementDate: '2024-05-02' });
    const vague = aPosition({
      statementDate: '2024-05-01',
      datePrecision: 'month',
      status: 'background_current',
    });
    expect(foldLedger([vague, exact], RULES)).toMatchObject([
      { since: '2024-05-02', datings: ['2024-05-02'] },
    ]);
  });

  it('gives no date where no report does', () => {
    expect(foldLedger([aPosition({ statementDate: null })], RULES)).toMatchObject([
      { since: null, datings: [] },
    ]);
  });
});

describe('disagreement', () => {
  const yes = aPosition({ action: 'PERMITS', publisher: 'Northwire' });
  const no = aPosition({
    action: 'MAINTAINS_RESTRICTION',
    publisher: 'Capitol Docket',
    listedAt: '2024-05-31T18:00:00.000Z',
  });

  it('marks opposite reports of the same days by independent publishers as contested', () => {
    expect(foldLedger([yes, no], RULES)).toMatchObject([{ contested: true, status: 'restricted' }]);
  });

  it('does not call a change of mind in one publisher’s reports a dispute', () => {
    expect(foldLedger([yes, { ...no, publisherFamily: 'Northwire' }], RULES)).toMatchObject([
      { contested: false },
    ]);
  });

  it('does not call opposite answers for different weapons a dispute', () => {
    const rows = foldLedger([yes, { ...no, weapon: 'Taurus' }], RULES);
    expect(rows.map((row) => row.contested)).toEqual([false, false]);
  });

  it('marks what the country itself denies (Germany, 26 May 2025)', () => {
    const claim = aPosition({ action: 'DECLARES_NO_RESTRICTION', statementDate: '2025-05-26' });
    const denial = aPosition({
      action: 'DENIES_REPORT',
      actor: 'Lars Klingbeil',
      statementDate: '2025-05-26',
    });
    expect(foldLedger([claim, denial], RULES)).toMatchObject([
      { status: 'no-restriction-stated', contested: true },
    ]);
  });
});

describe('what has ended never holds', () => {
  const refusal = aPosition({
    action: 'MAINTAINS_RESTRICTION',
    status: 'background_past',
    statementDate: null,
  });

  it('sets no row by itself', () => {
    expect(foldLedger([refusal], RULES)).toEqual([]);
  });

  it('serves as what a row replaces', () => {
    expect(foldLedger([refusal, aPosition()], RULES)).toMatchObject([
      { status: 'permitted', replaces: [{ status: 'restricted', since: null }] },
    ]);
  });
});

describe('old statements never override newer ones', () => {
  it.each<{ name: string; old: Partial<ReportedPosition> }>([
    { name: 'published later', old: { statementDate: '2024-05-15', listedAt: '2024-07-01T00:00:00.000Z' } },
    {
      name: 'undated background',
      old: { statementDate: null, status: 'background_current', listedAt: '2024-07-01T00:00:00.000Z' },
    },
    {
      name: 'background of the month before',
      old: { statementDate: '2024-05-01', datePrecision: 'month', status: 'background_current' },
    },
  ])('$name', ({ old }) => {
    const refusal = aPosition({ action: 'MAINTAINS_RESTRICTION', ...old });
    expect(foldLedger([refusal, aPosition()], RULES)[0]?.status).toBe('permitted');
  });
});

describe('how the scope of a row follows the acts', () => {
  const us = (given: Partial<ReportedPosition>) => aPosition({ country: 'US', ...given });
  const ban = us({
    action: 'MAINTAINS_RESTRICTION',
    scopeGeo: 'none_inside_Russia',
    statementDate: '2024-05-15',
  });
  const limited = (scopeGeo: string, statementDate: string) =>
    us({ action: 'PERMITS_WITH_LIMITS', scopeGeo, statementDate });
  const kharkiv = limited('Kharkiv_front', '2024-05-30');

  it('splits a ban when one zone is opened', () => {
    expect(summary([ban, kharkiv])).toEqual([
      'US#generic#border: permitted-with-limits since 2024-05-30',
      'US#generic#deep: restricted since 2024-05-15',
    ]);
  });

  it('keeps opposite answers for different weapons side by side', () => {
    const atacms = us({
      action: 'MAINTAINS_RESTRICTION',
      weapon: 'ATACMS',
      scopeGeo: 'deep',
      statementDate: '2024-05-30',
    });
    expect(summary([kharkiv, atacms])).toEqual([
      'US#ATACMS#deep: restricted since 2024-05-30',
      'US#generic#border: permitted-with-limits since 2024-05-30',
    ]);
  });

  it('adds a second front to the first', () => {
    const rows = foldLedger([kharkiv, limited('Sumy', '2024-06-19')], RULES);
    expect(rows).toMatchObject([{ scopeGeo: 'Sumy', scopeAlso: ['Kharkiv_front'], since: '2024-06-19' }]);
  });

  it('widens fronts to the whole border, and a front named later does not narrow it', () => {
    const rows = foldLedger(
      [kharkiv, limited('anywhere_across_border', '2024-06-17'), limited('Sumy', '2024-06-19')],
      RULES,
    );
    expect(rows).toMatchObject([
      {
        scopeGeo: 'anywhere_across_border',
        since: '2024-06-17',
        lastStatedOn: '2024-06-19',
        replaces: [{ since: '2024-05-30' }],
      },
    ]);
    expect(rows[0]).not.toHaveProperty('scopeAlso');
  });

  it('leaves an exception in force when the rule is upheld', () => {
    const upheld = us({
      action: 'MAINTAINS_RESTRICTION',
      scopeGeo: 'none_inside_Russia',
      statementDate: '2024-07-11',
    });
    expect(summary([kharkiv, upheld])).toEqual([
      'US#generic#border: permitted-with-limits since 2024-05-30',
      'US#generic#deep: restricted since 2024-07-11',
    ]);
  });

  it('takes a permission back when it is tightened', () => {
    const tightened = us({ action: 'TIGHTENS', scopeGeo: 'all_Russia', statementDate: '2025-08-23' });
    expect(summary([kharkiv, tightened])).toEqual(['US#generic#border: restricted since 2025-08-23']);
  });

  it('takes a permission back when the same places are refused again', () => {
    const refused = aPosition({ action: 'MAINTAINS_RESTRICTION', statementDate: '2024-10-23' });
    expect(summary([aPosition(), refused])).toEqual(['DE#generic#border: restricted since 2024-10-23']);
  });

  it('opens no farther zone by a change whose terms nobody states', () => {
    const eased = us({ action: 'EASES', scopeGeo: 'unspecified', statementDate: '2024-05-30' });
    expect(summary([ban, eased])).toEqual([
      'US#generic#border: permitted-with-limits since 2024-05-30',
      'US#generic#deep: restricted since 2024-05-15',
    ]);
  });

  it('does not weaken a full permission by a report that it was "eased"', () => {
    const eased = aPosition({ action: 'EASES', statementDate: '2024-06-05' });
    expect(foldLedger([aPosition(), eased], RULES)).toMatchObject([
      { status: 'permitted', lastStatedOn: '2024-06-05' },
    ]);
  });

  it('lets an open question touch only what is not permitted', () => {
    const weighing = us({ action: 'CONSIDERING', scopeGeo: 'unspecified', statementDate: '2024-05-31' });
    expect(summary([ban, kharkiv, weighing])).toEqual([
      'US#generic#border: permitted-with-limits since 2024-05-30',
      'US#generic#deep: undecided since 2024-05-31',
    ]);
  });

  it('dates a ban that was upheld after all from its first day', () => {
    const weighing = us({ action: 'CONSIDERING', scopeGeo: 'unspecified', statementDate: '2024-05-29' });
    const upheld = us({ action: 'MAINTAINS_RESTRICTION', scopeGeo: 'deep', statementDate: '2024-06-04' });
    expect(summary([ban, weighing, upheld])).toContain('US#generic#deep: restricted since 2024-05-15');
  });

  it('says where a specific answer may have been overtaken by a general one', () => {
    const longRange = aPosition({
      action: 'MAINTAINS_RESTRICTION',
      weapon: 'long-range (generic)',
      statementDate: '2024-12-14',
    });
    const general = aPosition({ action: 'DECLARES_NO_RESTRICTION', statementDate: '2025-05-26' });
    expect(foldLedger([longRange, general], RULES)).toMatchObject([
      { weapon: 'generic', status: 'no-restriction-stated' },
      { weapon: 'long-range (generic)', status: 'restricted', overtakenBy: 'DE#generic#border' },
    ]);
  });
});
