import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, sharedTwoDays } from '../replay/shared-week.ts';
import { runCaveat } from './run-caveat.ts';

/** A store in which two days were replayed and their digests sent. */
let dir: string;
/** Each question is a process of its own, which a busy machine takes seconds to start. */
const TIMEOUT_MS = 120_000;
const ask = (args: string[], input?: string) =>
  runCaveat(args, { env: { CAVEAT_DIR: dir }, ...(input === undefined ? {} : { input }) });

beforeAll(async () => {
  dir = copyOf(await sharedTwoDays());
}, 240_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('caveat digest', { timeout: TIMEOUT_MS }, () => {
  const DAY = ['digest', '--date', '2024-05-25'];

  it('shows a day’s digest as text, HTML or JSON, as it was sent', async () => {
    const text = await ask(DAY);
    expect(text.err).toBe('');
    expect(text.out).toMatch(/^CAVEAT: /);
    expect((await ask([...DAY, '--html'])).out).toMatch(/^<!doctype html>/);
    expect(JSON.parse((await ask([...DAY, '--json'])).out)).toMatchObject({ date: '2024-05-25' });
  });

  it('compiles one without sending, and says so apart from what it prints', async () => {
    const { out, err, code } = await ask(['digest', '--date', '2024-06-15', '--json']);
    expect(code).toBe(0);
    expect(err).toContain('Nothing was sent');
    expect(JSON.parse(out)).toMatchObject({ date: '2024-06-15' });
    const digests = (await ask(['digests', '--until', '2026-12-31'])).out.trim().split('\n');
    expect(digests).toHaveLength(2);
  });

  it('resends a day’s digest, and says what to do where there is none', async () => {
    const again = await ask(['digest', 'resend', '--date', '2024-05-25', '--unknown']);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('goes out again') });
    const never = await ask(['digest', 'resend', '--date', '2023-01-01']);
    expect(never).toMatchObject({ code: 1, err: expect.stringContaining('caveat digests') });
    expect((await ask(['digest', 'resend'])).code).toBe(1);
  });
});

describe('caveat subscribers', { timeout: TIMEOUT_MS }, () => {
  const list = async () =>
    (await ask(['subscribers', 'list'])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('add, change and remove an address', async () => {
    const added = await ask(['subscribers', 'add', 'one@example.org', '--only-changes', '--notices']);
    expect(added.out).toContain('asked by mail');
    expect((await ask(['subscribers', 'add', 'ONE@example.org', '--no-notices'])).out).toContain(
      'has been asked',
    );
    expect(await list()).toContainEqual(
      expect.objectContaining({
        email: 'one@example.org',
        status: 'pending',
        preference: 'changes',
        notices: false,
      }),
    );
    expect((await ask(['subscribers', 'remove', 'one@example.org'])).code).toBe(0);
    expect((await list()).find(({ email }) => email === 'one@example.org')).toMatchObject({
      status: 'unsubscribed',
    });
    expect((await ask(['subscribers', 'remove', 'nobody@example.org'])).code).toBe(1);
  });

  it('import many, naming each line that is no address', async () => {
    const { out, err, code } = await ask(
      ['subscribers', 'import'],
      '# readers\ntwo@example.org\r\n\nthree@example.org\nnobody\ntwo@example.org\n',
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^2: /);
    expect(err).toContain('line 5: "nobody"');
    expect((await list()).map(({ email }) => email)).toEqual(
      expect.arrayContaining(['two@example.org', 'three@example.org', 'reader@caveat.example']),
    );
  });

  it.each([
    { args: ['add', 'nobody'], says: 'you@example.org' },
    { args: ['add', 'one@example.org', '--daily', '--only-changes'], says: 'exclude each other' },
  ])('$args is refused with what to write', async ({ args, says }) => {
    const { code, err } = await ask(['subscribers', ...args]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(says) });
  });
});
