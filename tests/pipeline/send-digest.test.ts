import { describe, expect, it } from 'vitest';
import { diffLedger } from '../../src/domain/ledger/diff-ledger.ts';
import { type SendDigestDeps, sendDigest } from '../../src/pipeline/send-digest.ts';
import { subscriberId } from '../../src/pipeline/subscriber-id.ts';
import { ledgerRow } from '../domain/digest/digest-input-builder.ts';
import { type DigestHouse, digestHouse, TOPIC } from './digest-house.ts';
import { aSubscriber } from './mail-doubles.ts';

/** 7:00 in Berlin. */
const MORNING = '2024-05-31T05:00:00.000Z';
const NEXT_MORNING = '2024-06-01T05:00:00.000Z';

const datesOf = (house: DigestHouse) => [...house.digests.rows.values()].map(({ date }) => date);
const digestOf = (house: DigestHouse, date: string) =>
  JSON.parse(house.archive.digests.get(`${TOPIC}/${date}`)?.json ?? 'null');

describe('when a digest is due', () => {
  it('nothing is sent before the configured hour', async () => {
    const house = digestHouse();
    expect(await sendDigest('2024-05-31T04:00:00.000Z', house)).toEqual({ kind: 'not-due' });
    expect(house.archive.manifests.size).toBe(0);
  });

  it('it is archived, queued for each subscriber and told', async () => {
    const house = digestHouse();
    house.untold.addArticle('a1');
    const tick = await sendDigest(MORNING, house);
    expect(tick).toMatchObject({
      kind: 'sent',
      digest: { date: '2024-05-31', articleCount: 1, recipientCount: 1, windowTo: MORNING },
    });
    expect(house.deliveryQueue.messages).toEqual([
      { kind: 'digest', topic: TOPIC, date: '2024-05-31', subscriberId: subscriberId('reader@example.org') },
    ]);
    expect(digestOf(house, '2024-05-31').articleIds).toEqual(['a1']);
    expect(house.untold.toldOn.get('a1')).toBe('2024-05-31');
  });

  it('a missed tick is healed by the next one of the day, and the day is not told twice', async () => {
    const house = digestHouse();
    const late = '2024-05-31T20:00:00.000Z';
    expect((await sendDigest(late, house)).kind).toBe('sent');
    expect(await sendDigest('2024-05-31T21:00:00.000Z', house)).toEqual({
      kind: 'sent-before',
      date: '2024-05-31',
    });
    expect(house.deliveryQueue.messages).toHaveLength(1);
  });

  it('two ticks at once send one and the same digest', async () => {
    const house = digestHouse();
    house.untold.addArticle('a1');
    await Promise.all([sendDigest(MORNING, house), sendDigest(MORNING, house)]);
    expect(house.archive.manifests.size).toBe(1);
    const sent = new Set(house.deliveryQueue.messages.map((message) => JSON.stringify(message)));
    expect(sent.size).toBe(1);
  });
});

describe('a story that goes on', () => {
  it('keeps its id on the next day, and says since when it is told', async () => {
    const house = digestHouse();
    house.untold.addArticle('a1');
    await sendDigest(MORNING, house);
    house.untold.addArticle('a2', { publisher: 'Two', publisherFamily: 'two' });
    await sendDigest(NEXT_MORNING, house);
    const storiesOf = (date: string) =>
      JSON.parse(house.archive.manifests.get(`${TOPIC}/${date}`) ?? 'null').stories;
    expect(storiesOf('2024-05-31')).toMatchObject([{ storyId: 'story-a1', leadArticleId: 'a1' }]);
    expect(storiesOf('2024-06-01')).toMatchObject([
      { storyId: 'story-a1', leadArticleId: 'a2', toldSince: '2024-05-31' },
    ]);
    expect(digestOf(house, '2024-06-01').stories.entries[0].breadth).toContain('told since 31 May');
  });
});

describe('the archive site', () => {
  it('has a page for the day, and front pages that name it', async () => {
    const house = digestHouse();
    await sendDigest(MORNING, house);
    const { files } = house.archiveSite.site;
    expect(files.get('digests/2024-05-31.html')?.body).toContain('Friday 31 May 2024');
    expect(files.get('index.html')?.body).toContain('digests/2024-05-31.html');
  });

  it('keeps no mail waiting when it cannot be written, and is made good by the next digest', async () => {
    const house = digestHouse();
    const { site } = house.archiveSite;
    const write = site.write.bind(site);
    site.write = async () => {
      throw new Error('the bucket is closed');
    };
    expect((await sendDigest(MORNING, house)).kind).toBe('sent');
    expect(house.deliveryQueue.messages).toHaveLength(1);
    site.write = write;
    await sendDigest(NEXT_MORNING, house);
    expect([...site.files.keys()].filter((path) => path.startsWith('digests/')).toSorted()).toEqual([
      'digests/2024-05-31.html',
      'digests/2024-06-01.html',
    ]);
  });
});

describe('over a year of hourly ticks', () => {
  const YEAR = hoursFrom('2024-01-01T00:00:00Z', 366 * 24);

  it.each([
    { timeZone: 'UTC', hour: 7 },
    { timeZone: 'Europe/Berlin', hour: 7 },
    { timeZone: 'Europe/Berlin', hour: 0 },
    // The hour that one night lacks and another has twice.
    { timeZone: 'Europe/Berlin', hour: 2 },
    { timeZone: 'America/New_York', hour: 2 },
    { timeZone: 'America/New_York', hour: 23 },
    // Half an hour of daylight saving.
    { timeZone: 'Australia/Lord_Howe', hour: 2 },
  ])(
    'every local day in $timeZone has one digest at $hour, clock changes included',
    async ({ timeZone, hour }) => {
      const house = digestHouse({ timeZone, hour });
      const sentOn: string[] = [];
      for (const now of YEAR) {
        const tick = await sendDigest(now, house);
        if (tick.kind === 'sent') sentOn.push(tick.digest.date);
      }
      const days = daysFrom(sentOn[0] ?? '', sentOn.length);
      expect(sentOn).toEqual(days);
      expect(sentOn.length).toBeGreaterThanOrEqual(365);
      expect(house.deliveryQueue.messages).toHaveLength(sentOn.length);
    },
  );

  it('windows join: nothing falls between two', async () => {
    const house = digestHouse();
    for (const now of YEAR.slice(0, 24 * 120)) await sendDigest(now, house);
    const digests = [...house.digests.rows.values()];
    for (const [index, digest] of digests.entries()) {
      if (index > 0) expect(digest.windowFrom).toBe(digests[index - 1]?.windowTo);
    }
    expect(digests.length).toBeGreaterThan(100);
  });
});

describe('a function that dies', () => {
  /** Writes in the order in which a digest makes them; each is a line at which the function may die. */
  const WRITES = [
    ['archive', 'claimManifest'],
    ['archive', 'saveDigest'],
    ['digests', 'saveStories'],
    ['subscribers', 'addUnlessKnown'],
    ['deliveryQueue', 'send'],
    ['untold', 'markArticlesTold'],
    ['untold', 'markItemsTold'],
    ['corrections', 'markTold'],
    ['digests', 'save'],
  ] as const;

  it.each(
    WRITES.flatMap(([port, method]) =>
      ['before', 'after'].map((moment) => ({ port, method, moment, downDays: 0 })),
    ).concat(
      WRITES.flatMap(([port, method]) =>
        [1, 4].map((downDays) => ({ port, method, moment: 'after', downDays })),
      ),
    ),
  )(
    '$moment $method of $port, down for $downDays days: each article is told once, each reader is sent each digest',
    async ({ port, method, moment, downDays }) => {
      const house = digestHouse();
      house.untold.addArticle('a1');
      await house.corrections.add(correction('c1'));
      const dying = diesAt(house, port, method, moment);
      await expect(sendDigest(MORNING, dying)).rejects.toThrow('died');

      house.untold.addArticle('a2');
      const back = new Date(Date.parse(MORNING) + downDays * 86_400_000 + 3_600_000).toISOString();
      await sendDigest(back, house);
      await sendDigest(NEXT_MORNING > back ? NEXT_MORNING : back, house);

      const tellings = datesOf(house).flatMap((date) => digestOf(house, date).articleIds as string[]);
      expect(tellings.toSorted()).toEqual(['a1', 'a2']);
      const corrected = datesOf(house).flatMap((date) => digestOf(house, date).corrections.entries);
      expect(corrected).toHaveLength(1);
      const queued = house.deliveryQueue.messages.map((message) => message.kind === 'digest' && message.date);
      expect(new Set(queued)).toEqual(new Set(datesOf(house)));
    },
  );

  it('and stays down for a week tells the week in one digest', async () => {
    const house = digestHouse();
    await sendDigest('2024-05-24T05:00:00.000Z', house);
    house.untold.addArticle('a1');
    await sendDigest(MORNING, house);
    expect(datesOf(house)).toEqual(['2024-05-24', '2024-05-31']);
    expect(house.digests.rows.get(`${TOPIC}/2024-05-31`)?.windowFrom).toBe('2024-05-24T05:00:00.000Z');
  });
});

describe('what is told', () => {
  it('is what changed since the ledger was last told', async () => {
    const house = digestHouse();
    house.ledger.rows.push(ledgerRow());
    await sendDigest(MORNING, house);
    expect(digestOf(house, '2024-05-31').changes.entries).toHaveLength(1);
    await sendDigest(NEXT_MORNING, house);
    expect(digestOf(house, '2024-06-01').changes.entries).toEqual([]);
    expect(diffLedger([ledgerRow()], house.ledger.rows)).toEqual([]);
  });

  it('a passing mention is off the list with the rest, and is no story', async () => {
    const house = digestHouse();
    house.untold.addArticle('a1', { relevance: 'mention' });
    await sendDigest(MORNING, house);
    expect(digestOf(house, '2024-05-31').stories.entries).toEqual([]);
    expect(house.untold.toldOn.get('a1')).toBe('2024-05-31');
  });

  it('a correction is told once', async () => {
    const house = digestHouse();
    await house.corrections.add(correction('c1'));
    await sendDigest(MORNING, house);
    await sendDigest(NEXT_MORNING, house);
    expect(digestOf(house, '2024-05-31').corrections.entries).toMatchObject([
      { digestDate: '30 May 2024', was: 'Permitted', now: 'Restricted' },
    ]);
    expect(digestOf(house, '2024-06-01').corrections.entries).toEqual([]);
  });
});

describe('who receives it', () => {
  it('an empty day is archived and sent to nobody where configuration wants it so', async () => {
    const house = digestHouse({ sendOnEmptyDays: false });
    await sendDigest(MORNING, house);
    expect(house.deliveryQueue.messages).toEqual([]);
    expect(digestOf(house, '2024-05-31').headline).toMatch(/nothing/i);
  });

  it('a day with nothing but a correction is not empty', async () => {
    const house = digestHouse({ sendOnEmptyDays: false });
    await house.corrections.add(correction('c1'));
    await sendDigest(MORNING, house);
    expect(house.deliveryQueue.messages).toHaveLength(1);
  });

  it('who reads only of changes is left alone on other days', async () => {
    const house = digestHouse({ recipients: [] });
    await house.subscribers.addUnlessKnown(aSubscriber({ preference: 'changes' }));
    house.untold.addArticle('a1');
    await sendDigest(MORNING, house);
    expect(house.deliveryQueue.messages).toEqual([]);
    house.ledger.rows.push(ledgerRow());
    await sendDigest(NEXT_MORNING, house);
    expect(house.deliveryQueue.messages).toMatchObject([{ date: '2024-06-01', subscriberId: 's1' }]);
  });

  it.each(['pending', 'unsubscribed', 'suppressed'] as const)(
    'who is %s gets nothing, named in the configuration or not',
    async (status) => {
      const email = 'reader@example.org';
      const house = digestHouse({ recipients: [email] });
      await house.subscribers.addUnlessKnown(
        aSubscriber({ subscriberId: subscriberId(email), email, status }),
      );
      await sendDigest(MORNING, house);
      expect(house.deliveryQueue.messages.filter(({ kind }) => kind === 'digest')).toEqual([]);
      expect(await house.subscribers.list()).toHaveLength(1);
    },
  );

  it('one address in two spellings is one subscriber', async () => {
    const house = digestHouse({ recipients: ['Reader@Example.org', 'reader@example.org'] });
    await sendDigest(MORNING, house);
    expect(house.deliveryQueue.messages).toHaveLength(1);
  });
});

function correction(correctionId: string) {
  return { topic: TOPIC, correctionId, digestDate: '2024-05-30', was: 'Permitted', now: 'Restricted' };
}

function hoursFrom(start: string, count: number): string[] {
  return Array.from({ length: count }, (_, hour) =>
    new Date(Date.parse(start) + hour * 3_600_000).toISOString(),
  );
}

function daysFrom(first: string, count: number): string[] {
  return hoursFrom(`${first}T00:00:00Z`, count * 24)
    .filter((_, hour) => hour % 24 === 0)
    .map((instant) => instant.slice(0, 10));
}

/** The house, whose function dies once around one call. */
function diesAt(house: DigestHouse, port: string, method: string, moment: string): SendDigestDeps {
  const target = house[port as keyof DigestHouse] as unknown as Record<
    string,
    (...args: unknown[]) => Promise<unknown>
  >;
  const dying = async (...args: unknown[]) => {
    if (moment === 'after') await target[method]?.(...args);
    throw new Error('died');
  };
  return { ...house, [port]: { ...target, [method]: dying } };
}
