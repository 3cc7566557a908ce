import { createArticleStore } from '../adapters/dynamodb/article-store.ts';
import { createAuditLog } from '../adapters/dynamodb/audit-log.ts';
import { createCorrectionStore } from '../adapters/dynamodb/correction-store.ts';
import { createDenyStore } from '../adapters/dynamodb/deny-store.ts';
import { createDigestStore } from '../adapters/dynamodb/digest-store.ts';
import { createKnownArticles } from '../adapters/dynamodb/known-articles.ts';
import { createOverrideStore } from '../adapters/dynamodb/override-store.ts';
import { createQuestions } from '../adapters/dynamodb/questions.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createUntoldStore } from '../adapters/dynamodb/untold-store.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import { createPageArchive } from '../adapters/s3/page-archive.ts';
import { createDeadLetterDesk } from '../adapters/sqs/dead-letters.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import type { AppConfig } from '../config/load.ts';
import type { HouseNames } from '../contract/house-names.ts';
import type { CorrectDeps } from '../pipeline/correct-article.ts';
import type { DeadLetterDesk, DenyStore } from '../pipeline/operation-ports.ts';
import type { Questions } from '../pipeline/questions.ts';
import type { ReplayDeps } from '../pipeline/replay-articles.ts';
import { readingOf } from './reading.ts';

export interface Operations {
  /** What reading articles again and putting them right needs; the deny list as it stood when this was made. */
  readonly rereading: CorrectDeps & ReplayDeps;
  readonly deny: DenyStore;
  readonly deadLetters: DeadLetterDesk;
  readonly questions: Questions;
}

/** @param configDir - where `config` lies */
export async function createOperations(
  names: HouseNames,
  config: AppConfig,
  configDir: string,
): Promise<Operations> {
  const table = new Table(names.table);
  const deny = createDenyStore(table);
  const questions = createQuestions(table);
  return {
    deny,
    questions,
    deadLetters: createDeadLetterDesk(names),
    rereading: {
      known: createKnownArticles(table),
      articles: createArticleStore(table),
      archive: createArchive(names.bucket),
      pages: createPageArchive(names.bucket),
      overrides: createOverrideStore(table),
      corrections: createCorrectionStore(table),
      digests: createDigestStore(table),
      untold: createUntoldStore(table),
      audit: createAuditLog(table),
      foldQueue: createQueue(names.queueUrls.fold),
      questions,
      denied: await deny.list(),
      ...readingOf(config, configDir),
    },
  };
}
