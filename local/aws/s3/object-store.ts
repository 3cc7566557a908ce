import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../simulated-clock.ts';
import { systemErrorCode } from '../local-cloud-error.ts';
import { inTransaction, openStateDatabase } from '../state-database.ts';
import { assertConditions, type WriteConditions } from './conditions.ts';
import { fallbackPath, readablePath } from './object-path.ts';
import { type ObjectDescription, type ObjectRow, SCHEMA, type StoredObject, toObject } from './object-row.ts';
import { noSuchKey, S3Error } from './s3-error.ts';

/** Beside the buckets' directories: no bucket's name begins with a dot. */
const TEMPORARY = '.arriving';

/** What the file system answers when a file stands where a directory is wanted, or the other way round. */
const PATH_TAKEN = new Set(['EEXIST', 'EISDIR', 'ENOTDIR', 'ENOTEMPTY', 'EPERM']);

/** Buckets of objects in a directory. What a method did is on record when it returns. */
export class ObjectStore {
  readonly #directory: string;
  readonly #database: DatabaseSync;
  readonly #clock: Clock;

  constructor(options: { directory: string; indexFile: string; clock: Clock }) {
    this.#directory = options.directory;
    this.#clock = options.clock;
    this.#database = openStateDatabase(options.indexFile, SCHEMA);
    this.#settleArrivals();
  }

  close(): void {
    this.#database.close();
  }

  createBucket(name: string): void {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
      throw new S3Error(400, 'InvalidBucketName', `The specified bucket is not valid: ${name}`);
    }
    mkdirSync(path.join(this.#directory, name), { recursive: true });
    this.#database
      .prepare('INSERT OR IGNORE INTO buckets (name, created_at) VALUES (?, ?)')
      .run(name, this.#clock.now().toISOString());
  }

  hasBucket(name: string): boolean {
    return this.#database.prepare('SELECT 1 FROM buckets WHERE name = ?').get(name) !== undefined;
  }

  listBuckets(): { name: string; createdAt: string }[] {
    const rows = this.#database.prepare('SELECT * FROM buckets ORDER BY name').all();
    return rows.map((row) => ({ name: String(row['name']), createdAt: String(row['created_at']) }));
  }

  /** @throws S3Error if the bucket still holds an object */
  deleteBucket(name: string): void {
    if (this.#database.prepare('SELECT 1 FROM objects WHERE bucket = ? LIMIT 1').get(name)) {
      throw new S3Error(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty');
    }
    this.#database.prepare('DELETE FROM buckets WHERE name = ?').run(name);
    rmSync(path.join(this.#directory, name), { recursive: true, force: true });
  }

  find(bucket: string, key: string): StoredObject | undefined {
    const row = this.#row(bucket, key);
    return row && toObject(row);
  }

  /** The object with its content: both of the same version, since nothing can come between. */
  read(bucket: string, key: string): { object: StoredObject; content: Buffer } {
    const row = this.#row(bucket, key);
    if (!row) throw noSuchKey(key);
    return { object: toObject(row), content: readFileSync(this.#file(bucket, String(row['file']))) };
  }

  /** The first object behind a key, in the order of their UTF-8 bytes, among those that begin with `prefix`. */
  firstAfter(bucket: string, key: string, prefix: string): StoredObject | undefined {
    const row = this.#database
      .prepare('SELECT * FROM objects WHERE bucket = ? AND key > ? AND key >= ? ORDER BY key LIMIT 1')
      .get(bucket, key, prefix);
    const object = row && toObject(row);
    return object?.key.startsWith(prefix) ? object : undefined;
  }

  /**
   * Writes the object. A process that dies on the way leaves either the old object or the new one: the new row is
   * noted before the file is put in place, and whoever opens the store next sees by the file's digest how far it came.
   */
  put(
    bucket: string,
    key: string,
    content: Buffer,
    given: ObjectDescription,
    conditions: WriteConditions,
  ): StoredObject {
    const existing = this.#row(bucket, key);
    assertConditions(key, existing && toObject(existing), conditions);
    const written = this.#writeTemporary(content);
    const etag = digest(content);
    const row = {
      bucket,
      key,
      etag,
      size: content.length,
      modified_at: this.#clock.now().toISOString(),
      headers: JSON.stringify(given.headers),
      checksums: JSON.stringify(given.checksums),
    };
    for (const file of existing ? [String(existing['file'])] : this.#freePaths(bucket, key)) {
      if (!this.#moveIntoPlace(written, { ...row, file })) continue;
      return toObject({ ...row, file });
    }
    throw new Error(`no file could be made for the key ${key}`);
  }

  /** Deleting what is not there succeeds, as with the service. */
  delete(bucket: string, key: string, conditions: WriteConditions = {}): void {
    const row = this.#row(bucket, key);
    if (conditions.ifMatch !== undefined) assertConditions(key, row && toObject(row), conditions);
    if (!row) return;
    this.#database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?').run(bucket, key);
    const file = this.#file(bucket, String(row['file']));
    rmSync(file, { force: true });
    removeEmptyParents(path.dirname(file), path.join(this.#directory, bucket));
  }

  #row(bucket: string, key: string): Record<string, unknown> | undefined {
    return this.#database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(bucket, key);
  }

  #file(bucket: string, file: string): string {
    return path.join(this.#directory, bucket, file);
  }

  #freePaths(bucket: string, key: string): string[] {
    const owner = this.#database.prepare('SELECT 1 FROM objects WHERE bucket = ? AND file = ?');
    return [readablePath(key), fallbackPath(key)].filter((file) => owner.get(bucket, file) === undefined);
  }

  #writeTemporary(content: Buffer): string {
    const file = path.join(this.#directory, TEMPORARY, randomUUID());
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** False if the path is taken by a file or a directory of another object. */
  #moveIntoPlace(written: string, row: ObjectRow): boolean {
    const target = this.#file(row.bucket, row.file);
    this.#insert('arriving', row);
    try {
      mkdirSync(path.dirname(target), { recursive: true });
      renameSync(written, target);
    } catch (error) {
      this.#forgetArrival(row);
      if (PATH_TAKEN.has(systemErrorCode(error) ?? '')) return false;
      throw error;
    }
    this.#admit(row);
    return true;
  }

  #insert(table: 'arriving' | 'objects', row: ObjectRow): void {
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO ${table} (bucket, key, file, etag, size, modified_at, headers, checksums)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(row.bucket, row.key, row.file, row.etag, row.size, row.modified_at, row.headers, row.checksums);
  }

  #forgetArrival({ bucket, key }: ObjectRow): void {
    this.#database.prepare('DELETE FROM arriving WHERE bucket = ? AND key = ?').run(bucket, key);
  }

  #admit(row: ObjectRow): void {
    inTransaction(this.#database, () => {
      this.#insert('objects', row);
      this.#forgetArrival(row);
    });
  }

  /** Finishes or forgets what a process that died was about to write, and clears its temporary files away. */
  #settleArrivals(): void {
    for (const found of this.#database.prepare('SELECT * FROM arriving').all()) {
      const row = found as unknown as ObjectRow;
      if (digestOfFile(this.#file(row.bucket, row.file)) === row.etag) this.#admit(row);
      else this.#forgetArrival(row);
    }
    rmSync(path.join(this.#directory, TEMPORARY), { recursive: true, force: true });
  }
}

function digest(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

function digestOfFile(file: string): string | undefined {
  try {
    return digest(readFileSync(file));
  } catch {
    return undefined;
  }
}

function removeEmptyParents(directory: string, root: string): void {
  for (let current = directory; current !== root; current = path.dirname(current)) {
    try {
      rmdirSync(current);
    } catch {
      return; // another object's file is still in it
    }
  }
}
