import { describe, expect, it } from 'vitest';
import { diffLedger } from '../../../src/domain/ledger/diff-ledger.ts';
import { foldLedger } from '../../../src/domain/ledger/fold-ledger.ts';
import type { ReportedPosition } from '../../../src/domain/ledger/ledger.ts';
import { aPosition } from './a-position.ts';
import { RULES, timelinePositions } from './timeline.ts';

const us = (given: Partial<ReportedPosition>) => aPosition({ country: 'US', ...given });
const BAN = us({
  action: 'MAINTAINS_RESTRICTION',
  scopeGeo: 'none_inside_Russia',
  statementDate: '2024-05-15',
});
const KHARKIV = us({ action: 'PERMITS_WITH_LIMITS', scopeGeo: 'Kharkiv_front', statementDate: '2024-05-30' });

/** What a digest would be told after `added` has been reported on top of `known`. */
function changes(known: readonly ReportedPosition[], added: readonly ReportedPosition[]) {
  const before = foldLedger(known, RULES);
  const after = foldLedger([...known, ...added], RULES);
  return diffLedger(before, after).map(({ kind, before: from, after: to, lateNews }) => {
    const text = `${kind} ${(to ?? from)?.rowId}: ${from?.status ?? '-'} → ${to?.status ?? '-'}`;
    return lateNews ? `${text} (late)` : text;
  });
}

describe('diffLedger', () => {
  it.each<{ name: string; known: ReportedPosition[]; added: ReportedPosition[]; told: string[] }>([
    { name: 'nothing new', known: [BAN], added: [], told: [] },
    { name: 'a first answer', known: [], added: [BAN], told: ['new US#generic#border: - → restricted'] },
    {
      name: 'a permission for part of what was banned: one change, and the rest goes on as it was',
      known: [BAN],
      added: [KHARKIV],
      told: [
        'status-changed US#generic#border: restricted → permitted-with-limits',
        'evidence-only US#generic#deep: restricted → restricted',
      ],
    },
    {
      name: 'a wider permission',
      known: [KHARKIV],
      added: [
        us({
          action: 'PERMITS_WITH_LIMITS',
          scopeGeo: 'anywhere_across_border',
          statementDate: '2024-06-17',
        }),
      ],
      told: ['scope-changed US#generic#border: permitted-with-limits → permitted-with-limits'],
    },
    {
      name: 'two rows that become one',
      known: [BAN, KHARKIV],
      added: [us({ action: 'PERMITS', scopeGeo: 'all_Russia', statementDate: '2024-11-17' })],
      told: [
        'status-changed US#generic#border: permitted-with-limits → permitted',
        'status-changed US#generic#border: restricted → permitted',
      ],
    },
    {
      name: 'another report of the same act',
      known: [KHARKIV],
      added: [
        {
          ...KHARKIV,
          positionId: 'second',
          articleId: 'second',
          publisher: 'Docket',
          publisherFamily: 'Docket',
        },
      ],
      told: ['evidence-only US#generic#border: permitted-with-limits → permitted-with-limits'],
    },
    {
      name: 'a dispute that opens',
      known: [aPosition({ statementDate: '2025-05-26' })],
      added: [aPosition({ action: 'DENIES_REPORT', statementDate: '2025-05-26' })],
      told: ['contested DE#generic#border: permitted → permitted'],
    },
    {
      name: 'an old act learnt today',
      known: [],
      added: [aPosition({ statementDate: '2024-05-31', listedAt: '2025-02-01T00:00:00.000Z' })],
      told: ['new DE#generic#border: - → permitted (late)'],
    },
    {
      name: 'an act learnt a fortnight after',
      known: [],
      added: [aPosition({ statementDate: '2024-05-31', listedAt: '2024-06-14T00:00:00.000Z' })],
      told: ['new DE#generic#border: - → permitted'],
    },
  ])('tells $name', ({ known, added, told }) => {
    expect(changes(known, added)).toEqual(told);
  });

  it('tells a row that no report holds up any longer', () => {
    const told = diffLedger(foldLedger([BAN], RULES), []);
    expect(told).toMatchObject([{ kind: 'withdrawn', before: { status: 'restricted' } }]);
    expect(told[0]).not.toHaveProperty('after');
  });

  it('tells a dispute that is over', () => {
    const claim = aPosition({ statementDate: '2025-05-26' });
    const denial = aPosition({ action: 'DENIES_REPORT', statementDate: '2025-05-26' });
    const told = diffLedger(foldLedger([claim, denial], RULES), foldLedger([claim], RULES));
    expect(told.map(({ kind }) => kind)).toEqual(['settled']);
  });

  it('tells the turn of 30 and 31 May 2024 as it happened', () => {
    const positions = timelinePositions();
    const before = foldLedger(positions, RULES, { asOf: '2024-05-29' });
    const after = foldLedger(positions, RULES, { asOf: '2024-05-31' });
    const turned = diffLedger(before, after).filter(
      ({ kind }) => kind === 'new' || kind === 'status-changed',
    );
    expect(
      turned.map(
        ({ kind, before: from, after: to }) => `${kind} ${to?.rowId}: ${from?.status ?? '-'} → ${to?.status}`,
      ),
    ).toEqual([
      'new DE#generic#border: - → permitted-with-limits',
      'new DK#F-16#border: - → permitted',
      'new ES#generic#border: - → restricted',
      'status-changed US#generic#border: undecided → permitted-with-limits',
      'new US#generic#deep: - → undecided',
    ]);
  });
});
