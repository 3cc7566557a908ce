import { writeSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DatabaseEngine } from '../../../local/aws/dynamodb/database-engine.ts';
import { startLocalCloud } from '../../../local/aws/local-cloud.ts';
import { systemClock } from '../../../local/simulated-clock.ts';
import { TABLE } from '../../../src/contract/table.ts';

/** What was acknowledged, one JSON object a line. Written at once: a line in a buffer would die with the process. */
export interface Acknowledged {
  readonly what: 'endpoint' | 'object' | 'item' | 'sent' | 'deleted' | 'mail';
  readonly value: string;
}

function acknowledge(what: Acknowledged['what'], value: string): void {
  writeSync(1, `${JSON.stringify({ what, value } satisfies Acknowledged)}\n`);
}

/** Writes to all services until it is killed; counts on from a number that tells its writings from earlier ones. */
const [, , dir = '', database, firstRound] = process.argv;
const cloud = await startLocalCloud({ dir, clock: systemClock, database: database as DatabaseEngine });
Object.assign(process.env, cloud.env);
await cloud.createTable('caveat', TABLE);
cloud.createBucket('bucket');
const QueueUrl = cloud.createQueue({ name: 'queue', visibilitySeconds: 0 });
acknowledge('endpoint', cloud.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');

const s3 = new S3Client({});
const sqs = new SQSClient({});
const ses = new SESv2Client({});
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

for (let round = Number(firstRound); ; round += 1) {
  const value = String(round);
  await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'page', Body: `${value} `.repeat(50_000) }));
  acknowledge('object', value);
  await table.send(new PutCommand({ TableName: 'caveat', Item: { pk: 'ROUND', sk: value } }));
  acknowledge('item', value);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: value }));
  acknowledge('sent', value);
  await deleteOneMessage();
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: `${value} stays` }));
  acknowledge('sent', `${value} stays`);
  await sendMail(value);
}

async function deleteOneMessage(): Promise<void> {
  const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  acknowledge('deleted', message?.Body ?? '');
}

async function sendMail(value: string): Promise<void> {
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'digest@example.com',
      Destination: { ToAddresses: [`reader+${value}@example.com`] },
      Content: { Simple: { Subject: { Data: value }, Body: { Text: { Data: value } } } },
    }),
  );
  acknowledge('mail', value);
}
