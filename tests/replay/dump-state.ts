import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type LocalCloud, startLocalCloud } from '../../local/aws/local-cloud.ts';
import { LOCAL_TABLE } from '../../local/house.ts';
import { statePaths } from '../../local/replay.ts';
import { systemClock } from '../../local/simulated-clock.ts';

export type Row = Record<string, unknown>;

/** Everything that a run stored and sent, without what is drawn at random. */
export interface StateDump {
  /** Rows of the table, sorted by key. */
  readonly rows: readonly Row[];
  /** Keys of the bucket's objects with the SHA-256 of their content. */
  readonly objects: Readonly<Record<string, string>>;
  readonly mails: readonly SentMail[];
}

export interface SentMail {
  readonly to: string;
  /** The delivery's id, with which the mail was tagged. */
  readonly delivery: string;
  readonly subject: string;
  readonly html: string;
  /** To its reader's subscription, token and all. */
  readonly link: string;
}

/** What a replay left in a directory. Nothing may run over it. */
export async function dumpDirectory(dir: string): Promise<StateDump> {
  const cloud = await startLocalCloud({ dir: statePaths(dir).cloud, clock: systemClock });
  try {
    return await dumpState(cloud);
  } finally {
    await cloud.close();
  }
}

export async function dumpState(cloud: LocalCloud): Promise<StateDump> {
  return {
    rows: (await scanTable(cloud)).map(withoutChance).toSorted(byKey),
    objects: hashObjects(cloud.objectsDirectory),
    mails: cloud.mails.list().map(({ to, subject, tags, files }) => {
      const html = files.html === undefined ? '' : readFileSync(files.html, 'utf8');
      return {
        to: to.join(),
        delivery: tags.find(({ name }) => name === 'delivery')?.value ?? '',
        subject,
        html: html.replaceAll(TOKEN, '$1='),
        link: LINK.exec(html)?.[0] ?? '',
      };
    }),
  };
}

const TOKEN = /(token|confirm)=[\w-]+/g;
const LINK = /https?:\/\/[^\s"]*\?(?:token|confirm)=[\w-]+/;

async function scanTable({ env }: LocalCloud): Promise<Row[]> {
  const client = new DynamoDBClient({
    endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] as string,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const rows: Row[] = [];
  const pages = paginateScan({ client: DynamoDBDocumentClient.from(client) }, { TableName: LOCAL_TABLE });
  for await (const page of pages) rows.push(...(page.Items ?? []));
  client.destroy();
  return rows;
}

/** Tokens are drawn at random, and the mail service's ids too. */
function withoutChance({ detail: _detail, ...row }: Row): Row {
  return String(row['pk']).startsWith('TOKEN#') ? { ...row, pk: 'TOKEN#' } : row;
}

function byKey(one: Row, other: Row): number {
  const key = (row: Row) => JSON.stringify([row['pk'], row['sk'], row['expiresAt']]);
  return key(one) < key(other) ? -1 : 1;
}

function hashObjects(directory: string): Record<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const hashes = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => {
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
      return [file.slice(directory.length + 1), hash] as const;
    });
  return Object.fromEntries(hashes.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
