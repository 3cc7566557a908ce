import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { QUEUES } from '../src/contract/queues.ts';
import { CaveatFunction } from './caveat-function.ts';
import type { Mail } from './mail.ts';
import { CONFIG_DIR } from './names.ts';
import type { Storage } from './storage.ts';
import { tick } from './tick.ts';
import { WorkQueue } from './work-queue.ts';

export interface DailyDigestProps {
  readonly storage: Storage;
  readonly mail: Mail;
  readonly failures: IQueue;
}

/** Hourly schedule → send-digest → delivery queue → deliver-digest → SES. */
export class DailyDigest extends Construct {
  readonly deliveries: WorkQueue;
  readonly sendDigest: CaveatFunction<'send-digest'>;
  readonly deliverDigest: CaveatFunction<'deliver-digest'>;

  constructor(scope: Construct, id: string, { storage, mail, failures }: DailyDigestProps) {
    super(scope, id);
    const { table, bucket } = storage;
    this.deliveries = new WorkQueue(this, 'Deliveries', 'delivery');

    this.sendDigest = new CaveatFunction(this, 'SendDigest', {
      name: 'send-digest',
      description: 'Compiles the day’s digest when it is due and queues its deliveries',
      timeoutSeconds: 300,
      memoryMegabytes: 1024,
      failureQueue: failures,
      environment: {
        TABLE_NAME: table.tableName,
        CONFIG_DIR,
        BUCKET_NAME: bucket.bucketName,
        DELIVERY_QUEUE_URL: this.deliveries.queue.queueUrl,
      },
    });
    table.grant(
      this.sendDigest,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:Query',
      'dynamodb:BatchWriteItem',
    );
    bucket.grantRead(this.sendDigest, 'digests/*');
    bucket.grantRead(this.sendDigest, 'texts/*');
    bucket.grantPut(this.sendDigest, 'digests/*');
    this.deliveries.queue.grantSendMessages(this.sendDigest);
    tick(this, 'DigestTick', {
      description: 'Every hour: is the local day’s digest due?',
      schedule: ScheduleExpression.cron({ minute: '0' }),
      target: this.sendDigest,
      failures,
    });

    this.deliverDigest = new CaveatFunction(this, 'DeliverDigest', {
      name: 'deliver-digest',
      description: 'Sends one digest to one subscriber, at most once by itself',
      timeoutSeconds: QUEUES.delivery.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.delivery.memoryMegabytes,
      environment: {
        TABLE_NAME: table.tableName,
        CONFIG_DIR,
        BUCKET_NAME: bucket.bucketName,
        UNSUBSCRIBE_URL: mail.unsubscribeUrl.url,
        CONFIGURATION_SET: mail.configurationSet.configurationSetName,
      },
    });
    table.grant(
      this.deliverDigest,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
    );
    bucket.grantRead(this.deliverDigest, 'digests/*');
    this.allowSending(mail);
    this.deliveries.feed(this.deliverDigest);
  }

  /** SES asks for the right to send as the identity and to use the configuration set. */
  private allowSending(mail: Mail): void {
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: mail.configurationSet.configurationSetName,
    });
    this.deliverDigest.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [mail.identity.emailIdentityArn, configurationSetArn],
      }),
    );
  }
}
