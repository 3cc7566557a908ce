import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../lib/names.ts';
import { writeReplayConfig } from '../../local/replay-config.ts';
import { onceARun } from '../once-a-run.ts';

const CDK = join(PROJECT_ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk');

/**
 * What `cdk synth` writes for the replay's configuration, made once a run of the tests, by a process that has neither
 * an account nor, where the system lets us take it away, a network.
 *
 * @returns the assembly's directory
 */
export async function sharedAssembly(): Promise<string> {
  const dir = await onceARun('assembly', synthesize);
  return join(dir, 'cdk.out');
}

async function synthesize(dir: string): Promise<void> {
  const config = join(dir, 'config');
  const home = join(dir, 'home');
  mkdirSync(home);
  writeReplayConfig(config);
  const cdk = [process.execPath, CDK, 'synth', '--quiet', '--output', join(dir, 'cdk.out')];
  const choices = ['-c', `config=${config}`, '-c', 'sourceMaps=true'];
  const [command = '', ...parameters] = [...withoutNetwork(), ...cdk, ...choices];
  const { PATH = '' } = process.env;
  const child = spawn(command, parameters, {
    cwd: PROJECT_ROOT,
    env: { PATH, HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`cdk synth ended with ${code}\n${said}`);
}

/** A network of its own has no way out. Not every system lets a user make one. */
export function withoutNetwork(): string[] {
  const namespaces = ['--user', '--map-root-user', '--net'];
  return spawnSync('unshare', [...namespaces, 'true']).status === 0 ? ['unshare', ...namespaces] : [];
}
