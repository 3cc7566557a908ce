import { describe, expect, it } from 'vitest';
import { ledgerTable } from '../../local/replay-report.ts';
import { LEDGER_COLUMNS } from '../../src/cli/commands/ledger.ts';
import { formatRows } from '../../src/cli/format.ts';
import { foldLedger } from '../../src/domain/ledger/fold-ledger.ts';
import { aPosition } from '../domain/ledger/a-position.ts';
import { RULES } from '../domain/ledger/timeline.ts';

const rowsOf = (given: Parameters<typeof aPosition>[0]) => foldLedger([aPosition(given)], RULES);
const WORDS = { countries: {}, weapons: {}, scopes: {} } as unknown as Parameters<typeof ledgerTable>[1];

describe('since when, no finer than it is known', () => {
  it.each([
    { known: 'day', given: { statementDate: '2024-05-31' }, shown: '31 May 2024', iso: '2024-05-31' },
    {
      known: 'month',
      given: { statementDate: '2024-05-01', datePrecision: 'month' as const },
      shown: 'May 2024',
      iso: '2024-05',
    },
    {
      known: 'week',
      given: { statementDate: '2024-05-27', datePrecision: 'week' as const },
      shown: 'week of 27 May 2024',
      iso: '2024-05-27',
    },
    { known: 'nothing', given: { statementDate: null }, shown: 'date not stated', iso: '' },
  ])('$known: $shown', ({ given, shown, iso }) => {
    const rows = rowsOf(given);
    expect(rows).toHaveLength(1);
    expect(cell(formatRows(rows, LEDGER_COLUMNS, 'table'), 'since')).toBe(shown);
    expect(cell(ledgerTable(rows, WORDS), 'since')).toBe(shown);
    const [heading = '', line = ''] = formatRows(rows, LEDGER_COLUMNS, 'csv').split('\n');
    expect(line.split(',')[heading.split(',').indexOf('since')]).toBe(iso);
    expect(JSON.parse(formatRows(rows, LEDGER_COLUMNS, 'json'))).toEqual(JSON.parse(JSON.stringify(rows)));
  });
});

/** The cell of a printed table's first row under a heading. */
function cell(table: string, heading: string): string {
  const lines = table.split('\n').filter((line) => line.includes('│'));
  const cells = lines.map((line) => line.split('│').map((text) => text.trim()));
  return cells[1]?.[cells[0]?.indexOf(heading) ?? -1] ?? '';
}
