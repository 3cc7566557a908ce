import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { type FunctionUrl, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  type IEmailIdentity,
} from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DigestConfig } from '../src/config/schema.ts';
import { CaveatFunction } from './caveat-function.ts';
import type { Storage } from './storage.ts';

export interface MailProps {
  readonly digest: DigestConfig;
  readonly storage: Storage;
  readonly failures: IQueue;
}

/** Who mails are sent as, what becomes of them, and how readers stop them. */
export class Mail extends Construct {
  readonly identity: IEmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly unsubscribeUrl: FunctionUrl;
  readonly unsubscribe: CaveatFunction<'unsubscribe'>;
  readonly mailEvents: CaveatFunction<'mail-events'>;

  constructor(scope: Construct, id: string, { digest, storage, failures }: MailProps) {
    super(scope, id);
    const { table } = storage;
    this.identity =
      digest.senderIdentity === 'create'
        ? new EmailIdentity(this, 'Sender', { identity: Identity.email(digest.sender) })
        : EmailIdentity.fromEmailIdentityName(this, 'Sender', digest.sender);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet');
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });

    this.mailEvents = new CaveatFunction(this, 'MailEvents', {
      name: 'mail-events',
      description: 'Settles deliveries by what SES says became of them',
      timeoutSeconds: 10,
      memoryMegabytes: 128,
      failureQueue: failures,
      environment: { TABLE_NAME: table.tableName },
    });
    table.grant(this.mailEvents, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
    new Rule(this, 'MailEventRule', {
      description: 'Events of mails that carry our configuration set',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } },
        },
      },
      targets: [new LambdaFunction(this.mailEvents, { deadLetterQueue: failures, retryAttempts: 5 })],
    });

    this.unsubscribe = new CaveatFunction(this, 'Unsubscribe', {
      name: 'unsubscribe',
      description: 'Ends a subscription by the token of one mail',
      timeoutSeconds: 3,
      memoryMegabytes: 128,
      environment: { TABLE_NAME: table.tableName },
    });
    table.grant(this.unsubscribe, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
    this.unsubscribeUrl = this.unsubscribe.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  }
}
