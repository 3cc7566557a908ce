import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SimulatedClock } from '../../local/simulated-clock.ts';
import { createCorrectionStore } from '../../src/adapters/dynamodb/correction-store.ts';
import { createDigestStore } from '../../src/adapters/dynamodb/digest-store.ts';
import { articleKey, countryPartition, type Key } from '../../src/adapters/dynamodb/keys.ts';
import { createSubscriberStore } from '../../src/adapters/dynamodb/subscriber-store.ts';
import { type Row, Table } from '../../src/adapters/dynamodb/table.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../src/contract/env.ts';
import type { DeliveryMessage, FoldMessage, ItemMessage } from '../../src/contract/messages.ts';
import { subscriberId } from '../../src/pipeline/subscriber-id.ts';
import { dumpState, type StateDump } from '../replay/dump-state.ts';
import { type MailFault, startFaultyMailService } from './faulty-mail-service.ts';
import type { LocalStack } from './local-stack.ts';
import { TABLE_NAME } from './template.ts';

/** How many messages a queue gave up, and how many were left after they were brought back. */
export interface Redrive {
  readonly given: number;
  readonly left: number;
}

/** What the days after the week came to. */
export interface Aftermath {
  readonly redrives: Readonly<Record<string, Redrive>>;
  /** Calls that nobody waited for, failed, and are kept. */
  readonly failedCalls: number;
  /** What each use of a link was answered. */
  readonly linkAnswers: readonly number[];
  readonly state: StateDump;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** In which the table does not answer. */
const NO_TABLE = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9', AWS_MAX_ATTEMPTS: '1' };
const TOPIC = 'weapons-use-restrictions';
const LAST_DIGEST = '2024-06-01';
const READER = subscriberId('reader@caveat.example');

/** A second deployment, hours without a table, a mail service in trouble, and readers who come and leave. */
export async function liveThroughTrouble(stack: LocalStack, clock: SimulatedClock): Promise<Aftermath> {
  const days = new TroubledDays(stack, clock);
  days.deployAgain();
  await days.repeatIn('DK', 'DE');
  await days.printAgain('NATO');
  const redrives = {
    'ingest-article': await days.loseTable('ingest-article', () => days.pollTick()),
    'poll-feeds': await days.loseTable('poll-feeds', () => days.pollTick()),
    'fold-ledger': await days.loseTable('fold-ledger', () => days.forgetCountry('DE')),
    'deliver-digest': await days.loseMailService('throttles', () => days.mailEverything('one')),
  };
  await days.failCalls();
  await days.loseMailService('hangs-up', () => days.mailEverything('two'));
  await days.giveUpClaims();
  const linkAnswers = await days.useLinks();
  return { redrives, linkAnswers, failedCalls: days.countFailedCalls(), state: await dumpState(stack.cloud) };
}

class TroubledDays {
  private readonly stack: LocalStack;
  private readonly clock: SimulatedClock;
  private readonly table = new Table(TABLE_NAME);
  private readonly sqs = new SQSClient({});
  private variables: Record<string, string> = {};
  /** The feed that is known under two addresses. */
  private twoAddressed = '';

  constructor(stack: LocalStack, clock: SimulatedClock) {
    this.stack = stack;
    this.clock = clock;
  }

  /** Other readers, one feed less, one renamed, and one more under an address that serves known articles. */
  deployAgain(): void {
    const config = join(this.stack.cloud.mails.directory, '..', 'second-config');
    cpSync(join(this.stack.functions.assetDirOf('plan-polls'), 'config'), config, { recursive: true });
    edit(join(config, 'digest.json'), (digest) => ({
      ...digest,
      recipients: ['reader@caveat.example', 'bounce@caveat.example', 'complaint@caveat.example'],
    }));
    edit(join(config, 'feeds.json'), ({ feeds: [, second, third, ...rest] }) => {
      this.twoAddressed = third.id;
      return {
        feeds: [
          { ...second, publisher: `${second.publisher} Weekly` },
          third,
          anotherAddressOf(third),
          ...rest,
        ],
      };
    });
    this.variables = { CONFIG_DIR: config };
    for (const name of FUNCTION_NAMES) this.start(name);
  }

  /** Two days on: longer than any feed may be left alone. */
  async pollTick(): Promise<void> {
    this.passTime(2 * DAY_MS);
    await this.stack.planPolls(this.clock.now());
  }

  /** A country's positions vanish, as after a correction, and its ledger is to be worked out anew. */
  async forgetCountry(country: string): Promise<void> {
    for (const { pk, sk } of await this.listPositions(country)) {
      await this.table.delete({ pk, sk } as Key & Row);
    }
    await this.send<FoldMessage>('fold-ledger', { topic: TOPIC, country });
  }

  /** Another country does today what the first has done, and a reader wants to know at once. */
  async repeatIn(country: string, first: string): Promise<void> {
    const day = this.clock.now().toISOString().slice(0, 10);
    for (const position of await this.listPositions(first)) {
      await this.table.put({
        ...position,
        pk: countryPartition(TOPIC, country),
        sk: [day, position['articleId'], position['positionId']].join('#'),
        country,
        supplier: country,
        statementDate: day,
      });
    }
    await createSubscriberStore(this.table).setChoice(READER, { preference: 'daily', notices: true });
    await this.send<FoldMessage>('fold-ledger', { topic: TOPIC, country });
    await this.stack.drain();
  }

  /** A feed tells of an article's page for printing, which says whose copy it is. */
  async printAgain(country: string): Promise<void> {
    const positions = await this.listPositions(country);
    const articles = await Promise.all(
      positions.map(({ articleId }) => this.table.get(articleKey(String(articleId)))),
    );
    const article = articles.find((row) => row?.['feedId'] === this.twoAddressed);
    if (!article) throw new Error(`the week brought no article of ${this.twoAddressed} about ${country}`);
    await this.send<ItemMessage>('ingest-article', {
      itemId: 'item-of-the-page-for-printing',
      feedId: `${this.twoAddressed}-again`,
      url: `${String(article['url'])}?view=print`,
      title: 'The page for printing',
      firstSeenAt: this.clock.now().toISOString(),
    });
    await this.stack.drain();
  }

  /** A digest with a correction, an old digest once more, a question to a new reader, a notice, a digest that never was. */
  async mailEverything(name: string): Promise<void> {
    this.passTime(DAY_MS);
    const email = `${name}@caveat.example`;
    const reader = { subscriberId: subscriberId(email), email, since: this.clock.now().toISOString() };
    const subscribers = createSubscriberStore(this.table);
    await subscribers.addUnlessKnown({ ...reader, status: 'pending', preference: 'daily', notices: true });
    await createDigestStore(this.table).requestResend(TOPIC, LAST_DIGEST);
    await createCorrectionStore(this.table).add(correction(name));
    await this.stack.sendDigest(this.clock.now());
    await this.send<DeliveryMessage>('deliver-digest', {
      kind: 'notice',
      topic: TOPIC,
      noticeId: await this.findNotice(name),
      subscriberId: READER,
    });
    await this.send<DeliveryMessage>('deliver-digest', {
      kind: 'digest',
      topic: TOPIC,
      date: '2001-01-01',
      subscriberId: READER,
    });
  }

  /** A queue's function works without its table until everything is given up, then with it. */
  loseTable(consumer: FunctionName, work: () => Promise<void>): Promise<Redrive> {
    return this.giveUpAndRedrive(consumer, NO_TABLE, work);
  }

  async loseMailService(fault: MailFault, work: () => Promise<void>): Promise<Redrive> {
    const service = await startFaultyMailService(fault);
    try {
      return await this.giveUpAndRedrive('deliver-digest', { AWS_ENDPOINT_URL_SESV2: service.url }, work);
    } finally {
      service.close();
    }
  }

  /** Calls that nobody waits for fail too, and are kept. */
  async failCalls(): Promise<void> {
    for (const name of ['plan-polls', 'send-digest', 'check-health', 'mail-events'] as const) {
      this.start(name, NO_TABLE);
    }
    await this.pollTick();
    await this.stack.sendDigest(this.clock.now());
    await this.stack.checkHealth(this.clock.now());
    this.start('send-digest');
    await this.stack.sendDigest(this.clock.now()); // its mails' events meet a function that fails
    await this.stack.drain();
    for (const name of ['plan-polls', 'check-health', 'mail-events'] as const) this.start(name);
  }

  /** Claims that were never answered are given up by the next tick. */
  async giveUpClaims(): Promise<void> {
    this.passTime(HOUR_MS);
    await this.stack.sendDigest(this.clock.now());
    await this.stack.drain();
  }

  /** New readers agree, a scanner opens a link, its reader uses it twice, and a stranger makes one up. */
  async useLinks(): Promise<number[]> {
    const { mails } = await dumpState(this.stack.cloud);
    const links = mails.map(({ link }) => link);
    const confirming = links.filter((link) => link.includes('?confirm='));
    const leaving = links.findLast((link) => link.includes('?token=')) ?? '';
    const uses = [
      ...confirming.map((link) => ['POST', link] as const),
      ...(['GET', 'POST', 'POST'] as const).map((method) => [method, leaving] as const),
      ['POST', leaving.replace(/token=.*/, `token=${'x'.repeat(43)}`)] as const,
    ];
    const answers: number[] = [];
    for (const [method, link] of uses) answers.push((await this.stack.openLink(method, link)).statusCode);
    return answers;
  }

  countFailedCalls(): number {
    const failures = this.stack.template
      .listType('AWS::SQS::Queue')
      .filter(({ logicalId }) => logicalId.startsWith('Failures'));
    return failures.reduce((sum, { logicalId }) => sum + this.stack.depthOf(logicalId), 0);
  }

  private listPositions(country: string): Promise<Row[]> {
    return this.table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': countryPartition(TOPIC, country) },
    });
  }

  private start(name: FunctionName, changes: Record<string, string> = {}): void {
    this.stack.functions.coldStart(this.stack.functions.idOf(name), { ...this.variables, ...changes });
  }

  private passTime(ms: number): void {
    this.clock.advanceTo(new Date(this.clock.now().getTime() + ms));
  }

  private async send<M>(consumer: FunctionName, message: M): Promise<void> {
    const QueueUrl = this.stack.urlOf(this.stack.queueOf(consumer));
    await this.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
  }

  /** A notice of the week. Another name for each use, since nobody is sent one twice. */
  private async findNotice(name: string): Promise<string> {
    const [notice] = await this.table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `TOPIC#${TOPIC}#NOTICES` },
    });
    if (!notice) throw new Error('the week brought no notice');
    const noticeId = [notice['noticeId'], name].join('-');
    await this.table.put({ ...notice, sk: noticeId, noticeId });
    return noticeId;
  }

  private async giveUpAndRedrive(
    consumer: FunctionName,
    fault: Record<string, string>,
    work: () => Promise<void>,
  ): Promise<Redrive> {
    const queue = this.stack.queueOf(consumer);
    this.start(consumer, fault);
    await work();
    await this.stack.drain();
    this.start(consumer);
    const given = await this.stack.redrive(queue);
    await this.stack.drain();
    return { given, left: this.stack.depthOf(this.stack.deadLettersOf(queue)) };
  }
}

function correction(name: string) {
  return {
    topic: TOPIC,
    correctionId: `correction-${name}`,
    digestDate: LAST_DIGEST,
    was: 'permitted',
    now: 'permitted with limits',
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the files are checked when the functions read them
type Json = any;

function edit(path: string, change: (value: Json) => Json): void {
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
}

function anotherAddressOf(feed: Json): Json {
  return { ...feed, id: `${feed.id}-again`, url: `${feed.url}?again` };
}
