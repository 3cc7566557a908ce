import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib';
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
    this.addIdentity(props.digest);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet');
    this.publishEvents();
    this.mailEvents = this.addMailEvents(props);
    this.unsubscribe = this.addUnsubscribe(props);
    // Mail programs open the link and post to it, and they have no credentials.
    this.unsubscribeUrl = this.unsubscribe.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  }

  /**
   * Lets a function ask how fast it may send, and send from the sender's address and from no other.
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
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['ses:GetAccount'], resources: ['*'] }),
    );
    acknowledgeWildcard(grantee, '*', 'ses:GetAccount, which tells the sending rate, knows no resource.');
    acknowledgeWildcard(
      grantee,
      'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*',
      'Which identity SES checks depends on the account; the condition on ses:FromAddress holds the sender fast.',
    );
  }

  private addIdentity({ senderIdentity }: DigestConfig): void {
    if (senderIdentity === 'create-domain') this.addDomainIdentity(this.sender.split('@')[1] ?? '');
    if (senderIdentity !== 'create') return;
    new EmailIdentity(this, 'Sender', { identity: Identity.email(this.sender) });
    Annotations.of(this).addWarningV2(
      'caveat:sender-without-domain',
      `Mails from ${this.sender} are not signed by its domain, so mail programs may not offer one-click unsubscribing and may ` +
        'file them as spam. If you may edit the domain’s DNS, set "senderIdentity": "create-domain" in digest.json.',
    );
  }

  private addDomainIdentity(domain: string): void {
    const identity = new EmailIdentity(this, 'SenderDomain', { identity: Identity.domain(domain) });
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      new CfnOutput(this, `DkimRecord${index + 1}`, {
        value: `${name} CNAME ${value}`,
        description: `Add this record to the DNS of ${domain}, so that SES may sign mails in its name`,
      });
    }
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
    storage.allowRows(mailEvents, {
      confirmations: ['UpdateItem'],
      deliveries: ['GetItem'],
      digests: ['UpdateItem'],
      notices: ['UpdateItem'],
      subscribers: ['UpdateItem'],
    });
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
      // Anybody may call it: what a call costs at most is bounded by its size.
      timeoutSeconds: 3,
      memoryMegabytes: 128,
      configDir: undefined,
      environment: { TABLE_NAME: storage.table.tableName },
    });
    storage.allowRows(unsubscribe, { subscribers: ['UpdateItem'], tokens: ['GetItem'] });
    return unsubscribe;
  }
}
