import { afterAll, describe, expect, it } from 'vitest';
import { createCorrectionStore } from '../../src/adapters/dynamodb/correction-store.ts';
import { createNoticeStore } from '../../src/adapters/dynamodb/notice-store.ts';
import type { CorrectionStore, NoticeStore } from '../../src/pipeline/ports.ts';
import { memoryCorrections, memoryNotices } from '../pipeline/mail-doubles.ts';
import { storeMakers } from './store-makers.ts';

const notices = storeMakers<NoticeStore>(memoryNotices, createNoticeStore);
const corrections = storeMakers<CorrectionStore>(memoryCorrections, createCorrectionStore);
afterAll(notices.discard);
afterAll(corrections.discard);

describe.each(notices.kinds)('notices $kind', ({ make }) => {
  const notice = { topic: 't', noticeId: 'row@1', subject: 'One', html: '<p>', text: 'Text' };

  it('of one id are kept as they first were', async () => {
    const store = await make();
    await store.save(notice);
    await store.save({ ...notice, subject: 'Two' });
    expect(await store.find('t', 'row@1')).toEqual(notice);
    expect(await store.find('t', 'row@2')).toBeUndefined();
  });

  it('count the changes of a row, and never back', async () => {
    const store = await make();
    expect(await store.findTold('t', 'row')).toBeUndefined();
    await store.setTold('t', 'row', { status: 'restricted', version: 1 });
    await store.setTold('t', 'row', { status: 'permitted', version: 2 });
    await store.setTold('t', 'row', { status: 'restricted', version: 1 });
    expect(await store.findTold('t', 'row')).toEqual({ status: 'permitted', version: 2 });
    expect(await store.findTold('other', 'row')).toBeUndefined();
  });
});

describe.each(corrections.kinds)('corrections $kind', ({ make }) => {
  const correction = {
    topic: 't',
    correctionId: 'c1',
    digestDate: '2024-05-30',
    was: 'Permitted',
    now: 'Restricted',
  };

  it('are untold until a digest has told them', async () => {
    const store = await make();
    await store.add(correction);
    await store.add({ ...correction, topic: 'other' });
    expect(await store.listUntold('t')).toEqual([correction]);
    await store.markTold('t', ['c1', 'never added'], '2024-05-31');
    await store.add(correction);
    expect(await store.listUntold('t')).toEqual([]);
  });
});
