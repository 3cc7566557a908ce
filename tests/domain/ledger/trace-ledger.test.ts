import { describe, expect, it } from 'vitest';
import { foldLedger } from '../../../src/domain/ledger/fold-ledger.ts';
import type { ReportedPosition } from '../../../src/domain/ledger/ledger.ts';
import { traceLedger } from '../../../src/domain/ledger/trace-ledger.ts';
import { aPosition } from './a-position.ts';
import { RULES, timelinePositions } from './timeline.ts';

function told(...positions: ReportedPosition[]): string[] {
  return traceLedger(positions, RULES).map(
    ({ country, weapon, zones, answers }) =>
      `${country} ${weapon} ${zones.join('+')}: ${answers.map(({ from, row, until }) => `${from} ${row.status} ${until ?? ''}`.trim()).join(', ')}`,
  );
}

const ban = (day: string | null) =>
  aPosition({ action: 'MAINTAINS_RESTRICTION', scopeGeo: 'none_inside_Russia', statementDate: day });

describe('traceLedger', () => {
  it('tells what held before the answer that stands, and until when', () => {
    const leave = aPosition({ statementDate: '2024-05-31' });
    expect(told(ban('2024-05-01'), leave)).toEqual([
      'DE generic border+deep: 2024-05-01 restricted 2024-05-31, 2024-05-31 permitted',
    ]);
  });

  it('parts zones from the day on which they part, each with the whole of its past', () => {
    const leave = aPosition({
      action: 'PERMITS_WITH_LIMITS',
      scopeGeo: 'Kharkiv_front',
      statementDate: '2024-05-31',
    });
    expect(told(ban('2024-05-01'), leave)).toEqual([
      'DE generic border: 2024-05-01 restricted 2024-05-31, 2024-05-31 permitted-with-limits',
      'DE generic deep: 2024-05-01 restricted',
    ]);
  });

  it('lets a ban that was weighed and upheld begin again', () => {
    const weighed = aPosition({
      action: 'CONSIDERING',
      scopeGeo: 'none_inside_Russia',
      statementDate: '2024-05-10',
    });
    expect(told(ban('2024-05-01'), weighed, ban('2024-05-20'))).toEqual([
      'DE generic border+deep: 2024-05-01 restricted 2024-05-10, 2024-05-10 undecided 2024-05-20, 2024-05-20 restricted',
    ]);
  });

  it('says of an answer that no report dates that its day is not known', () => {
    const standing = { ...ban(null), status: 'background_current' as const };
    expect(told(standing, aPosition({ statementDate: '2024-05-31' }))).toEqual([
      'DE generic border+deep: null restricted 2024-05-31, 2024-05-31 permitted',
    ]);
  });

  it('ends, for two years of policy, where the ledger stands', () => {
    const positions = timelinePositions();
    const last = traceLedger(positions, RULES).map(({ country, weapon, zones, answers }) => {
      const row = answers.at(-1)?.row;
      return `${country}#${weapon}#${zones[0]} ${row?.status} ${row?.since} ${row?.evidence.positionId}`;
    });
    for (const row of foldLedger(positions, RULES)) {
      expect(last).toContain(`${row.rowId} ${row.status} ${row.since} ${row.evidence.positionId}`);
    }
  });

  it('has no two answers of one lane that begin on one day out of order, and no gap between them', () => {
    for (const { answers } of traceLedger(timelinePositions(), RULES)) {
      const days = answers.map(({ from }) => from ?? '');
      expect(days.toSorted()).toEqual(days);
      expect(answers.slice(0, -1).map(({ until }) => until)).toEqual(days.slice(1));
    }
  });
});
