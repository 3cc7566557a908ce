import { relative } from 'node:path';
import { styleText } from 'node:util';
import { formatRows } from '../src/cli/format.ts';
import type { Digest } from '../src/domain/digest/digest.ts';
import type { DigestWords } from '../src/domain/digest/digest-input.ts';
import { formatSince } from '../src/domain/digest/wording.ts';
import type { LedgerRow } from '../src/domain/ledger/ledger.ts';
import type { ExportedArchive } from './export-archive.ts';
import type { ExportedDigest } from './export-digests.ts';

/** One day of the replay, in the lines that are printed as it ends. */
export function dayLines(digest: Digest): string[] {
  const changes = digest.changes.entries.map(
    (change) =>
      `      ${bold(change.country)}: ${change.weapon}, ${change.scope}: ${change.from.word} → ${bold(change.to.word)} (${change.when})`,
  );
  const late = digest.lateNews.entries.map(
    (change) =>
      `      ${dim(`${change.country}: ${change.weapon}: ${change.to.word}, an older act newly on record`)}`,
  );
  return [`  ${bold(digest.dateLine)}  ${digest.summary}`, ...changes, ...late];
}

/** Where each country stands at the end. */
export function ledgerTable(rows: readonly LedgerRow[], words: DigestWords): string {
  return formatRows(
    rows,
    [
      { heading: 'country', of: (row) => words.countries[row.country]?.name ?? row.country },
      { heading: 'weapons', of: (row) => words.weapons[row.weapon] ?? row.weapon },
      { heading: 'where', of: (row) => words.scopes[row.scopeGeo]?.label ?? row.scopeGeo },
      { heading: 'position', of: (row) => row.status.replaceAll('-', ' ') },
      { heading: 'since', of: formatSince },
      { heading: 'publishers', of: (row) => row.publisherCount },
    ],
    'table',
  );
}

export function digestFileLines(digests: readonly ExportedDigest[]): string[] {
  const first = digests[0];
  const last = digests.at(-1);
  if (!first || !last) return [];
  return [
    `  ${here(last.html)}   the newest, in a browser`,
    `  ${here(last.text)}    the same as text`,
    ...(last.eml === undefined ? [] : [`  ${here(last.eml)}    the mail as it was sent`]),
    ...(first === last ? [] : [dim(`  and one of each for every day from ${first.date}`)]),
  ];
}

export function archiveLines(archive: ExportedArchive | undefined): string[] {
  if (archive === undefined) return [];
  return [
    `  ${here(archive.timeline)}   who allowed what when, in one picture`,
    `  ${here(archive.index)}   all digests, the timeline and the feeds as an archive to browse`,
  ];
}

/** Three questions to try next; each works as printed. */
export function queryLines(lastDate: string, dir: string): string[] {
  const store = dir === '.caveat' ? '' : `CAVEAT_DIR=${dir} `;
  const caveat = `${store}npm run -s caveat --`;
  return [
    `  ${caveat} ledger --as-of 2024-05-29`,
    `  ${caveat} positions --country US`,
    `  ${caveat} stories --date ${lastDate}`,
  ];
}

export function heading(text: string): string {
  return `\n${bold(text)}`;
}

function here(path: string): string {
  return relative(process.cwd(), path);
}

function bold(text: string): string {
  return styleText('bold', text);
}

function dim(text: string): string {
  return styleText('dim', text);
}
