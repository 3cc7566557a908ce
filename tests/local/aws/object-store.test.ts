import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ObjectStore } from '../../../local/aws/s3/object-store.ts';
import { systemClock } from '../../../local/simulated-clock.ts';
import { temporaryDirectory } from './test-cloud.ts';

let dir: string;

beforeEach(() => {
  dir = temporaryDirectory();
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

const indexFile = () => path.join(dir, 's3.sqlite');

function openStore(): ObjectStore {
  return new ObjectStore({ directory: path.join(dir, 's3'), indexFile: indexFile(), clock: systemClock });
}

function storeWith(content: string): void {
  const store = openStore();
  store.createBucket('bucket');
  store.put('bucket', 'page', Buffer.from(content), { headers: {}, checksums: {} }, {});
  store.close();
}

/** Leaves the index as a process would that died in the middle of a write. */
function dieAfter(...statements: string[]): void {
  const database = new DatabaseSync(indexFile());
  for (const statement of statements) database.exec(statement);
  database.close();
}

function contentAfterRestart(): string | undefined {
  const store = openStore();
  const content = store.find('bucket', 'page') && store.read('bucket', 'page').content.toString();
  store.close();
  return content;
}

describe('a write that its process did not live to finish', () => {
  it('counts if the file was in place already', () => {
    storeWith('new');
    dieAfter('INSERT INTO arriving SELECT * FROM objects', 'DELETE FROM objects');
    expect(contentAfterRestart()).toBe('new');
  });

  it('does not count if the old file is still in place', () => {
    storeWith('old');
    dieAfter(
      'INSERT INTO arriving SELECT * FROM objects',
      `UPDATE arriving SET etag = '"of the new content"', size = 99`,
    );
    expect(contentAfterRestart()).toBe('old');
  });

  it('does not count if there is no file yet', () => {
    storeWith('new');
    rmSync(path.join(dir, 's3', 'bucket', 'page'));
    dieAfter('INSERT INTO arriving SELECT * FROM objects', 'DELETE FROM objects');
    expect(contentAfterRestart()).toBeUndefined();
  });

  it('is settled once', () => {
    storeWith('new');
    dieAfter('INSERT INTO arriving SELECT * FROM objects');
    contentAfterRestart();
    const database = new DatabaseSync(indexFile());
    expect(database.prepare('SELECT * FROM arriving').all()).toEqual([]);
    database.close();
  });

  it('leaves no half-written file behind', () => {
    storeWith('new');
    const half = path.join(dir, 's3', '.arriving', 'half');
    mkdirSync(path.dirname(half), { recursive: true });
    writeFileSync(half, 'ha');
    openStore().close();
    expect(existsSync(half)).toBe(false);
  });
});
