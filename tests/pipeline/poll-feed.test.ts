import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createItemStore } from '../../src/adapters/dynamodb/item-store.ts';
import { ItemMessage } from '../../src/contract/messages.ts';
import { reportFeed } from '../../src/pipeline/feed-report.ts';
import { ENGINES, Killed, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import { answer, FEED_URL, NOW, openPollHouse, type PollHouse, rssOf } from './poll-house.ts';

const secondsAfter = (instant: string, seconds: number) =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();
const minutesUntilNext = async (house: PollHouse) => {
  const { lastPolledAt = '', nextPollAt } = await house.state();
  return Math.round((Date.parse(nextPollAt) - Date.parse(lastPolledAt)) / 60_000);
};
const titles = (house: PollHouse) => house.items.map(({ title }) => title);

let test: TestTable;
let house: PollHouse;

beforeEach(async () => {
  test = await startTestTable(ENGINES[0]);
  house = await openPollHouse(test);
  await house.configure('outlet');
});
afterEach(async () => {
  await house.close();
  await test.discard();
});

describe('a poll', () => {
  it('archives the document, enqueues its items and comes back when the feed is due', async () => {
    house.serve('/feed', answer(200, { 'Content-Type': 'text/xml' }, rssOf([2, 1])));
    expect(await house.poll(NOW)).toEqual({ kind: 'read', itemCount: 2, newItemCount: 2 });
    expect(house.archived).toEqual([`outlet ${NOW}`]);
    expect(house.items[0]).toMatchObject({
      feedId: 'outlet',
      url: 'http://outlet.example/2',
      firstSeenAt: NOW,
    });
    expect(await house.poll(NOW)).toEqual({ kind: 'not-due' });
    expect(await minutesUntilNext(house)).toBe(30);
  });

  it('that began some seconds after its tick is due at its tick, and not before', async () => {
    house.serve('/feed', answer(200, {}, rssOf([2, 1])));
    await house.poll(secondsAfter(NOW, 7));
    expect((await house.state()).nextPollAt).toBe(secondsAfter(NOW, 1_800));
    expect((await house.poll(secondsAfter(NOW, 1_799))).kind).toBe('not-due');
    expect((await house.poll(secondsAfter(NOW, 1_800))).kind).not.toBe('not-due');
  });

  it('enqueues an item that names no address of a page as well, so that it is counted', async () => {
    const links = [
      '',
      '<link>javascript:alert(1)</link>',
      '<link>data:text/html,x</link>',
      '<guid>mailto:desk@outlet.example</guid>',
      `<link>http://outlet.example/${'x'.repeat(5_000)}</link>`,
      '<link>http://999.999.999.999/</link>',
      '<enclosure url="http://outlet.example/a.mp3"/>',
    ];
    const items = links.map((link, n) => `<item><title>Item ${n}</title>${link}</item>`);
    house.serve('/feed', answer(200, {}, rssOf([1]).replace('<item>', `${items.join('')}<item>`)));
    expect(await house.poll(NOW)).toMatchObject({ itemCount: 8, newItemCount: 8 });
    expect(house.items.map(({ url }) => url)).toEqual([...links.map(() => ''), 'http://outlet.example/1']);
    expect(house.items.map((item) => ItemMessage.safeParse(item).success)).toEqual(
      house.items.map(() => true),
    );
    expect(reportFeed(await house.state(), NOW).itemsWithoutAddress).toBe(7);
    house.serve('/feed', answer(200, {}, rssOf([2, 1])));
    await house.pollWhenDue();
    expect(reportFeed(await house.state(), NOW).itemsWithoutAddress).toBe(0);
  });

  it('enqueues no item that has an outcome', async () => {
    house.serve('/feed', answer(200, {}, rssOf([2, 1])));
    await house.poll(NOW);
    const [first] = house.items;
    await createItemStore(test.table).settle({
      itemId: first?.itemId ?? '',
      feedId: 'outlet',
      url: 'u',
      outcome: 'off-topic',
      settledAt: NOW,
    });
    house.items.length = 0;
    house.serve('/feed', answer(200, {}, rssOf([3, 2, 1])));
    await house.pollWhenDue();
    expect(titles(house)).toEqual(['Item 3', 'Item 1']);
  });

  it('killed at any call and tried again loses no item', async () => {
    for (let calls = 0; calls < 12; calls += 1) {
      await house.configure('outlet');
      house.items.length = 0;
      house.serve('/feed', answer(200, {}, rssOf([1000 + calls])));
      test.dieAfter(calls);
      const at = secondsAfter(NOW, calls * 10);
      const died = await house.poll(at).then(
        () => false,
        (error) => error instanceof Killed,
      );
      test.dieAfter(Number.POSITIVE_INFINITY);
      if (died) await house.poll(secondsAfter(at, 5));
      expect(titles(house)).toContain(`Item ${1000 + calls}`);
    }
  });
});

describe('validators', () => {
  const ETAG = 'W/"a , b"';
  const MODIFIED = 'Sat, 01 Jun 2024 05:00:00 GMT';

  it('are sent back letter by letter, and 304 reads nothing', async () => {
    house.serve('/feed', answer(200, { ETag: ETAG, 'Last-Modified': MODIFIED }, rssOf([1])));
    await house.poll(NOW);
    house.serve('/feed', answer(304));
    await house.pollWhenDue();
    expect(house.received[1]?.headers.get('if-none-match')).toBe(ETAG);
    expect(house.received[1]?.headers.get('if-modified-since')).toBe(MODIFIED);
    expect(await house.state()).toMatchObject({ state: 'not-modified', consecutiveFailures: 0 });
    expect(house.items).toHaveLength(1);
  });

  it('that change while the document does not cost no parsing', async () => {
    house.serve('/feed', answer(200, { ETag: '"1"' }, rssOf([1])));
    await house.poll(NOW);
    house.serve('/feed', answer(200, { ETag: '"2"' }, rssOf([1])));
    await house.pollWhenDue();
    expect((await house.state()).state).toBe('not-modified');
    expect(house.archived).toHaveLength(1);
  });

  it('are dropped once in eight days, since some servers answer 304 for ever', async () => {
    house.serve('/feed', (socket, request) =>
      (request.headers.has('if-none-match')
        ? answer(304, { ETag: '"same"' })
        : answer(200, { ETag: '"same"' }, rssOf([house.received.length], '<ttl>1440</ttl>')))(
        socket,
        request,
      ),
    );
    let now = NOW;
    while (now < secondsAfter(NOW, 9 * 86_400)) now = await house.pollWhenDue();
    expect(house.received.filter(({ headers }) => !headers.has('if-none-match'))).toHaveLength(2);
    expect(house.items).toHaveLength(2);
  });

  it('are not saved before the items are on their way', async () => {
    house.serve('/feed', answer(200, { ETag: '"1"' }, rssOf([1])));
    const deps = {
      ...house.deps,
      itemQueue: { send: () => Promise.reject(new Error('the queue is down')) },
    };
    const { pollFeed } = await import('../../src/pipeline/poll-feed.ts');
    await expect(pollFeed({ feedId: 'outlet' }, NOW, deps)).rejects.toThrow('the queue is down');
    expect(await house.state()).toMatchObject({ state: 'new', validators: {} });
  });
});

describe('an address that has moved', () => {
  it.each([301, 308])('%i is believed after five polls, and asked directly from then on', async (status) => {
    house.serve('/feed', answer(status, { Location: 'http://outlet.example/new' }));
    house.serve('/new', answer(200, {}, rssOf([1])));
    for (let polls = 0; polls < 5; polls += 1) await house.pollWhenDue();
    expect(await house.state()).toMatchObject({ url: 'http://outlet.example/new', movedFrom: FEED_URL });
    const before = house.received.length;
    await house.pollWhenDue();
    expect(house.received.slice(before).map(({ path }) => path)).toEqual(['/new']);
  });

  it('302 is followed and never believed', async () => {
    house.serve('/feed', answer(302, { Location: 'http://outlet.example/new' }));
    house.serve('/new', answer(200, {}, rssOf([1])));
    for (let polls = 0; polls < 7; polls += 1) await house.pollWhenDue();
    expect(await house.state()).toMatchObject({ url: FEED_URL, state: 'not-modified' });
  });

  it('is given up for the configured one when it no longer holds the feed', async () => {
    house.serve('/feed', answer(301, { Location: 'http://outlet.example/new' }));
    house.serve('/new', answer(200, {}, rssOf([1])));
    for (let polls = 0; polls < 5; polls += 1) await house.pollWhenDue();
    house.serve('/new', answer(410));
    await house.pollWhenDue();
    expect(await house.state()).toMatchObject({ url: FEED_URL, state: 'failed' });
  });
});

describe('an answer that is no feed', () => {
  it('410 stops the feed', async () => {
    house.serve('/feed', answer(410));
    expect(await house.poll(NOW)).toEqual({ kind: 'failed', reason: 'gone' });
    expect((await house.state()).state).toBe('gone');
    expect(await house.deps.feeds.listDue('2034-01-01T00:00:00.000Z')).toEqual([]);
    expect(await house.poll('2034-01-01T00:00:00.000Z')).toEqual({ kind: 'not-due' });
  });

  it.each([401, 403, 451])('%i is blocked, said so and asked again, ever more rarely', async (status) => {
    house.serve('/feed', answer(status));
    await house.poll(NOW);
    expect(await house.state()).toMatchObject({
      state: 'blocked',
      reason: expect.stringMatching(/^blocked: /),
    });
    await house.pollWhenDue();
    expect(await minutesUntilNext(house)).toBe(6 * 60);
  });

  it('a web page is archived, named and comes back as a failure', async () => {
    house.serve('/feed', answer(200, { 'Content-Type': 'text/html' }, '<html><body>Log in</body></html>'));
    expect(await house.poll(NOW)).toEqual({ kind: 'failed', reason: 'not-a-feed' });
    expect(house.archived).toHaveLength(1);
    expect((await house.state()).reason).toContain('web page');
  });

  it('a soft failure costs an hour more each time, a hard one six, a day at most; one good poll forgives all', async () => {
    house.serve('/feed', answer(500));
    const waits: number[] = [];
    for (let polls = 0; polls < 4; polls += 1) {
      await house.pollWhenDue();
      waits.push(await minutesUntilNext(house));
    }
    house.serve('/feed', answer(404));
    for (let polls = 0; polls < 5; polls += 1) {
      await house.pollWhenDue();
      waits.push(await minutesUntilNext(house));
    }
    expect(waits.map((minutes) => minutes / 60)).toEqual([0.5, 1, 2, 3, 9, 15, 21, 24, 24]);
    house.serve('/feed', answer(200, {}, rssOf([1])));
    await house.pollWhenDue();
    expect(await house.state()).toMatchObject({ state: 'read', consecutiveFailures: 0 });
    expect((await house.state()).reason).toBeUndefined();
    expect(await minutesUntilNext(house)).toBe(30);
  });
});

describe('how often', () => {
  const itemsEvery = (hours: number, count = 10) =>
    Array.from(
      { length: count },
      (_, n) =>
        `<item><guid>${n}</guid><link>/x${n}</link><pubDate>${new Date(Date.parse(NOW) - n * hours * 3_600_000).toUTCString()}</pubDate></item>`,
    ).join('');

  it.each([
    { name: 'of our own accord', minutes: 30 },
    { name: 'ttl', channel: '<ttl>120</ttl>', minutes: 120 },
    { name: 'a ttl of a year', channel: '<ttl>525600</ttl>', minutes: 24 * 60 },
    { name: 'a ttl of nonsense', channel: '<ttl>soon</ttl>', minutes: 30 },
    {
      name: 'sy:updatePeriod',
      channel: '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      minutes: 360,
    },
    { name: 'max-age', headers: { 'Cache-Control': 'max-age=7200' }, minutes: 120 },
    { name: 'a max-age of a year', headers: { 'Cache-Control': 'max-age=31536000' }, minutes: 5 * 60 },
    { name: 'max-age with no-cache', headers: { 'Cache-Control': 'no-cache, max-age=7200' }, minutes: 30 },
    {
      name: 'Expires',
      headers: { Date: 'Sat, 01 Jun 2024 06:00:00 GMT', Expires: 'Sat, 01 Jun 2024 09:00:00 GMT' },
      minutes: 180,
    },
    { name: 'items every two hours', channel: itemsEvery(2), minutes: 60 },
    { name: 'items every week', channel: itemsEvery(168), minutes: 360 },
    { name: 'items every minute', channel: itemsEvery(1 / 60), minutes: 30 },
  ])('$name: after $minutes minutes', async ({ channel = '', headers = {}, minutes }) => {
    house.serve('/feed', answer(200, headers, rssOf([], channel)));
    await house.poll(NOW);
    expect(await minutesUntilNext(house)).toBe(minutes);
  });
});

describe('a host', () => {
  beforeEach(async () => {
    await house.configure('sister', { url: 'http://outlet.example/sister' });
    house.serve('/sister', answer(200, {}, rssOf([9])));
  });

  it.each([
    { name: '429 and seconds', status: 429, headers: { 'Retry-After': '1200' }, seconds: 1_200 },
    {
      name: '429 and a date',
      status: 429,
      headers: { Date: 'Sat, 01 Jun 2024 06:00:00 GMT', 'Retry-After': 'Sat, 01 Jun 2024 06:20:00 GMT' },
      seconds: 1_200,
    },
    { name: '429 alone', status: 429, headers: {}, seconds: 600 },
    { name: '503 and seconds', status: 503, headers: { 'Retry-After': '1200' }, seconds: 1_200 },
  ])('that answers $name is left alone as a whole', async ({ status, headers, seconds }) => {
    house.serve('/feed', answer(status, headers as Record<string, string>));
    await house.poll(NOW);
    const inTheRest = secondsAfter(NOW, seconds - 1);
    expect((await house.poll(inTheRest, { feedId: 'sister' })).kind).toBe('postponed');
    expect(house.postponed[0]?.delaySeconds).toBeLessThanOrEqual(900);
    expect((await house.poll(secondsAfter(NOW, seconds), { feedId: 'sister' })).kind).toBe('read');
    expect(house.received.map(({ path }) => path)).toEqual(['/feed', '/sister']);
    const { nextPollAt } = await house.state();
    expect(Date.parse(nextPollAt)).toBeGreaterThanOrEqual(Date.parse(secondsAfter(NOW, seconds)));
  });

  it('that answers 503 without more is asked for its other feeds', async () => {
    house.serve('/feed', answer(503));
    await house.poll(NOW);
    expect((await house.poll(secondsAfter(NOW, 2), { feedId: 'sister' })).kind).toBe('read');
  });

  it('is asked once at a time by functions that run at once; the others keep a turn each', async () => {
    house.serve('/feed', answer(200, {}, rssOf([1])));
    for (const n of [1, 2, 3]) {
      await house.configure(`more-${n}`, { url: `http://outlet.example/more-${n}` });
      house.serve(`/more-${n}`, answer(200, {}, rssOf([n])));
    }
    const ids = ['outlet', 'sister', 'more-1', 'more-2', 'more-3'];
    const outcomes = await Promise.all(ids.map((feedId) => house.poll(NOW, { feedId })));
    expect(outcomes.filter(({ kind }) => kind === 'read')).toHaveLength(1);
    expect(house.received).toHaveLength(1);
    const turns = house.postponed.map(({ message }) => message.turnAt);
    expect(turns.filter((turn) => turn !== undefined).toSorted()).toEqual(
      [1, 2, 3, 4].map((seconds) => secondsAfter(NOW, seconds)),
    );
    const inOrder = house.postponed
      .map(({ message }) => message)
      .toSorted((one, other) => ((one.turnAt ?? '') < (other.turnAt ?? '') ? -1 : 1));
    for (const message of inOrder) {
      expect((await house.poll(message.turnAt ?? '', message)).kind).toBe('read');
    }
  });

  it('is asked once at a time by kept turns that come late and at once', async () => {
    house.serve('/feed', answer(200, {}, rssOf([1])));
    await house.configure('third', { url: 'http://outlet.example/third' });
    house.serve('/third', answer(200, {}, rssOf([3])));
    for (const feedId of ['outlet', 'sister', 'third']) await house.poll(NOW, { feedId });
    const late = secondsAfter(NOW, 100);
    const messages = house.postponed.splice(0).map(({ message }) => message);
    const outcomes = await Promise.all(messages.map((message) => house.poll(late, message)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['postponed', 'read']);
    const [behind] = house.postponed;
    expect(behind?.delaySeconds).toBe(1);
    if (behind) expect((await house.poll(secondsAfter(late, 1), behind.message)).kind).toBe('read');
  });

  it('of another name is not held back', async () => {
    await house.configure('elsewhere', { url: 'http://elsewhere.example/sister' });
    house.serve('/feed', answer(429, { 'Retry-After': '1200' }));
    await house.poll(NOW);
    expect((await house.poll(NOW, { feedId: 'elsewhere' })).kind).toBe('read');
  });
});
