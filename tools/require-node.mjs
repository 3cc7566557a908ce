// Runs on any Node: says in one line what is missing before something newer fails in many.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const needed = engines.node.replace('>=', '');
const [neededMajor, neededMinor] = needed.split('.').map(Number);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `Caveat needs Node ${needed} or newer, this is ${process.versions.node}. On Linux x64 "npm ci" brings one along unless optional packages are left out; elsewhere install it from https://nodejs.org.`,
  );
  process.exit(1);
}
