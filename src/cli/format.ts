import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';

export const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** One column of a table: its heading and how to read it off a row. */
export interface Column<R> {
  readonly heading: string;
  readonly of: (row: R) => string | number | null | undefined;
  /** What a program reads in its place; tables only show `of`. */
  readonly asData?: (row: R) => string | number | null | undefined;
  /** Characters after which text is folded into further lines; tables only. */
  readonly width?: number;
}

/** A table for eyes, JSON for programs. Tables and CSV show the columns, JSON the whole rows. */
export function formatRows<R>(rows: readonly R[], columns: readonly Column<R>[], format: Format): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(rows, null, 2)}\n`;
    case 'jsonl':
      return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    case 'csv':
      return stringify(
        [
          columns.map((column) => column.heading),
          ...rows.map((row) => cellsOf(row, columns.map(readAsData))),
        ],
        {
          escape_formulas: true,
        },
      );
    case 'table':
      return rows.length === 0 ? 'nothing found\n' : `${tableOf(rows, columns)}\n`;
  }
}

/** `2024-05-31 10:00`, in UTC. */
export function minute(instant: string | undefined): string | undefined {
  return instant?.slice(0, 16).replace('T', ' ');
}

function tableOf<R>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const table = new Table({
    head: columns.map((column) => column.heading),
    colWidths: columns.map((column) => (column.width === undefined ? null : column.width + 2)),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) table.push(cellsOf(row, columns).map(printable));
  return table.toString();
}

function readAsData<R>(column: Column<R>): Column<R> {
  return column.asData === undefined ? column : { ...column, of: column.asData };
}

function cellsOf<R>(row: R, columns: readonly Column<R>[]): string[] {
  return columns.map((column) => String(column.of(row) ?? ''));
}

/** Outside text must not steer a terminal: control characters and direction overrides are dropped. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
