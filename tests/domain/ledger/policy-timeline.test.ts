import { describe, expect, it } from 'vitest';
import { foldLedger } from '../../../src/domain/ledger/fold-ledger.ts';
import type { ReportedPosition } from '../../../src/domain/ledger/ledger.ts';
import { compareText } from '../../../src/domain/text/compare-text.ts';
import { RULES, timelinePositions } from './timeline.ts';

const POSITIONS = timelinePositions();

interface Expected {
  readonly row: string;
  readonly why: string;
}

/** Answers that were given once and have stood at every later date; each with the reason it must read so. */
const STANDING: readonly Expected[] = [
  {
    row: 'BE#F-16#border none_inside_Russia restricted 2024-05-28',
    why: 'De Croo, repeated in Washington on 31 May',
  },
  {
    row: 'CA#generic#border all_Russia no-restriction-stated 2024-05-29',
    why: 'in Stockholm: Canada sets no conditions',
  },
  {
    row: 'CZ#generic#border all_Russia no-restriction-stated 2024-08-31',
    why: 'Lipavsky; the chief of staff says it again in September',
  },
  {
    row: 'DK#F-16#border all_Russia permitted 2024-05-30',
    why: 'Rasmussen on the jets, beside Frederiksen on all weapons',
  },
  { row: 'DK#generic#border all_Russia permitted 2024-05-28', why: 'Frederiksen' },
  {
    row: 'ES#generic#border all_Russia restricted 2024-05-31',
    why: 'Albares has not authorised it; Robles says the same in August',
  },
  {
    row: 'FI#generic#border unspecified no-restriction-stated 2024-05-27',
    why: 'Stubb names no place; all that Finland says later is the same promise',
  },
  { row: 'FR#SCALP#border all_Russia permitted 2024-11-23', why: 'Barrot to the BBC' },
  {
    row: 'GB#generic#border all_Russia permitted 2024-05-02',
    why: 'Cameron in Kyiv: it is for Ukraine to decide; restated for Kursk in August',
  },
  {
    row: 'IT#generic#border none_inside_Russia restricted 2024-05-29',
    why: 'Tajani, unchanged in August',
  },
  {
    row: 'NL#F-16#border all_Russia no-restriction-stated 2024-06-01',
    why: 'Ollongren to Politico; her successor sets no range limit either',
  },
  {
    row: 'NL#generic#border all_Russia no-restriction-stated 2024-05-28',
    why: 'the Netherlands would not stop such strikes',
  },
  {
    row: 'PL#generic#border all_Russia no-restriction-stated 2024-05-29',
    why: 'Tomczyk: no such restriction',
  },
  { row: 'SE#generic#border all_Russia permitted 2024-08-15', why: 'Jonson on the Kursk offensive' },
];

/** Germany, the United States and the British missile at five dates: the answers that changed. */
const EXPECTATIONS: readonly { asOf: string; rows: readonly Expected[] }[] = [
  {
    asOf: '2024-05-27',
    rows: [
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
    rows: [
      {
        row: 'DE#generic#border Kharkiv_front permitted-with-limits 2024-05-31',
        why: 'Hebestreit: the area facing Kharkiv',
      },
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
    rows: [
      {
        row: 'DE#generic#border all_Russia restricted 2024-10-23',
        why: 'Scholz takes back what his ministry said in August',
      },
      {
        row: 'GB#Storm Shadow#border all_Russia permitted 2024-11-20',
        why: 'after two months without a decision',
      },
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
    rows: [
      {
        row: 'DE#generic#border all_Russia no-restriction-stated 2025-05-26 contested',
        why: 'Merz; Klingbeil denies it the same day',
      },
      {
        row: 'GB#Storm Shadow#border all_Russia permitted 2024-11-20',
        why: 'nothing British says otherwise; the American veto has a row of its own',
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
  it.each(EXPECTATIONS)('reads as expected on $asOf, every row of it', ({ asOf, rows }) => {
    expect(told(POSITIONS, asOf)).toEqual(expectedAt(asOf, rows));
  });

  it.each(EXPECTATIONS)('rests each row on the line that it names, on $asOf', ({ asOf, rows }) => {
    for (const row of expectedAt(asOf, rows)) {
      const others = POSITIONS.filter(({ country, statementDate }) => {
        return !row.startsWith(`${country}#`) || !row.includes(` ${statementDate ?? ''}`);
      });
      expect(others.length, `${row}: no such line`).toBeLessThan(POSITIONS.length);
      expect(told(others, asOf), `${row}: holds without its line`).not.toContain(row);
    }
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

/** Every row of the ledger in one line, in its order. */
function told(positions: readonly ReportedPosition[], asOf: string): string[] {
  return foldLedger(positions, RULES, { asOf }).map(({ rowId, scopeGeo, status, since, contested }) => {
    return `${rowId} ${scopeGeo} ${status} ${since}${contested ? ' contested' : ''}`;
  });
}

/** What changed by then, and what had been said once by then. */
function expectedAt(asOf: string, changing: readonly Expected[]): string[] {
  const standing = STANDING.filter(({ row }) => dateOf(row) <= asOf);
  return [...changing, ...standing].map(({ row }) => row).toSorted(compareText);
}

function dateOf(row: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(row)?.[0] ?? '';
}
