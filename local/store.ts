import { createDigestStore } from '../src/adapters/dynamodb/digest-store.ts';
import { createQuestions } from '../src/adapters/dynamodb/questions.ts';
import { Table } from '../src/adapters/dynamodb/table.ts';
import { createUntoldStore } from '../src/adapters/dynamodb/untold-store.ts';
import { createArchive } from '../src/adapters/s3/archive.ts';
import { LOCAL_BUCKET, LOCAL_TABLE } from './house.ts';

/** The local table and bucket as the reports read them. The house must be open. */
export function openStore() {
  const table = new Table(LOCAL_TABLE);
  return {
    questions: createQuestions(table),
    digests: createDigestStore(table),
    untold: createUntoldStore(table),
    archive: createArchive(LOCAL_BUCKET),
  };
}
export type Store = ReturnType<typeof openStore>;
