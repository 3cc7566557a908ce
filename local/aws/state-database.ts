import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a SQLite file whose committed changes outlive the process.
 *
 * With the write-ahead log a commit is in the system's hands when it returns, so that killing the process loses
 * nothing. `NORMAL` spares the flush to the disk, which only a power cut would miss.
 */
export function openStateDatabase(file: string, schema: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(schema);
  return database;
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
