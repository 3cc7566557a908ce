import {
  type AttributeValue,
  DynamoDBClient,
  ExecuteStatementCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQuestions } from '../../src/adapters/dynamodb/questions.ts';
import type { Questions } from '../../src/pipeline/questions.ts';
import { fillTable } from '../adapters/dynamodb/filled-table.ts';
import { TOPIC } from '../adapters/dynamodb/stored-seeds.ts';
import { ENGINES, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import { readSource } from '../source-files.ts';

/** One heading of docs/data-model.md with its three ways to ask. */
interface Example {
  readonly question: string;
  readonly command: string;
  readonly awsCli: string;
  readonly partiQl: string;
}

const EXAMPLE = /^### (.+)\n\n```\n(caveat .+)\n```\n```sh\n([\s\S]+?)\n```\n```sql\n([\s\S]+?)\n```/gm;
const EXAMPLES: Example[] = [...readSource('docs/data-model.md').matchAll(EXAMPLE)].map(
  ([, question = '', command = '', awsCli = '', partiQl = '']) => ({ question, command, awsCli, partiQl }),
);

/** What the command beside an example asks, read off its options; an article by the id that the example has. */
function askAs(command: string, ask: Questions): Promise<number> {
  const [name = ''] = command.slice('caveat '.length).split(' ');
  const option = (wanted: string) =>
    new RegExp(`--${wanted} (?:"([^"]+)"|(\\S+))`).exec(command)?.slice(1).find(Boolean);
  const span = { since: option('since') ?? '', until: option('until') ?? '' };
  const country = option('country');
  const count = async (rows: Promise<readonly unknown[]>) => (await rows).length;
  switch (name) {
    case 'articles':
      return count(ask.listArticles(TOPIC, span, 'core'));
    case 'positions':
      return count(country ? ask.listPositionsOf(TOPIC, country) : ask.listPositionsStated(TOPIC, span));
    case 'ledger':
      return count(ask.listLedger(TOPIC, country));
    case 'quotes':
      return count(ask.listQuotes(TOPIC, option('speaker') ?? ''));
    case 'stories':
      return count(ask.listStories(TOPIC, option('date') ?? ''));
    case 'feeds':
      return count(ask.listFeeds());
    default:
      throw new Error(`the test does not know how to ask "${command}"`);
  }
}

function queryOf(awsCli: string): QueryCommand {
  const option = (name: string) =>
    new RegExp(`--${name} (?:'([^']+)'|(\\S+))`).exec(awsCli)?.slice(1).find(Boolean);
  return new QueryCommand({
    TableName: option('table-name'),
    IndexName: option('index-name'),
    KeyConditionExpression: option('key-condition-expression'),
    ExpressionAttributeValues: JSON.parse(option('expression-attribute-values') ?? '{}'),
    ScanIndexForward: !awsCli.includes('--no-scan-index-forward'),
  });
}

const keysOf = (rows: readonly Record<string, AttributeValue>[] = []) =>
  rows.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`).toSorted((a, b) => (a < b ? -1 : Number(a > b)));

describe('docs/data-model.md', () => {
  let test: TestTable;
  let client: DynamoDBClient;
  let articleId: string;

  beforeAll(async () => {
    test = await startTestTable(ENGINES[0]);
    articleId = (await fillTable(test.table))[0]?.articleId ?? '';
    client = new DynamoDBClient({});
  });
  afterAll(async () => {
    client.destroy();
    await test.discard();
  });

  const withRealId = (text: string) => text.replace(/1c8a0f0e9d6b4c55/, articleId);

  it('has an example for each question of the command line', () => {
    expect(EXAMPLES.map(({ command }) => command.split(' ')[1])).toEqual([
      'articles',
      'positions',
      'positions',
      'ledger',
      'ledger',
      'quotes',
      'stories',
      'feeds',
      'digests',
      'article',
    ]);
  });

  it.each(EXAMPLES)('$question: the AWS CLI finds what the command finds', async ({ command, awsCli }) => {
    const { Items, Count, ScannedCount } = await client.send(queryOf(withRealId(awsCli)));
    expect(Count).toBeGreaterThan(0);
    expect(ScannedCount).toBe(Count);
    if (/^caveat (digests|article) /.test(command)) expect(keysOf(Items).length).toBeGreaterThan(2);
    else expect(Count).toBe(await askAs(command, createQuestions(test.table)));
  });

  // dynalite speaks no PartiQL: where dynoxide's binary is not installed, these statements cannot be tried.
  it.runIf(ENGINES[0] === 'dynoxide').each(EXAMPLES)(
    '$question: PartiQL finds what the AWS CLI finds',
    async ({ awsCli, partiQl }) => {
      const { Items } = await client.send(new ExecuteStatementCommand({ Statement: withRealId(partiQl) }));
      const asked = await client.send(queryOf(withRealId(awsCli)));
      expect(keysOf(Items)).toEqual(keysOf(asked.Items));
    },
  );
});
