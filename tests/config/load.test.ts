import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, loadConfig, loadTopicReaders, READERS_FOLDER } from '../../src/config/load.ts';
import { NO_READERS } from '../../src/domain/topics/topic-readers.ts';
import { loadPack } from '../domain/topics/load-pack.ts';

const SHIPPED = new URL('../../config', import.meta.url).pathname;
const ID = 'weapons-use-restrictions';
const PACK = loadPack(ID);
const scratch = mkdtempSync(join(tmpdir(), 'caveat-load-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the shipped configuration whose topic has one reader, or none. */
function configWith(reader: string | undefined): string {
  const dir = mkdtempSync(join(scratch, 'config-'));
  const filter = (path: string) => !path.endsWith(`/${READERS_FOLDER}`);
  cpSync(SHIPPED, dir, { recursive: true, dereference: true, filter });
  if (reader === undefined) return dir;
  const folder = join(dir, 'topics', ID, READERS_FOLDER);
  mkdirSync(folder);
  writeFileSync(join(folder, 'weapon-reader.json'), reader);
  return dir;
}

describe('a topic’s fitted readers', () => {
  test('are none where there is no folder of them', () => {
    expect(loadTopicReaders(configWith(undefined), PACK)).toEqual(NO_READERS);
  });

  test('that cannot be used do not stop those who read no article', () => {
    expect(loadConfig(configWith('{')).topics).toHaveLength(1);
  });

  test('that cannot be used are named to those who read articles', () => {
    const dir = configWith('{}');
    expect(() => loadTopicReaders(dir, PACK)).toThrow(ConfigError);
    expect(() => loadTopicReaders(dir, PACK)).toThrow(/readers\/weapon-reader\.json/);
  });
});
