/**
 * Runs one benchmark by the name of its folder, in a process of its own:
 *
 *     npm run bench -- feeds [its arguments]
 *
 * Without a name it lists them. A benchmark is `benchmarks/<name>/run.ts`; it prints its figures.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const [name, ...rest] = process.argv.slice(2);
const names = readdirSync(folder).filter((entry) => existsSync(join(folder, entry, 'run.ts')));

if (name === undefined || !names.includes(name)) {
  console.error(name === undefined ? 'Name a benchmark:' : `There is no benchmark "${name}". There are:`);
  console.error(names.map((known) => `  npm run bench -- ${known}`).join('\n'));
  process.exit(2);
}
const run = spawnSync(process.execPath, [join(folder, name, 'run.ts'), ...rest], { stdio: 'inherit' });
process.exit(run.status ?? 1);
