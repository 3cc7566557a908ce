import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives each run of the tests a directory for what its files share, and removes it at the end. What they and their
 * processes load of libraries is compiled once.
 */
export default function setUp(): () => void {
  const dir = mkdtempSync(join(tmpdir(), 'caveat-tests-'));
  process.env['CAVEAT_TEST_RUN'] = dir;
  process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'node-compile-cache');
  return () => rmSync(dir, { recursive: true, force: true });
}
