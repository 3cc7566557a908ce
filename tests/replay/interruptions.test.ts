import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { statePaths } from '../../local/replay.ts';
import { unwritable } from '../unwritable-directory.ts';
import { ended, PROJECT_ROOT, runStart, spawnStart } from './run-start.ts';

const TIMEOUT_MS = 300_000;
const root = mkdtempSync(join(tmpdir(), 'caveat-start-'));
let count = 0;
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 10 }));

function freshDirectory(): string {
  count += 1;
  const dir = join(root, String(count));
  mkdirSync(dir);
  return dir;
}

describe('npm start', { timeout: TIMEOUT_MS }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stopped by %s leaves no process and no lock behind',
    async (signal) => {
      const dir = freshDirectory();
      const child = spawnStart(['--dir', dir]);
      const whole = ended(child);
      await once(child.stdout as NodeJS.ReadableStream, 'data');
      const lock = join(statePaths(dir).cloud, 'lock.json');
      const { env } = JSON.parse(readFileSync(lock, 'utf8')) as { env: Record<string, string> };
      // Nobody plays the language model: its address is one where nobody listens.
      const servers = Object.entries(env).filter(
        ([name]) => name.startsWith('AWS_ENDPOINT_URL_') && !name.endsWith('_BEDROCK_RUNTIME'),
      );
      expect(servers).toHaveLength(4);
      // To the whole process group, as a terminal does it on Ctrl-C.
      process.kill(-(child.pid as number), signal);
      const { code, stdout, stderr } = await whole;
      expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
      expect(stdout).toContain('Stopped. Start again to go on where this ended.');
      expect(() => process.kill(-(child.pid as number), 0)).toThrow('ESRCH');
      for (const [, url] of servers) expect(await isListening(url)).toBe(false);
      expect(existsSync(lock)).toBe(false);
    },
  );

  test('says that a directory is in use, and by whom', async () => {
    const dir = freshDirectory();
    const { cloud } = statePaths(dir);
    mkdirSync(cloud, { recursive: true });
    writeFileSync(join(cloud, 'lock.json'), JSON.stringify({ pid: process.pid, env: {} }));
    const { code, stderr } = await runStart('--dir', dir);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${cloud} is in use by process ${process.pid}: stop it, or, if that is not a local cloud, remove ${cloud}/lock.json\n`,
    );
    const fresh = await runStart('--dir', dir, '--fresh');
    expect(fresh).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is in use by another run: .*\n$/),
    });
    expect(existsSync(cloud)).toBe(true);
  });

  test('says that a directory cannot be written', async () => {
    const { code, stderr } = await runStart('--dir', join(unwritable(freshDirectory()), 'state'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+ cannot be written: make it writable, or choose another directory[^\n]*\n$/);
  });

  test('says that a file is in the way', async () => {
    const file = join(freshDirectory(), 'file');
    writeFileSync(file, '');
    const { code, stderr } = await runStart('--dir', file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+ is not a directory: remove the file that is in the way, [^\n]*\n$/);
  });

  test.each([
    [['--frsh'], /^Unknown option '--frsh'[^\n]*\n$/],
    [['--until', 'tomorrow'], /^--until tomorrow: choose a day from 2024-05-25 to 2024-06-01[^\n]*\n$/],
    [['--until', '2024-05-41'], /^--until 2024-05-41: choose a day from [^\n]*\n$/],
  ])('says what is wrong with %j', async (parameters, message) => {
    const { code, stderr } = await runStart(...parameters);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
  });

  test('--fresh forgets what it made itself, and leaves alone what lies beside it', async () => {
    const dir = freshDirectory();
    const { cloud } = statePaths(dir);
    mkdirSync(cloud, { recursive: true });
    writeFileSync(join(cloud, 'old'), '');
    writeFileSync(join(dir, 'letters.txt'), 'mine');
    const child = spawnStart(['--dir', dir, '--fresh']);
    const whole = ended(child);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.kill('SIGINT');
    await whole;
    expect(existsSync(join(cloud, 'old'))).toBe(false);
    expect(readFileSync(join(dir, 'letters.txt'), 'utf8')).toBe('mine');
  });

  test('--live without a network says of each feed that it was not reached, and what that means', async () => {
    const feeds = JSON.parse(readFileSync(join(PROJECT_ROOT, 'config', 'feeds.json'), 'utf8')).feeds.length;
    const preloaded = ['--import', join(import.meta.dirname, 'no-names.ts')];
    const live = [join('local', 'start.ts'), '--live', '--dir', freshDirectory()];
    const child = spawn(process.execPath, [...preloaded, ...live], { cwd: PROJECT_ROOT });
    const { code, stdout, stderr } = await ended(child);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`0 of ${feeds} feeds were read.`);
    expect(stdout.match(/^ {2}not reached: .+ \(dns-failed: .+\)$/gm)).toHaveLength(feeds);
    expect(stdout).toContain('No feed could be reached: is this machine connected to the internet?');
  });
});

function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
