import { DatabaseSync } from 'node:sqlite';
import { LocalCloudError } from './local-cloud-error.ts';

/**
 * Opens a SQLite file whose committed changes outlive the process.
 *
 * With the write-ahead log a commit is in the system's hands when it returns, so that killing the process loses
 * nothing. `NORMAL` spares the flush to the disk, which only a power cut would miss.
 *
 * @throws LocalCloudError if the file is not a database of this program
 */
export function openStateDatabase(file: string, schema: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(schema);
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LocalCloudError(
      `${file} cannot be opened (${reason}): remove the local state and start again`,
      {
        cause: error,
      },
    );
  }
}

/** Runs `change` so that all of it happens or nothing does. */
export function inTransaction<T>(database: DatabaseSync, change: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
