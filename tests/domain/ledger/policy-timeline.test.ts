import { describe, expect, it } from 'vitest';
import { foldLedger } from '../../../src/domain/ledger/fold-ledger.ts';
import { RULES, timelinePositions } from './timeline.ts';

const POSITIONS = timelinePositions();

/** The countries whose answers changed, at five dates; each row with the reason it must read so. */
const EXPECTATIONS: readonly {
  asOf: string;
  countries: readonly string[];
  rows: readonly { row: string; why: string }[];
}[] = [
  {
    asOf: '2024-05-27',
    countries: ['GB', 'US'],
    rows: [
      {
        row: 'GB#generic#border all_Russia permitted 2024-05-02',
        why: 'Cameron in Kyiv: it is for Ukraine to decide',
      },
      {
        row: 'US#ATACMS#border none_inside_Russia restricted 2024-04-24',
        why: 'delivered for use inside Ukraine',
      },
      {
        row: 'US#generic#border none_inside_Russia restricted 2024-05-15',
        why: 'Blinken, repeated by the Pentagon the next day',
      },
    ],
  },
  {
    asOf: '2024-05-31',
    countries: ['BE', 'DE', 'DK', 'US'],
    rows: [
      {
        row: 'BE#F-16#border none_inside_Russia restricted 2024-05-28',
        why: 'De Croo, repeated in Washington on 31 May',
      },
      {
        row: 'DE#generic#border Kharkiv_front permitted-with-limits 2024-05-31',
        why: 'Hebestreit: the area facing Kharkiv',
      },
      {
        row: 'DK#F-16#border all_Russia permitted 2024-05-30',
        why: 'Rasmussen on the jets, beside Frederiksen on all weapons',
      },
      { row: 'DK#generic#border all_Russia permitted 2024-05-28', why: 'Frederiksen' },
      {
        row: 'US#ATACMS#border none_inside_Russia restricted 2024-04-24',
        why: 'the briefing of 30 May upholds the older ban',
      },
      {
        row: 'US#generic#border Kharkiv_front permitted-with-limits 2024-05-30',
        why: 'Biden’s secret permission',
      },
      {
        row: 'US#generic#deep deep undecided 2024-05-31',
        why: 'Blinken in Prague leaves wider targets open',
      },
    ],
  },
  {
    asOf: '2024-07-15',
    countries: ['DE', 'GB', 'US'],
    rows: [
      {
        row: 'DE#generic#border Kharkiv_front permitted-with-limits 2024-05-31',
        why: 'Scholz on 11 July upholds the rule and its exception',
      },
      { row: 'DE#generic#deep deep restricted 2024-07-11', why: 'the rule that Scholz upheld' },
      {
        row: 'GB#Storm Shadow#border unspecified permitted 2024-07-10',
        why: 'Starmer: for Ukraine to decide',
      },
      { row: 'GB#generic#border all_Russia permitted 2024-05-02', why: 'unchanged since Cameron' },
      {
        row: 'US#ATACMS#border none_inside_Russia restricted 2024-04-24',
        why: 'Ryder on 15 July: unchanged',
      },
      {
        row: 'US#generic#border anywhere_across_border permitted-with-limits 2024-06-17',
        why: 'Sullivan: geography does not matter; Sumy two days later is part of it',
      },
      {
        row: 'US#generic#deep deep restricted 2024-05-15',
        why: 'Kirby on 4 June ends the question: the ban has held all the while',
      },
    ],
  },
  {
    asOf: '2024-11-25',
    countries: ['DE', 'FR', 'GB', 'US'],
    rows: [
      {
        row: 'DE#generic#border all_Russia restricted 2024-10-23',
        why: 'Scholz takes back what his ministry said in August',
      },
      { row: 'FR#SCALP#border all_Russia permitted 2024-11-23', why: 'Barrot to the BBC' },
      {
        row: 'GB#Storm Shadow#border all_Russia permitted 2024-11-20',
        why: 'after two months without a decision',
      },
      { row: 'GB#generic#border all_Russia permitted 2024-05-02', why: 'restated for Kursk in August' },
      {
        row: 'US#ATACMS#border Kursk permitted-with-limits 2024-11-17',
        why: 'reported on the 17th, confirmed by Kirby on the 25th',
      },
      {
        row: 'US#ATACMS#deep deep restricted 2024-04-24',
        why: 'nothing was allowed beyond the area around Kursk',
      },
      { row: 'US#generic#border anywhere_across_border permitted-with-limits 2024-06-17', why: 'stands' },
      {
        row: 'US#generic#deep deep undecided 2024-08-26',
        why: 'Kirby: talks go on; later refusals name long-range weapons',
      },
      {
        row: 'US#long-range (generic)#border all_Russia restricted 2024-09-13',
        why: 'Kirby before the Biden-Starmer meeting',
      },
    ],
  },
  {
    asOf: '2025-10-31',
    countries: ['DE', 'US'],
    rows: [
      {
        row: 'DE#generic#border all_Russia no-restriction-stated 2025-05-26 contested',
        why: 'Merz; Klingbeil denies it the same day',
      },
      {
        row: 'US#ATACMS#border border_area restricted 2025-08-23 contested',
        why: 'the Pentagon’s review takes it back; the White House denies a change',
      },
      { row: 'US#ATACMS#deep deep restricted 2024-04-24', why: 'never opened' },
      { row: 'US#ERAM#border unspecified restricted 2025-08-23 contested', why: 'each use needs approval' },
      {
        row: 'US#Storm Shadow#deep deep permitted-with-limits 2025-10-22 contested',
        why: 'an American veto over British missiles, eased; Trump denies it',
      },
      { row: 'US#generic#border anywhere_across_border permitted-with-limits 2024-06-17', why: 'stands' },
      {
        row: 'US#generic#deep deep permitted-with-limits 2025-09-28',
        why: 'Kellogg: no sanctuaries, case by case',
      },
      {
        row: 'US#long-range (generic)#border all_Russia restricted 2024-09-13',
        why: 'taken back for named missiles only',
      },
    ],
  },
];

describe('the ledger over the policy timeline', () => {
  it.each(EXPECTATIONS)('reads as expected on $asOf', ({ asOf, countries, rows }) => {
    const ledger = foldLedger(POSITIONS, RULES, { asOf }).filter((row) => countries.includes(row.country));
    const told = ledger.map(({ rowId, scopeGeo, status, since, contested }) => {
      return `${rowId} ${scopeGeo} ${status} ${since}${contested ? ' contested' : ''}`;
    });
    expect(told).toEqual(rows.map(({ row }) => row));
  });

  it('gives no row to those who call, request, warn, endorse or defer', () => {
    const owners = new Set(foldLedger(POSITIONS, RULES).map((row) => row.country));
    expect([...owners].toSorted()).toEqual([
      'BE',
      'CA',
      'CZ',
      'DE',
      'DK',
      'ES',
      'FI',
      'FR',
      'GB',
      'IT',
      'NL',
      'PL',
      'SE',
      'US',
    ]);
  });

  it('marks what officials let out and nobody announced', () => {
    const [atacms] = foldLedger(POSITIONS, RULES, { asOf: '2024-11-20' }).filter(
      ({ rowId }) => rowId === 'US#ATACMS#border',
    );
    expect(atacms).toMatchObject({ standing: 'reported-by-officials', status: 'permitted-with-limits' });
  });
});
