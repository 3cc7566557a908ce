import { describe, expect, it } from 'vitest';
import { resendDigest, showDigest } from '../../src/pipeline/digest-desk.ts';
import type { DeliveryStatus } from '../../src/pipeline/ports.ts';
import { sendDigest } from '../../src/pipeline/send-digest.ts';
import { digestHouse, TOPIC } from './digest-house.ts';
import { aDelivery } from './mail-doubles.ts';

const DATE = '2024-05-31';
const MORNING = '2024-05-31T05:00:00.000Z';

describe('a digest that is looked at', () => {
  it('is the archived one, word for word', async () => {
    const house = digestHouse();
    house.untold.addArticle('a1');
    await sendDigest(MORNING, house);
    house.untold.addArticle('a2');
    const shown = await showDigest(DATE, '2024-06-02T05:00:00.000Z', house);
    expect(shown).toEqual({ from: 'archived', files: house.archive.digests.get(`${TOPIC}/${DATE}`) });
  });

  it('or compiled from what is untold, which stays so', async () => {
    const house = digestHouse();
    house.untold.addArticle('a1');
    const { from, files } = await showDigest(DATE, MORNING, house);
    expect(from).toBe('compiled');
    expect(JSON.parse(files.json).articleIds).toEqual(['a1']);
    expect(files.text).toContain('Title of a1');
    expect(files.html).toContain('Title of a1');
    expect([...house.untold.articles.keys()]).toEqual(['a1']);
    expect(house.archive.manifests.size + house.digests.rows.size).toBe(0);
    expect(house.deliveryQueue.messages).toEqual([]);
  });

  it('of a past day ends with that day', async () => {
    const { files } = await showDigest(DATE, '2026-01-01T00:00:00.000Z', digestHouse());
    expect(JSON.parse(files.json).coverage.windowUtc).toMatch(/to 1 June 2024, 00:00 UTC$/);
  });
});

describe('a digest that is sent once more', () => {
  async function withDeliveries(...statuses: DeliveryStatus[]) {
    const house = digestHouse();
    await sendDigest(MORNING, house);
    for (const [index, status] of statuses.entries()) {
      const delivery = aDelivery({ topic: TOPIC, deliveryId: `d${index}`, subscriberId: `s${index}` });
      await house.deliveries.claim(delivery);
      if (status !== 'claimed') await house.deliveries.settle(delivery, status, 'detail');
    }
    return house;
  }
  const all = ['claimed', 'sent', 'refused', 'unknown', 'delivered', 'bounced', 'complained'] as const;

  it('opens what was refused, and leaves what is unknown to a person', async () => {
    const house = await withDeliveries(...all);
    expect(await resendDigest(DATE, { unknown: false }, house)).toEqual({
      reopened: { refused: 1 },
      unknownLeft: 1,
    });
    expect(house.deliveries.rows.size).toBe(all.length - 1);
    expect(await house.digests.listResends()).toMatchObject([{ date: DATE }]);
  });

  it('opens what is unknown when a person says so', async () => {
    const house = await withDeliveries(...all);
    expect(await resendDigest(DATE, { unknown: true }, house)).toEqual({
      reopened: { refused: 1, unknown: 1 },
      unknownLeft: 0,
    });
    const left = [...house.deliveries.rows.values()].map(({ status }) => status);
    expect(left.toSorted()).toEqual(['bounced', 'claimed', 'complained', 'delivered', 'sent']);
  });

  it('must have been sent before', async () => {
    const house = digestHouse();
    expect(await resendDigest(DATE, { unknown: true }, house)).toBeUndefined();
    expect(await house.digests.listResends()).toEqual([]);
  });
});
