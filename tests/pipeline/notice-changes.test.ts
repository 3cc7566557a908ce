import { describe, expect, it } from 'vitest';
import type { LedgerRow, ReportedPosition } from '../../src/domain/ledger/ledger.ts';
import { type NoticeDeps, noticeChanges } from '../../src/pipeline/notice-changes.ts';
import { digestInput, ledgerRow } from '../domain/digest/digest-input-builder.ts';
import { aPosition } from '../domain/ledger/a-position.ts';
import {
  aSubscriber,
  memoryDeliveryQueue,
  memoryLog,
  memoryNotices,
  memorySubscribers,
} from './mail-doubles.ts';

const NOW = '2024-05-30T19:00:00.000Z';

async function noticeDesk(position: Partial<ReportedPosition> = {}) {
  const subscribers = memorySubscribers();
  await subscribers.addUnlessKnown(aSubscriber({ subscriberId: 'keen', notices: true }));
  await subscribers.addUnlessKnown(aSubscriber({ subscriberId: 'calm' }));
  await subscribers.addUnlessKnown(
    aSubscriber({ subscriberId: 'gone', notices: true, status: 'unsubscribed' }),
  );
  const known = [aPosition({ articleId: 'a1', positionId: 'p1', country: 'US', ...position })];
  const deps = {
    notices: memoryNotices(),
    positions: { listByCountry: async () => known },
    subscribers,
    deliveryQueue: memoryDeliveryQueue(),
    settings: {
      timeZone: 'Europe/Berlin',
      words: digestInput().words,
      excerptLimits: {},
      senderNote: 'Caveat',
    },
    log: memoryLog(),
  } satisfies NoticeDeps;
  return { deps, tell: (...rows: LedgerRow[]) => noticeChanges('topic', rows, NOW, deps) };
}

const ROW_ID = 'US#generic#near_city';

describe('a position that has changed', () => {
  it('is told at once to those who asked, and to nobody else', async () => {
    const { deps, tell } = await noticeDesk();
    expect(await tell(ledgerRow())).toEqual([`${ROW_ID}@1`]);
    expect(deps.deliveryQueue.messages).toEqual([
      { kind: 'notice', topic: 'topic', noticeId: `${ROW_ID}@1`, subscriberId: 'keen' },
    ]);
    const notice = await deps.notices.find('topic', `${ROW_ID}@1`);
    expect(notice?.subject).toBe('US allows strikes near the city');
    expect(notice?.text).toContain('Sentence one of the article.');
    expect(notice?.text).toContain('https://one.example/a1');
    expect(notice?.html).toContain('https://unsubscribe.invalid/');
  });

  it('is told once, however many outlets report it and however they date and word it', async () => {
    const { deps, tell } = await noticeDesk();
    await tell(ledgerRow());
    const further = ledgerRow({
      publisherCount: 5,
      datings: ['2024-05-29', '2024-05-30'],
      since: '2024-05-29',
      scopeConditions: ['counterfire'],
    });
    for (let times = 0; times < 3; times += 1) expect(await tell(further)).toEqual([]);
    expect(deps.deliveryQueue.messages).toHaveLength(1);
  });

  it('and changes again is told again, and so is its way back', async () => {
    const { tell } = await noticeDesk();
    await tell(ledgerRow({ status: 'restricted' }));
    expect(await tell(ledgerRow({ status: 'permitted' }))).toEqual([`${ROW_ID}@2`]);
    expect(await tell(ledgerRow({ status: 'restricted' }))).toEqual([`${ROW_ID}@3`]);
  });

  it('tells what it was before', async () => {
    const { deps, tell } = await noticeDesk();
    await tell(ledgerRow({ status: 'restricted', since: '2024-01-01' }));
    expect(await tell(ledgerRow())).toEqual([`${ROW_ID}@2`]);
    const notice = await deps.notices.find('topic', `${ROW_ID}@2`);
    expect(notice?.text).toContain('restricted -> permitted with limits');
  });

  it('is told under the same id after a crash at any line, so that a claim lets it through once', async () => {
    for (const [port, method] of [
      ['notices', 'save'],
      ['deliveryQueue', 'send'],
      ['notices', 'setTold'],
    ] as const) {
      const { deps, tell } = await noticeDesk();
      const dying = {
        ...deps,
        [port]: { ...deps[port], [method]: async () => Promise.reject(new Error('died')) },
      };
      await expect(noticeChanges('topic', [ledgerRow()], NOW, dying)).rejects.toThrow('died');
      expect(await tell(ledgerRow())).toEqual([`${ROW_ID}@1`]);
      const sent = new Set(deps.deliveryQueue.messages.map((message) => JSON.stringify(message)));
      expect(sent.size).toBe(1);
    }
  });
});

describe('what waits for the digest', () => {
  it.each<{ what: string; row?: Partial<LedgerRow>; position?: Partial<ReportedPosition> }>([
    { what: 'an act of three weeks ago', row: { since: '2024-05-09' } },
    { what: 'an act that nobody dates', row: { since: null } },
    { what: 'an act of next week', row: { since: '2024-06-06' } },
    { what: 'what officials say has been decided', row: { standing: 'reported-by-officials' } },
    { what: 'a disputed report', row: { contested: true } },
    { what: 'a policy that goes on', position: { change: 'reaffirm' } },
    { what: 'background', position: { status: 'background_current' } },
    { what: 'a row whose position is gone', position: { positionId: 'other' } },
  ])('$what', async ({ row, position }) => {
    const { deps, tell } = await noticeDesk(position);
    expect(await tell(ledgerRow(row))).toEqual([]);
    expect(deps.deliveryQueue.messages).toEqual([]);
    expect(await tell(ledgerRow(row))).toEqual([]);
  });

  it.each<{ what: string; row: Partial<LedgerRow> }>([
    { what: 'officials said first', row: { standing: 'reported-by-officials' } },
    { what: 'others disputed', row: { contested: true } },
    { what: 'nobody dated', row: { since: null } },
  ])('what $what is told once it is decided, undisputed and dated', async ({ row }) => {
    const { tell } = await noticeDesk();
    expect(await tell(ledgerRow(row))).toEqual([]);
    expect(await tell(ledgerRow())).toEqual([`${ROW_ID}@1`]);
  });

  it('an old act that is reported again as if it were new stays old news', async () => {
    const { tell } = await noticeDesk();
    await tell(ledgerRow({ since: '2024-05-09' }));
    expect(await tell(ledgerRow())).toEqual([]);
  });
});
