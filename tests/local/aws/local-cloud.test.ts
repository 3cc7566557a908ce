import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeServer } from '../../../local/aws/http-service.ts';
import { startLocalCloud } from '../../../local/aws/local-cloud.ts';
import { describeDirectoryError, runningCloudEnv } from '../../../local/aws/state-directory.ts';
import { systemClock } from '../../../local/simulated-clock.ts';
import { unwritable } from '../../unwritable-directory.ts';
import { startTestCloud, type TestCloud, temporaryDirectory } from './test-cloud.ts';

let clouds: TestCloud[] = [];

async function start(options: Parameters<typeof startTestCloud>[0] = {}): Promise<TestCloud> {
  const cloud = await startTestCloud(options);
  clouds.push(cloud);
  return cloud;
}

afterEach(async () => {
  for (const cloud of clouds) await cloud.discard();
  clouds = [];
  vi.unstubAllEnvs();
});

/** The id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('the environment', () => {
  it('leads to 127.0.0.1 and nowhere else', async () => {
    const { env } = await start();
    const endpoints = Object.entries(env).filter(([name]) => name.startsWith('AWS_ENDPOINT_URL_'));
    expect(endpoints.map(([name]) => name).sort()).toEqual([
      'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
      'AWS_ENDPOINT_URL_DYNAMODB',
      'AWS_ENDPOINT_URL_S3',
      'AWS_ENDPOINT_URL_SESV2',
      'AWS_ENDPOINT_URL_SQS',
    ]);
    for (const [, url] of endpoints) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('wins over the settings of somebody who uses AWS', async () => {
    const home = temporaryDirectory();
    const settings = '[profile work]\nregion = us-west-2\nignore_configured_endpoint_urls = true\n';
    writeFileSync(path.join(home, 'config'), settings);
    writeFileSync(
      path.join(home, 'credentials'),
      '[work]\naws_access_key_id = real\naws_secret_access_key = real\n',
    );
    vi.stubEnv('AWS_PROFILE', 'work');
    vi.stubEnv('AWS_CONFIG_FILE', path.join(home, 'config'));
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(home, 'credentials'));
    vi.stubEnv('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true');
    vi.stubEnv('AWS_SESSION_TOKEN', 'real');
    const cloud = await start();
    cloud.createBucket('bucket');
    const s3 = new S3Client({ maxAttempts: 1 });
    await s3.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'k', Body: 'local' }));
    expect(await s3.config.credentials()).toMatchObject({ accessKeyId: 'local' });
    expect(await s3.config.region()).toBe('eu-central-1');
    s3.destroy();
  });
});

describe('a port', () => {
  it('may be given', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await vi.waitFor(() => expect(probe.listening).toBe(true));
    const { port } = probe.address() as AddressInfo;
    await closeServer(probe);
    const cloud = await start({ ports: { s3: port } });
    expect(cloud.env['AWS_ENDPOINT_URL_S3']).toBe(`http://127.0.0.1:${port}`);
  });

  it.each([
    { service: 's3', name: 'S3', database: 'dynalite' },
    { service: 'sqs', name: 'SQS', database: 'dynalite' },
    { service: 'ses', name: 'SES', database: 'dynalite' },
    { service: 'dynamodb', name: 'DynamoDB', database: 'dynalite' },
    { service: 'dynamodb', name: 'DynamoDB', database: undefined },
  ] as const)(
    'that is taken is named, with a remedy: $service $database',
    async ({ service, name, database }) => {
      const other = createServer().listen(0, '127.0.0.1');
      await vi.waitFor(() => expect(other.listening).toBe(true));
      const { port } = other.address() as AddressInfo;
      const dir = temporaryDirectory();
      const attempt = startLocalCloud({ dir, clock: systemClock, database, ports: { [service]: port } });
      await expect(attempt).rejects.toThrow(
        `port ${port} for ${name} is in use: stop the program that holds it, or choose another port or none`,
      );
      await closeServer(other);
      await start({ dir, database, ports: { [service]: port } });
    },
  );
});

describe('the directory', () => {
  it('holds everything that was there before', async () => {
    const first = await start();
    first.createBucket('bucket');
    const early = new S3Client({});
    await early.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'k', Body: 'kept' }));
    early.destroy();
    await first.close();
    const second = await start({ dir: first.dir });
    const s3 = new S3Client({});
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'k' }));
    expect(await Body?.transformToString()).toBe('kept');
    expect(second.notes).toEqual([]);
    s3.destroy();
  });

  it('is for one cloud at a time', async () => {
    const { dir } = await start();
    await expect(startLocalCloud({ dir, clock: systemClock })).rejects.toThrow(
      `${dir} is in use by process ${process.pid}: stop it, or, if that is not a local cloud, remove ${dir}/lock.json`,
    );
  });

  it('tells others how to reach the cloud that runs', async () => {
    const cloud = await start();
    expect(runningCloudEnv(cloud.dir)).toEqual(cloud.env);
    await cloud.close();
    expect(runningCloudEnv(cloud.dir)).toBeUndefined();
  });

  it('is taken over from a process that died, which is noted', async () => {
    const dir = temporaryDirectory();
    const pid = deadPid();
    writeFileSync(path.join(dir, 'lock.json'), JSON.stringify({ pid, env: {} }));
    expect(runningCloudEnv(dir)).toBeUndefined();
    const cloud = await start({ dir });
    expect(cloud.notes).toEqual([`took over ${dir} from process ${pid}, which ended without closing it`]);
    expect(JSON.parse(readFileSync(path.join(dir, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it.each(['', '{"pid":', 'null', '[]'])('is taken over where the lock cannot be read: %j', async (text) => {
    const dir = temporaryDirectory();
    writeFileSync(path.join(dir, 'lock.json'), text);
    await start({ dir });
    expect(runningCloudEnv(dir)).toBeDefined();
  });

  it('is free again after a start that failed', async () => {
    const dir = temporaryDirectory();
    writeFileSync(
      path.join(dir, 'sqs.sqlite'),
      'not a database, and long enough to be taken for one'.repeat(100),
    );
    await expect(startLocalCloud({ dir, clock: systemClock })).rejects.toThrow(
      `${dir}/sqs.sqlite cannot be opened (file is not a database): remove the local state and start again`,
    );
    expect(readdirSync(dir).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('cannot be a file', async () => {
    const file = path.join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    for (const dir of [file, path.join(file, 'below')]) {
      await expect(startLocalCloud({ dir, clock: systemClock })).rejects.toThrow(
        `${dir} is not a directory: remove the file that is in the way, or choose another directory`,
      );
    }
  });

  it('has to be writable', () => {
    const state = path.join(unwritable(temporaryDirectory()), 'state');
    const program = path.resolve(import.meta.dirname, 'start-cloud.ts');
    const { stdout } = spawnSync(process.execPath, [program, state], { encoding: 'utf8' });
    expect(stdout).toBe(
      `LocalCloudError: ${state} cannot be written: make it writable, or choose another directory for the local state\n`,
    );
  });

  it.each([
    { code: 'EACCES', remedy: 'make it writable' },
    { code: 'EPERM', remedy: 'make it writable' },
    { code: 'EROFS', remedy: 'make it writable' },
    { code: 'ENOSPC', remedy: 'free some' },
    { code: 'EMFILE', remedy: 'cannot be used for the local state: Error: EMFILE' },
  ])('comes with a remedy for $code', ({ code, remedy }) => {
    const message = describeDirectoryError(Object.assign(new Error(code), { code }), '/state');
    expect(message).toContain(remedy);
    expect(message).not.toContain('\n');
  });
});
