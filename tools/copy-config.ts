import { cpSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { READERS_FOLDER } from '../src/config/load.ts';

const USAGE = 'usage: node tools/copy-config.ts [--without-readers] FROM TO';

/** Copies the configuration beside a function's bundle: links as what they lead to, since nothing else is uploaded. */
function main(): void {
  const { values, positionals } = parseArgs({
    options: { 'without-readers': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [from, to] = positionals;
  if (from === undefined || to === undefined || positionals.length > 2) {
    console.error(USAGE);
    process.exit(2);
  }
  const leaveOut = values['without-readers'] ? READERS_FOLDER : undefined;
  const filter = (path: string) => path === from || basename(path) !== leaveOut;
  cpSync(from, to, { recursive: true, dereference: true, filter });
}

main();
