import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLedger } from '../../../src/domain/ledger/fold-ledger.ts';
import type { LedgerStatus, ReportedPosition } from '../../../src/domain/ledger/ledger.ts';
import { ACTIONS } from '../../../src/domain/positions/position.ts';
import { aPosition } from './a-position.ts';
import { RULES } from './timeline.ts';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-05-${String(number).padStart(2, '0')}`);

const position = fc
  .record({
    id: fc.integer({ min: 0, max: 1_000_000 }),
    country: fc.constantFrom('DE', 'US', 'NATO'),
    action: fc.constantFrom(...ACTIONS),
    weapon: fc.constantFrom('generic', 'ATACMS', 'long-range (generic)', 'a weapon nobody listed'),
    scopeGeo: fc.constantFrom(...Object.keys(RULES.scopes), 'unspecified', 'a place nobody listed'),
    publisher: fc.constantFrom('Northwire', 'Capitol Docket', 'Meridian Wire'),
    statementDate: fc.option(day),
    datePrecision: fc.constantFrom('day', 'week', 'month', 'period'),
    listedOn: day,
    status: fc.constantFrom('news', 'background_current', 'background_past'),
    standing: fc.constantFrom('decided', 'announced', 'reported-by-officials', 'called-for', 'denied'),
    decider: fc.boolean(),
  })
  .map(({ id, listedOn, ...given }): ReportedPosition => {
    return aPosition({
      ...given,
      positionId: `p${id}`,
      articleId: `a${id}`,
      listedAt: `${listedOn}T12:00:00.000Z`,
    });
  });
const positions = fc.uniqueArray(position, { maxLength: 25, selector: ({ positionId }) => positionId });

/** "May be used" and "there is no restriction" are one promise; the row keeps the words it was first given in. */
function promiseOf(status: LedgerStatus): string {
  return status === 'no-restriction-stated' ? 'permitted' : status;
}

describe('foldLedger, for any positions', () => {
  it('does not depend on their order', () => {
    const shuffled = positions.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(foldLedger(other, RULES)).toEqual(foldLedger(given, RULES));
      }),
    );
  });

  it('is not changed by duplicates', () => {
    fc.assert(
      fc.property(positions, (given) => {
        expect(foldLedger([...given, ...given], RULES)).toEqual(foldLedger(given, RULES));
      }),
    );
  });

  it('as of a day is the fold over what belongs to that day and before', () => {
    fc.assert(
      fc.property(positions, day, (given, asOf) => {
        const until = given.filter((each) => (each.statementDate ?? each.listedAt.slice(0, 10)) <= asOf);
        expect(foldLedger(given, RULES, { asOf })).toEqual(foldLedger(until, RULES));
      }),
    );
  });

  it('keeps what a statement with terms of its own sets, whatever older background is added about the same places', () => {
    const stated = fc.constantFrom(
      'PERMITS',
      'PERMITS_WITH_LIMITS',
      'MAINTAINS_RESTRICTION',
      'TIGHTENS',
      'CONSIDERING',
    );
    const scope = fc.constantFrom(...Object.keys(RULES.scopes));
    fc.assert(
      fc.property(fc.array(position), stated, scope, (older, action, scopeGeo) => {
        const newest = aPosition({ country: 'US', action, scopeGeo, statementDate: '2024-06-15' });
        const background = older.map((each, index): ReportedPosition => {
          return {
            ...each,
            articleId: `b${index}`,
            country: 'US',
            weapon: 'generic',
            scopeGeo,
            status: 'background_current',
            datePrecision: 'day',
          };
        });
        const answers = (rows: ReturnType<typeof foldLedger>) =>
          rows.map(({ rowId, status }) => [rowId, promiseOf(status)]);
        expect(answers(foldLedger([...background, newest], RULES))).toEqual(
          answers(foldLedger([newest], RULES)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('writes rows that are unique, dated in order and held up by a report', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const rows = foldLedger(given, RULES);
        expect(new Set(rows.map((row) => row.rowId)).size).toBe(rows.length);
        for (const row of rows) {
          expect(row.datings).toEqual(row.datings.toSorted());
          expect(row.publisherCount).toBeGreaterThan(0);
          expect(given.map(({ articleId }) => articleId)).toContain(row.evidence.articleId);
          expect(row.country).not.toBe('NATO');
        }
      }),
    );
  });
});
