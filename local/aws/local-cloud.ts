import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../simulated-clock.ts';
import { type LocalTableDefinition, putTable } from './dynamodb/create-table.ts';
import { type DatabaseEngine, startDatabase } from './dynamodb/database-engine.ts';
import { LOCAL_REGION } from './local-account.ts';
import { ObjectStore } from './s3/object-store.ts';
import { startS3Server } from './s3/s3-server.ts';
import { sdkEnvironment } from './sdk-environment.ts';
import { EventOutbox, type MailListener } from './ses/event-outbox.ts';
import { MailDirectory, type StoredMail } from './ses/mail-directory.ts';
import { startSesServer } from './ses/ses-server.ts';
import { type LocalQueueDefinition, putQueue } from './sqs/create-queue.ts';
import { type QueueControl, queueControl } from './sqs/queue-control.ts';
import { QueueStore } from './sqs/queue-store.ts';
import { startSqsServer } from './sqs/sqs-server.ts';
import { lockDirectory } from './state-directory.ts';

export interface LocalCloudOptions {
  /** Where everything is kept. It is made if it does not exist; a later start finds what an earlier one left. */
  readonly dir: string;
  /** The time by which messages become visible, mails are dated and objects modified. */
  readonly clock: Clock;
  /** Which engine plays DynamoDB. Without it, the one whose data is there, then dynoxide, then dynalite. */
  readonly database?: DatabaseEngine | undefined;
  /** A port that is not given is chosen by the system. */
  readonly ports?: Readonly<Partial<Record<'dynamodb' | 's3' | 'sqs' | 'ses', number>>> | undefined;
  /** Hears what became of each mail, after its sender was answered. */
  readonly onMail?: MailListener | undefined;
}

/** AWS as far as the pipeline needs it, on this machine alone. */
export interface LocalCloud {
  /** Variables under which the AWS SDK finds it. */
  readonly env: Readonly<Record<string, string>>;
  readonly database: DatabaseEngine;
  readonly queues: QueueControl;
  readonly mails: LocalMails;
  /** Where the objects can be browsed, one directory a bucket. */
  readonly objectsDirectory: string;
  /** Things worth telling the user: that a lock was taken over. */
  readonly notes: readonly string[];
  /** These three leave what is there: a second start finds its items, objects and messages again. */
  createTable(name: string, definition: LocalTableDefinition): Promise<void>;
  createBucket(name: string): void;
  /** Answers the queue's URL. A queue that is there is given these attributes. */
  createQueue(definition: LocalQueueDefinition): string;
  close(): Promise<void>;
}

export interface LocalMails {
  readonly directory: string;
  /** All mails, the oldest first. */
  list(): StoredMail[];
  /** Waits until `onMail` has taken every event. */
  settled(): Promise<void>;
}

/**
 * Starts DynamoDB, S3, SQS and SES on 127.0.0.1 over one directory. Every change that was answered survives the
 * process, however it ends.
 *
 * @throws LocalCloudError with a remedy: a port in use, a directory that is in use or cannot be written
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const lock = lockDirectory(options.dir);
  const opened: Closer[] = [() => lock.release()];
  const closeAll = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const cloud = await startServices(options, opened, lock.note !== undefined);
    lock.publish(cloud.env);
    return { ...cloud, notes: lock.note === undefined ? [] : [lock.note], close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

type Closer = () => void | Promise<void>;

/**
 * Adds to `opened` how to close what was started, in the order of starting, so that a failure leaves nothing open.
 *
 * @param isAfterCrash - nobody is left who works on what was in flight
 */
async function startServices(
  { dir, clock, ports = {}, database: wantedEngine, onMail = () => {} }: LocalCloudOptions,
  opened: Closer[],
  isAfterCrash: boolean,
): Promise<Omit<LocalCloud, 'notes' | 'close'>> {
  const objectsDirectory = path.resolve(dir, 's3');
  const opening = <T extends { close(): void | Promise<void> }>(resource: T): T => {
    opened.push(() => resource.close());
    return resource;
  };
  const database = await startDatabase({ dir, port: ports.dynamodb ?? 0, engine: wantedEngine });
  opening(database.service);
  const objects = opening(
    new ObjectStore({ directory: objectsDirectory, indexFile: path.join(dir, 's3.sqlite'), clock }),
  );
  const messages = opening(new QueueStore(path.join(dir, 'sqs.sqlite'), clock));
  if (isAfterCrash) messages.releaseInFlight();
  const mails = new MailDirectory(path.join(dir, 'mail'));
  const outbox = new EventOutbox(onMail);
  const s3 = opening(await startS3Server(objects, { port: ports.s3 ?? 0 }));
  const sqs = opening(await startSqsServer(messages, { port: ports.sqs ?? 0 }));
  const ses = opening(await startSesServer({ port: ports.ses ?? 0, clock, mails, outbox }));
  const tables = new DynamoDBClient({
    endpoint: database.service.url,
    region: LOCAL_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  opened.push(() => tables.destroy());
  return {
    env: sdkEnvironment({ dynamodb: database.service.url, s3: s3.url, sqs: sqs.url, ses: ses.url }),
    database: database.engine,
    queues: queueControl(messages),
    mails: { directory: mails.directory, list: () => mails.list(), settled: () => outbox.settled() },
    objectsDirectory,
    createTable: (name, definition) => putTable(tables, database.engine, name, definition),
    createBucket: (name) => objects.createBucket(name),
    createQueue: (definition) => putQueue(messages, sqs.url, definition),
  };
}
