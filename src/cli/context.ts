import type { TopicPack } from '../domain/topics/topic-pack.ts';
import type { ArchiveSiteDeps } from '../pipeline/publish-archive-site.ts';
import type { Questions } from '../pipeline/questions.ts';
import type { Format } from './format.ts';

/** What the commands need of the door they stand behind. */
export interface CliContext {
  /** Opens the table that the options name, or the local store. Closed by whoever opened it. */
  openQuestions(options: StoreOptions): Promise<{ questions: Questions; close(): Promise<void> }>;
  /** Opens what an archive site is written from, to be written to a folder. Closed by whoever opened it. */
  openArchiveSite(options: ArchiveSiteOptions): Promise<OpenedArchiveSite>;
  /** The configured packs; the first is the topic that commands are about unless they say otherwise. */
  loadTopics(): readonly TopicPack[];
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Today in UTC, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface StoreOptions {
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
  close(): Promise<void>;
}

export interface QueryOptions extends StoreOptions {
  readonly format?: Format | undefined;
  readonly topic?: string | undefined;
}
