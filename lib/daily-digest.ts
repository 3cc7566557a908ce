import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { QUEUES } from '../src/contract/queues.ts';
import { CaveatFunction } from './caveat-function.ts';
import type { Mail } from './mail.ts';
import type { Storage } from './storage.ts';
import { tick } from './tick.ts';
import { WorkQueue } from './work-queue.ts';

export interface DailyDigestProps {
  readonly configDir: string;
  readonly storage: Storage;
  readonly mail: Mail;
  readonly failures: IQueue;
  /** Where the archive site is read; undefined while it is not served. */
  readonly archiveUrl?: string | undefined;
}

/** Hourly schedule → send-digest → delivery queue → deliver-digest → SES. */
export class DailyDigest extends Construct {
  readonly deliveries: WorkQueue;
  readonly sendDigest: CaveatFunction<'send-digest'>;
  readonly deliverDigest: CaveatFunction<'deliver-digest'>;

  constructor(scope: Construct, id: string, props: DailyDigestProps) {
    super(scope, id);
    this.deliveries = new WorkQueue(this, 'Deliveries', 'delivery');
    this.sendDigest = this.addSendDigest(props);
    this.deliverDigest = this.addDeliverDigest(props);
    tick(this, 'DigestTick', {
      description: 'Every hour: is the local day’s digest due?',
      schedule: ScheduleExpression.cron({ minute: '0' }),
      target: this.sendDigest,
      failures: props.failures,
    });
    this.deliveries.feed(this.deliverDigest);
  }

  /** Lets the function that folds the ledger tell of a change at once. */
  allowNotices(foldLedger: CaveatFunction<'fold-ledger'>, storage: Storage): void {
    storage.allowRows(foldLedger, { notices: ['PutItem'], toldRows: ['GetItem', 'PutItem'] });
    storage.allowQueries(foldLedger, 'subscribers');
    foldLedger.addEnvironment('DELIVERY_QUEUE_URL', this.deliveries.queue.queueUrl);
    this.deliveries.allowSending(foldLedger);
  }

  private addSendDigest(props: DailyDigestProps): CaveatFunction<'send-digest'> {
    const { configDir, storage, failures, archiveUrl } = props;
    const sendDigest = new CaveatFunction(this, 'SendDigest', {
      name: 'send-digest',
      description: 'Compiles the day’s digest when it is due and queues its deliveries',
      timeoutSeconds: 300,
      memoryMegabytes: 1024,
      failureQueue: failures,
      configDir,
      environment: {
        TABLE_NAME: storage.table.tableName,
        BUCKET_NAME: storage.bucket.bucketName,
        DELIVERY_QUEUE_URL: this.deliveries.queue.queueUrl,
        ARCHIVE_URL: archiveUrl,
      },
    });
    storage.allowRows(sendDigest, {
      articles: ['UpdateItem'],
      confirmations: ['UpdateItem'],
      corrections: ['UpdateItem'],
      digests: ['GetItem', 'PutItem', 'UpdateItem'],
      items: ['UpdateItem'],
      notices: ['UpdateItem'],
      stories: ['BatchWriteItem'],
      subscribers: ['PutItem', 'UpdateItem'],
    });
    storage.allowQueries(sendDigest, 'articles', 'digests', 'feeds', 'ledger', 'subscribers');
    storage.allowIndexQueries(sendDigest, 'listing', 'topics');
    storage.allowIndexQueries(sendDigest, 'statements', 'topics');
    storage.allowIndexQueries(
      sendDigest,
      'todo',
      'claims',
      'confirmations',
      'corrections',
      'resends',
      'uncounted',
      'untold',
    );
    storage.allowReading(sendDigest, 'digests/', 'site/', 'texts/');
    storage.allowWriting(sendDigest, 'digests/', 'site/');
    this.deliveries.allowSending(sendDigest);
    return sendDigest;
  }

  private addDeliverDigest({ configDir, storage, mail }: DailyDigestProps): CaveatFunction<'deliver-digest'> {
    const deliverDigest = new CaveatFunction(this, 'DeliverDigest', {
      name: 'deliver-digest',
      description: 'Sends one digest to one subscriber, at most once by itself',
      timeoutSeconds: QUEUES.delivery.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.delivery.memoryMegabytes,
      configDir,
      environment: {
        TABLE_NAME: storage.table.tableName,
        BUCKET_NAME: storage.bucket.bucketName,
        UNSUBSCRIBE_URL: mail.unsubscribeUrl.url,
        CONFIGURATION_SET: mail.configurationSet.configurationSetName,
      },
    });
    storage.allowRows(deliverDigest, {
      confirmations: ['DeleteItem', 'PutItem', 'UpdateItem'],
      deliveries: ['PutItem'],
      digests: ['DeleteItem', 'PutItem', 'UpdateItem'],
      notices: ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
      subscribers: ['GetItem'],
      tokens: ['PutItem'],
    });
    storage.allowReading(deliverDigest, 'digests/');
    mail.allowSending(deliverDigest);
    return deliverDigest;
  }
}
