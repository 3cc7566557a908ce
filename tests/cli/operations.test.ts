import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalCloud } from '../../local/aws/local-cloud.ts';
import { localNames } from '../../local/house.ts';
import { statePaths } from '../../local/replay.ts';
import { systemClock } from '../../local/simulated-clock.ts';
import type { HouseNames } from '../../src/contract/house-names.ts';
import type { Check } from '../../src/domain/health/check.ts';
import { runStart } from '../replay/run-start.ts';
import { copyOf, sharedTwoDays } from '../replay/shared-week.ts';
import { anAccount, startAccountServer } from './aws/account-server.ts';
import { runCaveat } from './run-caveat.ts';

/** A house that two replayed days have filled. */
let dir: string;
let paths: ReturnType<typeof statePaths>;
const ask = (...args: string[]) => runCaveat(args, { env: { CAVEAT_DIR: dir } });
const TIMEOUT_MS = 240_000;

beforeAll(async () => {
  dir = copyOf(await sharedTwoDays());
  paths = statePaths(dir);
}, TIMEOUT_MS);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const rowsOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

async function listTitles(): Promise<string[]> {
  const { out } = await ask('articles', '--since', '2024-05-24');
  return rowsOf(out).map((row) => row.publisher);
}

async function listLedger(): Promise<string[]> {
  const rows = rowsOf((await ask('ledger')).out);
  return rows.map(({ country, weapon, scopeGeo, status, publisherCount }) =>
    [country, weapon, scopeGeo, status, publisherCount].join(' '),
  );
}

describe('caveat status', { timeout: TIMEOUT_MS }, () => {
  let checks: Check[];
  let code: number | null;
  beforeAll(async () => {
    const ended = await ask('status', '--format', 'json');
    checks = JSON.parse(ended.out);
    ({ code } = ended);
  }, TIMEOUT_MS);

  it('tells every part of the house', () => {
    expect(checks.map(({ name }) => name)).toEqual([
      'last poll',
      'last article',
      'last digest',
      'queue feed',
      'queue article',
      'queue fold',
      'queue delivery',
      'dead letters feed',
      'dead letters article',
      'dead letters fold',
      'dead letters delivery',
      'dead letters call',
      'failing feeds',
      'silent feeds',
      'addresses',
    ]);
  });

  it('sees that a house which was left alone has stopped, and ends as failed', () => {
    const failed = checks.filter(({ state }) => state === 'fail');
    expect(failed.map(({ name }) => name)).toEqual(['last poll', 'last digest']);
    for (const { remedy } of failed) expect(remedy).toMatch(/runbook/);
    expect(code).toBe(1);
  });

  it('says what the last digest was, and to how many', () => {
    const found = checks.find(({ name }) => name === 'last digest')?.found;
    expect(found).toMatch(/hours late; the last is of 2024-05-26$/);
  });
});

describe('a deployed stage', { timeout: TIMEOUT_MS }, () => {
  it('is found by its stack’s outputs, and answers as the house itself does', async () => {
    const local = JSON.parse((await ask('status', '--format', 'json')).out) as Check[];
    await withCloud(async (names, env) => {
      const stacks = { 'Caveat-prod': { status: 'CREATE_COMPLETE', outputs: outputsOf(names) } };
      const aws = await startAccountServer(anAccount({ stacks }));
      try {
        const both = { env: { ...aws.env, ...env } };
        const staged = await runCaveat(['status', '--stage', 'prod', '--format', 'json'], both);
        const queues = ({ name }: Check) => /queue|dead letters|article/.test(name);
        expect((JSON.parse(staged.out) as Check[]).filter(queues)).toEqual(local.filter(queues));
        const articles = await runCaveat(['articles', '--stage', 'prod', '--since', '2024-05-24'], both);
        expect(rowsOf(articles.out)).toHaveLength(2);
        const none = await runCaveat(['articles', '--stage', 'dev'], both);
        expect(none.err).toMatch(/there is no stack Caveat-dev .*npm run deploy -- -c stage=dev/);
      } finally {
        await aws.close();
      }
    });
  });
});

describe('caveat dead-letters', { timeout: TIMEOUT_MS }, () => {
  const SECRET = 'A sentence of an article.';
  const item = (itemId: string) => ({
    itemId,
    feedId: 'essanews',
    url: `https://essanews.example/${itemId}`,
    title: SECRET,
    firstSeenAt: '2024-05-26T00:00:00.000Z',
    feedText: SECRET,
  });

  it('shows ids and addresses, puts back what is chosen and takes away the rest', async () => {
    await withCloud(async (names) => {
      const sqs = new SQSClient({});
      const send = (url: string, body: unknown) =>
        sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(body) }));
      const { MessageId: first = '' } = await send(names.deadLetterUrls.article, item('first'));
      await send(names.deadLetterUrls.article, item('second'));
      await send(names.deadLetterUrls.fold, { never: SECRET });
      await send(names.deadLetterUrls.call, { time: '2024-05-26T00:05:00Z' });

      const listed = await ask('dead-letters', 'list');
      expect(
        rowsOf(listed.out).map(({ queue, about }) => [queue, about.url ?? about.unreadable ?? about.time]),
      ).toEqual(
        expect.arrayContaining([
          ['article', 'https://essanews.example/first'],
          ['article', 'https://essanews.example/second'],
          ['fold', expect.stringContaining('no message of this queue')],
          ['call', '2024-05-26T00:05:00Z'],
        ]),
      );
      const shown = await ask('dead-letters', 'show', first);
      expect(JSON.parse(shown.out)[0]).toMatchObject({ messageId: first, about: { itemId: 'first' } });
      expect(`${listed.out}${shown.out}`).not.toContain(SECRET);

      expect((await ask('dead-letters', 'redrive')).err).toMatch(/name the messages, or take --all/);
      expect((await ask('dead-letters', 'redrive', '--queue', 'call', '--all')).err).toMatch(
        /cannot be redriven/,
      );
      expect((await ask('dead-letters', 'redrive', first)).out).toBe('1 redriven\n');
      expect((await ask('dead-letters', 'discard', '--all')).out).toBe('3 discarded\n');
      expect(rowsOf((await ask('dead-letters', 'list')).out)).toEqual([]);
      const status = JSON.parse((await ask('status', '--format', 'json')).out) as Check[];
      expect(status.find(({ name }) => name === 'queue article')?.found).toMatch(/^1 waiting/);
    });
  });
});

describe('caveat replay', { timeout: TIMEOUT_MS }, () => {
  const SPAN = ['--since', '2024-05-24', '--until', '2024-05-27'];

  it.each(['classify', 'extract'])('from the %s stage finds what was found before', async (stage) => {
    const { code, out, err } = await ask('replay', ...SPAN, '--stage', stage);
    expect({ code, rows: rowsOf(out) }).toEqual({ code: 0, rows: [] });
    expect(err).toMatch(/[1-9]\d* read, 0 differ, 0 cannot be read; nothing is written without --write/);
  });

  it('shows what other rules would make of the pages, writes it when told to, and brings it all back', async () => {
    const before = { titles: await listTitles(), ledger: await listLedger() };
    followTopic('immobilised-assets');
    const dry = await ask('replay', ...SPAN, '--stage', 'extract');
    const flips = rowsOf(dry.out);
    expect(flips.filter((row) => row.before === 'relevant')).toHaveLength(before.titles.length);
    expect(new Set(flips.map((row) => row.after))).toEqual(new Set(['off-topic']));
    expect(flips.some((row) => row.positionsGone.length > 0)).toBe(true);
    expect(await listTitles()).toEqual(before.titles);

    await ask('replay', ...SPAN, '--stage', 'extract', '--write');
    expect(await listTitles()).toEqual([]);

    followTopic('weapons-use-restrictions');
    const back = await ask('replay', ...SPAN, '--stage', 'extract', '--write');
    expect(back.err).toContain(`${flips.length} differ`);
    expect({ titles: await listTitles(), ledger: await listLedger() }).toEqual(before);
  });
});

describe('caveat deny', { timeout: TIMEOUT_MS }, () => {
  it('leaves a publisher alone, takes out what is on record of it, and lets it back', async () => {
    const before = { titles: await listTitles(), ledger: await listLedger() };
    const added = await ask(
      'deny',
      'add',
      'publisher',
      'essanews',
      '--because',
      'Its owner asked us.',
      '--prune',
    );
    expect(added.out).toMatch(/publisher essanews is denied; 1 articles were pruned/);
    expect(await listTitles()).toEqual(['Ukrainska Pravda']);
    expect(await listLedger()).not.toEqual(before.ledger);
    expect(rowsOf((await ask('deny', 'list')).out)).toMatchObject([
      { kind: 'publisher', value: 'essanews', because: 'Its owner asked us.' },
    ]);
    const replayed = await ask(
      'replay',
      '--since',
      '2024-05-24',
      '--until',
      '2024-05-27',
      '--stage',
      'extract',
    );
    expect(rowsOf(replayed.out)).toEqual([]);

    expect((await ask('deny', 'remove', 'publisher', 'nobody')).err).toMatch(/is not denied/);
    await ask('deny', 'remove', 'publisher', 'essanews');
    await ask('replay', '--since', '2024-05-24', '--until', '2024-05-27', '--stage', 'extract', '--write');
    expect({ titles: await listTitles(), ledger: await listLedger() }).toEqual(before);
  });
});

describe('caveat explain', { timeout: TIMEOUT_MS }, () => {
  it('explains an article of the table by its id, and says when there is none', async () => {
    const [listed] = rowsOf((await ask('articles', '--since', '2024-05-24')).out);
    const { out, code } = await ask('explain', listed.articleId, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: listed.articleId, relevance: 'core', title: listed.title });
    expect((await ask('explain', '0000000000000000')).err).toMatch(/no article 0000000000000000 is known/);
  });
});

describe('caveat correct', { timeout: TIMEOUT_MS }, () => {
  const BECAUSE = 'The interview is about another war.';

  it('stands above the rules, at every replay, and the next digest says so', async () => {
    const [newest] = rowsOf((await ask('articles', '--since', '2024-05-24')).out);
    const { out } = await ask('correct', newest.articleId, '--relevance', 'none', '--because', BECAUSE);
    expect(out).toMatch(/: relevant before, off-topic now; [1-9]\d* positions before, 0 now/);
    expect(await listTitles()).toEqual(['Ukrainska Pravda']);

    const again = await ask(
      'replay',
      '--since',
      '2024-05-24',
      '--until',
      '2024-05-27',
      '--stage',
      'extract',
      '--write',
    );
    expect(rowsOf(again.out)).toEqual([]);
    expect(await listTitles()).toEqual(['Ukrainska Pravda']);

    const { code } = await runStart('--dir', dir, '--until', '2024-05-27');
    expect(code).toBe(0);
    const digest = readFileSync(join(paths.digests, '2024-05-27.txt'), 'utf8').replaceAll(/\s+/g, ' ');
    expect(digest).toContain(BECAUSE);
    expect(digest).toContain('It is not about the topic');
  });

  it('refuses what it cannot put right', async () => {
    expect((await ask('correct', '0000000000000000', '--because', BECAUSE)).err).toMatch(
      /no article .* is known/,
    );
    const [newest] = rowsOf((await ask('articles', '--since', '2024-05-24')).out);
    const struck = await ask('correct', newest.articleId, '--without', 'no-such', '--because', BECAUSE);
    expect(struck.err).toMatch(/holds no position no-such/);
  });
});

/** A cloud over the house's files that another process finds, as `npm start` would leave running. */
async function withCloud(
  use: (names: HouseNames, env: Record<string, string>) => Promise<void>,
): Promise<void> {
  const cloud = await startLocalCloud({ dir: paths.cloud, clock: systemClock });
  Object.assign(process.env, cloud.env);
  try {
    const { AWS_ENDPOINT_URL_SESV2: _mail, ...env } = cloud.env;
    await use(localNames(cloud.env['AWS_ENDPOINT_URL_SQS'] ?? ''), env);
  } finally {
    await cloud.close();
  }
}

function outputsOf({ table, bucket, queueUrls, deadLetterUrls }: HouseNames): Record<string, string> {
  const named = (urls: Readonly<Record<string, string>>, suffix: string) =>
    Object.entries(urls).map(([name, url]) => [`${name[0]?.toUpperCase()}${name.slice(1)}${suffix}`, url]);
  return Object.fromEntries([
    ['TableName', table],
    ['BucketName', bucket],
    ...named(queueUrls, 'QueueUrl'),
    ...named(deadLetterUrls, 'DeadLettersUrl'),
  ]);
}

/** Other rules: the house's own configuration follows another topic. */
function followTopic(topic: string): void {
  const edit = (file: string, change: object) => {
    const path = join(paths.config, file);
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
  };
  edit('settings.json', { topics: [topic] });
  edit('digest.json', { topic });
}
