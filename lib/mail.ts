import { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type FunctionUrl, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DigestConfig } from '../src/config/schema.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import { CaveatFunction } from './caveat-function.ts';
import type { Storage } from './storage.ts';

export interface MailProps {
  readonly digest: DigestConfig;
  readonly storage: Storage;
  readonly failures: IQueue;
}

/** Who mails are sent as, what becomes of them, and how readers stop them. */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly unsubscribeUrl: FunctionUrl;
  readonly unsubscribe: CaveatFunction<'unsubscribe'>;
  readonly mailEvents: CaveatFunction<'mail-events'>;
  private readonly sender: string;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    this.sender = props.digest.sender;
    if (props.digest.senderIdentity === 'create') {
      new EmailIdentity(this, 'Sender', { identity: Identity.email(this.sender) });
    }
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet');
    this.publishEvents();
    this.mailEvents = this.addMailEvents(props);
    this.unsubscribe = this.addUnsubscribe(props);
    // Mail programs open the link and post to it, and they have no credentials.
    this.unsubscribeUrl = this.unsubscribe.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  }

  /**
   * Lets a function send from the sender's address, and from no other.
   * SES asks for the right to the identity it finds for the sender, which may be the whole domain's; in its sandbox also
   * to the recipient's; and to the configuration set. So the condition says what the resources cannot.
   */
  allowSending(grantee: IGrantable): void {
    const stack = Stack.of(this);
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          stack.formatArn({ service: 'ses', resource: 'identity', resourceName: '*' }),
          stack.formatArn({
            service: 'ses',
            resource: 'configuration-set',
            resourceName: this.configurationSet.configurationSetName,
          }),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': this.sender } },
      }),
    );
    acknowledgeWildcard(
      grantee,
      'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*',
      'Which identity SES checks depends on the account; the condition on ses:FromAddress holds the sender fast.',
    );
  }

  private publishEvents(): void {
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  private addMailEvents({ storage, failures }: MailProps): CaveatFunction<'mail-events'> {
    const mailEvents = new CaveatFunction(this, 'MailEvents', {
      name: 'mail-events',
      description: 'Settles deliveries by what SES says became of them',
      timeoutSeconds: 10,
      memoryMegabytes: 256,
      failureQueue: failures,
      configDir: undefined,
      environment: { TABLE_NAME: storage.table.tableName },
    });
    storage.allowRows(mailEvents, 'GetItem', 'UpdateItem');
    new Rule(this, 'MailEventRule', {
      description: 'Events of mails that carry our configuration set',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } },
        },
      },
      targets: [new LambdaFunction(mailEvents, { deadLetterQueue: failures, retryAttempts: 5 })],
    });
    return mailEvents;
  }

  private addUnsubscribe({ storage }: MailProps): CaveatFunction<'unsubscribe'> {
    const unsubscribe = new CaveatFunction(this, 'Unsubscribe', {
      name: 'unsubscribe',
      description: 'Ends a subscription by the token of one mail',
      timeoutSeconds: 10,
      memoryMegabytes: 256,
      configDir: undefined,
      environment: { TABLE_NAME: storage.table.tableName },
    });
    storage.allowRows(unsubscribe, 'GetItem', 'UpdateItem');
    return unsubscribe;
  }
}
