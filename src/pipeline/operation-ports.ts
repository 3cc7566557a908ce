import type { VitalSignName } from '../contract/metrics.ts';
import type { QueueName } from '../contract/queues.ts';
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
