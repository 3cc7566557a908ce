import { describe, expect, it } from 'vitest';
import { currentPosition, rowsForWeapon } from '../../../src/domain/ledger/current-position.ts';
import { foldLedger } from '../../../src/domain/ledger/fold-ledger.ts';
import { RULES, timelinePositions } from './timeline.ts';

const JULY = foldLedger(timelinePositions(), RULES, { asOf: '2024-07-15' });

describe('currentPosition', () => {
  it.each<{ country: string; line: string; exceptions: string[] }>([
    {
      country: 'US',
      line: 'US#generic#border permitted-with-limits since 2024-06-17',
      exceptions: ['US#generic#deep', 'US#ATACMS#border'],
    },
    {
      country: 'DE',
      line: 'DE#generic#border permitted-with-limits since 2024-05-31',
      exceptions: ['DE#generic#deep'],
    },
    { country: 'GB', line: 'GB#generic#border permitted since 2024-05-02', exceptions: [] },
    { country: 'BE', line: 'BE#F-16#border restricted since 2024-05-28', exceptions: [] },
  ])('$country: $line', ({ country, line, exceptions }) => {
    const position = currentPosition(JULY, country, RULES);
    expect(`${position?.row.rowId} ${position?.status} since ${position?.since}`).toBe(line);
    expect(position?.exceptions.map(({ rowId }) => rowId)).toEqual(exceptions);
  });

  it('has no answer for a country that has given none', () => {
    expect(currentPosition(JULY, 'PT', RULES)).toBeUndefined();
  });
});

describe('rowsForWeapon', () => {
  it.each([
    { country: 'US', weapon: 'ATACMS', rows: ['US#ATACMS#border'] },
    { country: 'US', weapon: 'ERAM', rows: ['US#generic#border', 'US#generic#deep'] },
    { country: 'GB', weapon: 'Storm Shadow', rows: ['GB#Storm Shadow#border'] },
    { country: 'PT', weapon: 'ATACMS', rows: [] },
  ])('$country on $weapon: $rows', ({ country, weapon, rows }) => {
    expect(rowsForWeapon(JULY, country, weapon, RULES).map(({ rowId }) => rowId)).toEqual(rows);
  });
});
