import type { VitalSignName } from '../contract/metrics.ts';
import type { QueueName } from '../contract/queues.ts';
import type { Override } from '../domain/corrections/override.ts';
import type { DenyEntry, DenyKind } from '../domain/deny/denied.ts';
import type { SettledItem } from './outcome.ts';

/** What running the house needs of the world, beside what its steps need (`ports.ts`). All instants are ISO 8601 in UTC. */

/** Numbers that alarms watch, by the names of the contract. What is undefined is not recorded. */
export interface Metrics {
  record(signs: Readonly<Record<VitalSignName, number | undefined>>): void;
}

/** What was settled since the last digest, seen from its end. */
export interface RecentItems {
  /** The newest first, at most so many. */
  listNewestItems(count: number): Promise<SettledItem[]>;
}

export interface QueueCounts {
  /** Messages that may be received now. */
  readonly waiting: number;
  /** Messages that somebody works on, or that failed and come back. */
  readonly inFlight: number;
  /** Messages that were sent with a delay which is not over. */
  readonly delayed: number;
}

/** The queues whose dead letters are kept: those of the contract, and the calls of schedules and events. */
export type DeadLetterQueue = QueueName | 'call';

/** The account a house is or shall be deployed in, as far as that can be asked. Each throws what AWS answers. */
export interface Account {
  /** Undefined when neither the environment nor the profile names one. */
  findRegion(): Promise<string | undefined>;
  identity(): Promise<{ readonly account: string; readonly arn: string }>;
  /** Version of what `cdk bootstrap` has set up in the region; undefined when it never ran there. */
  findBootstrapVersion(): Promise<number | undefined>;
  findStack(name: string): Promise<DeployedStack | undefined>;
  mail(): Promise<MailAccount>;
  /** How SES knows an address, by itself or by its domain. */
  identityState(address: string): Promise<'verified' | 'pending' | 'absent'>;
  /** Function calls that the account may run at once. */
  concurrency(): Promise<number>;
}

export interface DeployedStack {
  /** As CloudFormation says it, such as `CREATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface MailAccount {
  /** In the sandbox mail goes to verified addresses only. */
  readonly inSandbox: boolean;
  readonly maySend: boolean;
  readonly mailsPerDay: number;
  readonly mailsPerSecond: number;
}

export interface DeadLetter {
  readonly queue: DeadLetterQueue;
  readonly messageId: string;
  readonly sentAt: string;
  /** How often it was taken before it was given up, and since. */
  readonly receiveCount: number;
  readonly body: string;
}

/** Which dead letters are meant; of a message that is not there nothing is done. */
export type Chosen = readonly string[] | 'all';

/** The dead letters of all queues. Looking at one hides it from others for some seconds. */
export interface DeadLetterDesk {
  list(queue: DeadLetterQueue): Promise<DeadLetter[]>;
  /** Puts them back on the queue they come from, each before it is taken away here. @returns how many */
  redrive(queue: QueueName, chosen: Chosen): Promise<number>;
  /** Takes them away for good. @returns how many */
  discard(queue: DeadLetterQueue, chosen: Chosen): Promise<number>;
}

/** What a person has done to the house, kept for ever. */
export interface AuditEntry {
  readonly at: string;
  /** Who, as far as the machine knows. */
  readonly by: string;
  /** The command, such as `correct`. */
  readonly act: string;
  /** Ids, addresses and counts; no article's text. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(): Promise<AuditEntry[]>;
}

/** Whom we leave alone, or do not believe. */
export interface DenyStore {
  /** Strongly consistent: what was denied is denied from the next message on. */
  list(): Promise<DenyEntry[]>;
  add(entry: DenyEntry): Promise<void>;
  /** @returns false when there was no such entry */
  remove(kind: DenyKind, value: string): Promise<boolean>;
}

/** A person's word on one article in one topic, which stands above the rules. */
export interface OverrideStore {
  listOf(articleId: string): Promise<Override[]>;
  save(override: Override): Promise<void>;
}

/** The archive's raw pages, for reading them again. */
export interface PageArchive {
  /** Pages archived on a day of UTC, in the order of their keys. */
  listPages(day: string): Promise<ArchivedPage[]>;
  /** @returns undefined when there is none, or no longer */
  findPage(key: string): Promise<{ readonly bytes: Uint8Array; readonly origin: PageOrigin } | undefined>;
}

export interface ArchivedPage {
  readonly key: string;
  readonly articleId: string;
}

/** What was known of a page when it was archived. Pages of earlier versions carry their address alone. */
export interface PageOrigin {
  readonly url?: string | undefined;
  readonly itemId?: string | undefined;
  readonly feedId?: string | undefined;
}
