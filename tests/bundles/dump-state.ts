import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { LocalCloud } from '../../local/aws/local-cloud.ts';
import { LOCAL_TABLE } from '../../local/house.ts';

type Row = Record<string, unknown>;

/** Everything that a run stored and sent, without what differs from run to run. */
export interface StateDump {
  /** Rows of the table, sorted by key. */
  readonly rows: readonly Row[];
  /** Keys of the bucket's objects with the SHA-256 of their content. */
  readonly objects: Readonly<Record<string, string>>;
  readonly mails: readonly { subject: string; html: string }[];
  readonly unsubscribeLinks: readonly string[];
  readonly subscriberStatuses: readonly unknown[];
}

export async function dumpState(cloud: LocalCloud): Promise<StateDump> {
  const rows = await scanTable();
  const mails = cloud.mails.list();
  return {
    rows: rows.map(withoutVolatile).sort(byKey),
    objects: hashObjects(cloud.objectsDirectory),
    mails: mails.map(({ subject, files }) => ({ subject, html: withoutToken(readHtml(files.html)) })),
    unsubscribeLinks: mails.map(({ headers }) => unsubscribeLink(headers)),
    subscriberStatuses: rows.filter(({ pk }) => pk === 'SUBSCRIBERS').map(({ status }) => status),
  };
}

async function scanTable(): Promise<Row[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const rows: Row[] = [];
  for await (const page of paginateScan({ client }, { TableName: LOCAL_TABLE })) {
    rows.push(...(page.Items ?? []));
  }
  return rows;
}

/** Tokens are drawn at random, and the mail service's ids too. */
function withoutVolatile({ detail: _detail, ...row }: Row): Row {
  return String(row['pk']).startsWith('TOKEN#') ? { ...row, pk: 'TOKEN#' } : row;
}

function byKey(one: Row, other: Row): number {
  const key = (row: Row) => JSON.stringify([row['pk'], row['sk'], row['expiresAt']]);
  return key(one) < key(other) ? -1 : 1;
}

function hashObjects(directory: string): Record<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hashes = files.map((file) => {
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    return [file.slice(directory.length + 1), hash] as const;
  });
  return Object.fromEntries(hashes.sort());
}

function readHtml(file: string | undefined): string {
  return file === undefined ? '' : readFileSync(file, 'utf8');
}

function withoutToken(html: string): string {
  return html.replaceAll(/token=[\w-]+/g, 'token=');
}

function unsubscribeLink(headers: readonly { name: string; value: string }[]): string {
  const value = headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? '';
  return value.replace(/^<|>$/g, '');
}
