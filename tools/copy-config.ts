import { cpSync } from 'node:fs';

/** Copies the configuration beside a function's bundle: `node tools/copy-config.ts FROM TO`. */
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error('usage: node tools/copy-config.ts FROM TO');
  process.exit(2);
}
cpSync(from, to, { recursive: true });
