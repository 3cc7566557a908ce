import { SendMessageCommand, SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../local/aws/local-cloud.ts';
import type { MailEvent } from '../../local/aws/ses/mail-events.ts';
import { drainQueues, type QueueSource } from '../../local/event-source.ts';
import type { SimulatedClock } from '../../local/simulated-clock.ts';
import type { FunctionName } from '../../src/contract/env.ts';
import { TABLE } from '../../src/contract/table.ts';
import type { AwsCall, AwsCallRecorder } from './aws-calls.ts';
import { DeployedFunctions } from './deployed-functions.ts';
import { matchesPattern } from './event-pattern.ts';
import { BUCKET_NAME, DeployedTemplate, type Resource, TABLE_NAME } from './template.ts';

export interface LocalStackOptions {
  readonly dir: string;
  readonly assemblyDir: string;
  readonly clock: SimulatedClock;
  readonly database?: LocalCloudOptions['database'];
  readonly recorder: AwsCallRecorder;
  /** Variables that Lambda has and that no template sets. */
  readonly runtimeEnv: Readonly<Record<string, string>>;
}

/** Lambda tries a call that nobody waits for twice more. */
const ASYNCHRONOUS_TRIES = 3;
/** In whose name the event sources ask queues, until it is known whose they are. */
const EVENT_SOURCE = 'event-source';

/**
 * A synthesized template at work on this machine: its queues, event sources, schedules and rules, as they are wired
 * there and nowhere else, call its bundled functions over embedded servers.
 */
export class LocalStack {
  readonly cloud: LocalCloud;
  readonly template: DeployedTemplate;
  readonly functions: DeployedFunctions;
  /** Logical ids of what has carried something. */
  readonly driven = new Set<string>();
  private readonly clock: SimulatedClock;
  private readonly recorder: AwsCallRecorder;
  private readonly sources: readonly QueueSource[];
  private readonly sqs: SQSClient;
  private readonly serviceCalls: AwsCall[] = [];

  static async open(options: LocalStackOptions): Promise<LocalStack> {
    let stack: LocalStack | undefined;
    const { dir, clock, database } = options;
    const onMail = async (event: MailEvent) => stack?.publish(event);
    const cloud = await startLocalCloud({ dir, clock, database, onMail });
    stack = new LocalStack(cloud, options);
    await stack.furnish();
    return stack;
  }

  private constructor(cloud: LocalCloud, { assemblyDir, clock, recorder, runtimeEnv }: LocalStackOptions) {
    this.cloud = cloud;
    this.clock = clock;
    this.recorder = recorder;
    Object.assign(process.env, cloud.env);
    this.template = new DeployedTemplate(assemblyDir, cloud.env['AWS_ENDPOINT_URL_SQS']);
    this.functions = new DeployedFunctions(this.template, assemblyDir, recorder, {
      ...cloud.env,
      ...runtimeEnv,
    });
    this.sqs = new SQSClient({});
    this.sources = this.template
      .listType('AWS::Lambda::EventSourceMapping')
      .map((each) => this.toSource(each));
  }

  planPolls(at: Date): Promise<void> {
    return this.tick(this.scheduleOf('plan-polls'), at);
  }

  sendDigest(at: Date): Promise<void> {
    return this.tick(this.scheduleOf('send-digest'), at);
  }

  checkHealth(at: Date): Promise<void> {
    return this.tick(this.scheduleOf('check-health'), at);
  }

  /** Calls the function of a schedule as the scheduler does. */
  private async tick(scheduleId: string, at: Date): Promise<void> {
    const { Target } = this.template.find(scheduleId).properties;
    const time = at.toISOString().replace(/\.\d{3}Z$/, 'Z');
    const input = JSON.parse(String(Target.Input).replace('<aws.scheduler.scheduled-time>', time));
    const arn = this.template.text(Target.Arn);
    const caller = Target.RoleArn['Fn::GetAtt'][0];
    this.serviceCalls.push({ caller, action: 'lambda:InvokeFunction', resource: arn, context: {} });
    this.driven.add(scheduleId);
    await this.invokeAsynchronously(this.template.findByArn('AWS::Lambda::Function', arn).logicalId, input);
  }

  async drain(until?: Date): Promise<void> {
    await this.recorder.as(EVENT_SOURCE, () =>
      drainQueues({
        sources: this.sources,
        clock: this.clock,
        queues: this.cloud.queues,
        until,
        sqs: this.sqs,
      }),
    );
    await this.cloud.mails.settled();
  }

  /** Calls the function behind a link in a mail. */
  async openLink(method: 'GET' | 'POST', link: string): Promise<{ statusCode: number; body: string }> {
    const { origin, searchParams } = new URL(link);
    const url = this.template
      .listType('AWS::Lambda::Url')
      .find(({ logicalId }) => this.template.physical(logicalId).attributes['FunctionUrl'] === `${origin}/`);
    if (!url) throw new Error(`no function has the address ${origin}`);
    this.driven.add(url.logicalId);
    const event = {
      requestContext: { http: { method }, timeEpoch: this.clock.now().getTime() },
      queryStringParameters: Object.fromEntries(searchParams),
    };
    const arn = this.template.text(url.properties['TargetFunctionArn']);
    const { logicalId } = this.template.findByArn('AWS::Lambda::Function', arn);
    return this.functions.invoke(logicalId, event) as Promise<{ statusCode: number; body: string }>;
  }

  /** Brings back what a queue gave up, as an operator does. @returns how many messages came back */
  async redrive(queueId: string): Promise<number> {
    const deadLetters = this.deadLettersOf(queueId);
    const { visible } = this.cloud.queues.depth(this.urlOf(deadLetters));
    if (visible > 0) this.driven.add(deadLetters);
    await this.sqs.send(new StartMessageMoveTaskCommand({ SourceArn: this.arnOf(deadLetters) }));
    return visible;
  }

  /** The queue that a function consumes. */
  queueOf(consumer: FunctionName): string {
    const functionId = this.functions.idOf(consumer);
    const mapping = this.template
      .listType('AWS::Lambda::EventSourceMapping')
      .find(({ properties }) => this.consumerOf(properties) === functionId);
    if (!mapping) throw new Error(`${consumer} consumes no queue`);
    const arn = this.template.text(mapping.properties['EventSourceArn']);
    return this.template.findByArn('AWS::SQS::Queue', arn).logicalId;
  }

  urlOf(queueId: string): string {
    return this.template.physical(queueId).ref;
  }

  depthOf(queueId: string): number {
    return this.cloud.queues.depth(this.urlOf(queueId)).visible;
  }

  deadLettersOf(queueId: string): string {
    const { deadLetterTargetArn } = this.template.find(queueId).properties['RedrivePolicy'];
    return this.template.findByArn('AWS::SQS::Queue', this.template.text(deadLetterTargetArn)).logicalId;
  }

  /** What was asked of AWS, each in the name of the role that has to allow it. */
  calls(): AwsCall[] {
    const consumers = new Map(
      this.template
        .listType('AWS::Lambda::EventSourceMapping')
        .map(({ properties }) => [
          this.template.text(properties['EventSourceArn']),
          this.functions.roleOf(this.consumerOf(properties)),
        ]),
    );
    const recorded = this.recorder.list().map((call) => {
      const consumer = call.caller === EVENT_SOURCE ? consumers.get(call.resource) : call.caller;
      if (consumer === undefined) throw new Error(`an event source asked ${call.resource}`);
      return { ...call, caller: consumer };
    });
    return [...recorded, ...this.serviceCalls];
  }

  async close(): Promise<void> {
    this.sqs.destroy();
    await this.cloud.close();
  }

  private async furnish(): Promise<void> {
    await this.cloud.createTable(TABLE_NAME, TABLE);
    this.cloud.createBucket(BUCKET_NAME);
    for (const { logicalId, properties } of this.template.listType('AWS::SQS::Queue')) {
      const { maxReceiveCount } = properties['RedrivePolicy'] ?? {};
      this.cloud.createQueue({
        name: logicalId,
        visibilitySeconds: properties['VisibilityTimeout'] ?? DEFAULT_VISIBILITY_SECONDS,
        ...(maxReceiveCount === undefined
          ? {}
          : { maxReceiveCount, deadLetter: this.deadLettersOf(logicalId) }),
      });
    }
  }

  private toSource({ logicalId, properties }: Resource): QueueSource {
    const arn = this.template.text(properties['EventSourceArn']);
    const queueId = this.template.findByArn('AWS::SQS::Queue', arn).logicalId;
    const consumer = this.consumerOf(properties);
    return {
      queueUrl: this.urlOf(queueId),
      batchSize: properties['BatchSize'],
      functionName: consumer,
      functionTimeoutSeconds: this.template.find(consumer).properties['Timeout'],
      handler: (event) => {
        this.driven.add(logicalId);
        this.driven.add(queueId);
        return this.functions.invoke(consumer, event);
      },
    };
  }

  private scheduleOf(name: FunctionName): string {
    const functionId = this.functions.idOf(name);
    const schedule = this.template
      .listType('AWS::Scheduler::Schedule')
      .find(({ properties }) => properties['Target'].Arn['Fn::GetAtt'][0] === functionId);
    if (!schedule) throw new Error(`no schedule calls ${name}`);
    return schedule.logicalId;
  }

  private consumerOf({ FunctionName }: Resource['properties']): string {
    return this.template.find(this.template.text(FunctionName)).logicalId;
  }

  /** What SES tells EventBridge, as far as the configuration set's destination asks for it. */
  private async publish(event: MailEvent): Promise<void> {
    const [configurationSet] = event.mail.tags['ses:configuration-set'] ?? [];
    for (const { logicalId, properties } of this.template.listType(
      'AWS::SES::ConfigurationSetEventDestination',
    )) {
      const { MatchingEventTypes } = properties['EventDestination'];
      if (this.template.text(properties['ConfigurationSetName']) !== configurationSet) continue;
      if (!MatchingEventTypes.includes(event.eventType.toLowerCase())) continue;
      this.driven.add(logicalId);
      await this.offerToRules({
        source: 'aws.ses',
        'detail-type': `Email ${event.eventType}`,
        time: event.mail.timestamp,
        detail: event,
      });
    }
  }

  private async offerToRules(event: object): Promise<void> {
    for (const { logicalId, properties } of this.template.listType('AWS::Events::Rule')) {
      if (!matchesPattern(this.template.resolve(properties['EventPattern']) as object, event)) continue;
      this.driven.add(logicalId);
      for (const { Arn } of properties['Targets']) {
        const arn = this.template.text(Arn);
        await this.invokeAsynchronously(
          this.template.findByArn('AWS::Lambda::Function', arn).logicalId,
          event,
        );
      }
    }
  }

  /** A call that keeps failing goes to the function's failure queue, sent in the name of its role. */
  private async invokeAsynchronously(functionId: string, event: unknown): Promise<void> {
    for (let tries = 1; tries <= ASYNCHRONOUS_TRIES; tries += 1) {
      try {
        await this.functions.invoke(functionId, event);
        return;
      } catch (error) {
        if (tries === ASYNCHRONOUS_TRIES) await this.keepFailedCall(functionId, event, error);
      }
    }
  }

  private async keepFailedCall(functionId: string, event: unknown, error: unknown): Promise<void> {
    const { TargetArn } = this.template.find(functionId).properties['DeadLetterConfig'] ?? {};
    if (TargetArn === undefined) throw error;
    const { logicalId } = this.template.findByArn('AWS::SQS::Queue', this.template.text(TargetArn));
    this.driven.add(logicalId);
    await this.recorder.as(this.functions.roleOf(functionId), () =>
      this.sqs.send(
        new SendMessageCommand({ QueueUrl: this.urlOf(logicalId), MessageBody: JSON.stringify(event) }),
      ),
    );
  }

  private arnOf(queueId: string): string {
    return this.template.physical(queueId).attributes['Arn'] ?? '';
  }
}

/** What SQS takes where a template says nothing. */
const DEFAULT_VISIBILITY_SECONDS = 30;
