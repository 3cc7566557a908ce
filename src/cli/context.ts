import type { Check } from '../domain/health/check.ts';
import type { TopicPack } from '../domain/topics/topic-pack.ts';
import type { TopicReaders } from '../domain/topics/topic-readers.ts';
import type { CorrectDeps } from '../pipeline/correct-article.ts';
import type { DigestDesk } from '../pipeline/digest-desk.ts';
import type { DeadLetterDesk, DenyStore } from '../pipeline/operation-ports.ts';
import type { SubscriberStore } from '../pipeline/ports.ts';
import type { ArchiveSiteDeps } from '../pipeline/publish-archive-site.ts';
import type { Questions } from '../pipeline/questions.ts';
import type { ReplayDeps } from '../pipeline/replay-articles.ts';
import type { Web } from '../pipeline/web.ts';
import type { Format } from './format.ts';

/** What the commands need of the door they stand behind. */
export interface CliContext {
  /** Opens the table that the options name, or the local store. Closed by whoever opened it. */
  openQuestions(
    options: StoreOptions,
  ): Promise<{ questions: Questions; readonly close: () => Promise<void> }>;
  /** Opens what an archive site is written from, to be written to a folder. Closed by whoever opened it. */
  openArchiveSite(options: ArchiveSiteOptions): Promise<OpenedArchiveSite>;
  /** What runs a house: loaded by the commands that do, and by no other. */
  operations(): Promise<OperationsDoor>;
  /** Opens the digests of the same store, and what one is compiled from. */
  openDigests(options: StageOptions): Promise<{ desk: DigestDesk; readonly close: () => Promise<void> }>;
  openSubscribers(
    options: StoreOptions,
  ): Promise<{ subscribers: SubscriberStore; readonly close: () => Promise<void> }>;
  /** Where `feeds.json` and its neighbours lie. */
  readonly configDir: string;
  /** The web itself, for trying feeds. @param contact whom a publisher can reach */
  openWeb(contact: string): Promise<Web>;
  /** Waits so long: between two requests to one host. */
  pause(ms: number): Promise<void>;
  /** The configured packs; the first is the topic that commands are about unless they say otherwise. */
  loadTopics(): readonly TopicPack[];
  /** The fitted readers of a configured topic, for the commands that read articles. */
  loadReaders(pack: TopicPack): TopicReaders;
  write(text: string): void;
  /** What a pipe should not contain. */
  writeNote(text: string): void;
  /** Says how far a longer command is, to eyes only. */
  progress(text: string): void;
  /** Shows a file in whatever opens its kind on this machine. @throws UsageError when nothing does */
  openFile(path: string): Promise<void>;
  /** Lets the process end as failed, once all is printed. */
  fail(): void;
  readonly isTerminal: boolean;
  /** How many characters a line of text may have. */
  readonly columns: number;
  /** Today in UTC, `YYYY-MM-DD`. */
  readonly today: string;
  /** ISO 8601 UTC. */
  readonly now: string;
}

/** The commands that run a house. What they take and answer is theirs; how it is reached is the door's. */
export interface OperationsDoor {
  /** Looks at the account before a deployment. */
  examine(options: StageOptions): Promise<Check[]>;
  /** Looks at the house after it. */
  status(options: StoreOptions): Promise<Check[]>;
  /** Opens a house to be worked on. Closed by whoever opened it. */
  open(options: StoreOptions): Promise<OpenedOperations>;
}

export interface OpenedOperations {
  readonly rereading: CorrectDeps & ReplayDeps;
  readonly deny: DenyStore;
  readonly deadLetters: DeadLetterDesk;
  readonly questions: Questions;
  /** When the command began, ISO 8601 UTC. */
  readonly now: string;
  /** Who gave it. */
  readonly by: string;
  /** Works off what the command has asked for, where no function does. */
  readonly close: () => Promise<void>;
}

export type StageOptions = Pick<StoreOptions, 'stage' | 'region' | 'profile'>;

export interface StoreOptions {
  /** A deployed stage: its stack tells where table, bucket and queues are. */
  readonly stage?: string | undefined;
  readonly table?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
}

export interface ArchiveSiteOptions extends StoreOptions {
  /** The bucket beside `table`. */
  readonly bucket?: string | undefined;
  readonly topic: string;
  readonly out: string;
}

export interface OpenedArchiveSite {
  readonly deps: ArchiveSiteDeps;
  readonly close: () => Promise<void>;
}

export interface QueryOptions extends StoreOptions {
  readonly format?: Format | undefined;
  readonly topic?: string | undefined;
}
