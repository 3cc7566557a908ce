import { compileNotice, judgeNotice, type NoticeInput } from '../domain/digest/compile-notice.ts';
import type { LedgerRow } from '../domain/ledger/ledger.ts';
import type { DeliveryQueue, Log, NoticeStore, PositionStore, SubscriberStore, ToldRow } from './ports.ts';

export interface NoticeDeps {
  readonly notices: NoticeStore;
  readonly positions: PositionStore;
  readonly subscribers: SubscriberStore;
  readonly deliveryQueue: DeliveryQueue;
  readonly settings: Omit<NoticeInput, 'row' | 'before'>;
  readonly log: Log;
}

/**
 * Tells those who asked for it of each row that has come to say something else, once: what was last told of a row is
 * kept with a version, and the notice hangs on the row's id and the next one. Further outlets that report the act leave
 * the status as it is. What will never be worth a mail, such as an old act learnt late, is noted as told.
 *
 * A crash at any line repeats the same notice under the same id, and a recipient's claim lets it through once.
 *
 * @param rows the country's rows as they stand now
 * @param now when the article's marker was first received, ISO 8601 UTC
 * @returns the notices that were queued
 */
export async function noticeChanges(
  topic: string,
  rows: readonly LedgerRow[],
  now: string,
  deps: NoticeDeps,
): Promise<string[]> {
  const queued: string[] = [];
  for (const row of rows) {
    const told = await deps.notices.findTold(topic, row.rowId);
    if (told?.status === row.status) continue;
    const verdict = await judgeRow(topic, row, now, deps);
    if (verdict === 'not-yet') continue;
    const next: ToldRow = { status: row.status, version: (told?.version ?? 0) + 1 };
    if (verdict === 'tell') {
      queued.push(await queueNotice(topic, row, { before: told?.status, version: next.version }, deps));
    }
    await deps.notices.setTold(topic, row.rowId, next);
  }
  return queued;
}

async function judgeRow(topic: string, row: LedgerRow, now: string, deps: NoticeDeps) {
  // Cheap answers first: the country's positions are read for what may be told alone.
  const assumed = { change: 'new', status: 'news' } as const;
  const verdict = judgeNotice(row, assumed, now, deps.settings.timeZone);
  if (verdict !== 'tell') return verdict;
  const { articleId, positionId } = row.evidence;
  const position = (await deps.positions.listByCountry(topic, row.country)).find(
    (each) => each.articleId === articleId && each.positionId === positionId,
  );
  return judgeNotice(row, position, now, deps.settings.timeZone);
}

async function queueNotice(
  topic: string,
  row: LedgerRow,
  { before, version }: { before: LedgerRow['status'] | undefined; version: number },
  deps: NoticeDeps,
): Promise<string> {
  const noticeId = `${row.rowId}@${version}`;
  await deps.notices.save({
    topic,
    noticeId,
    ...compileNotice({ ...deps.settings, row, before: before ?? row.replaces[0]?.status }),
  });
  const readers = (await deps.subscribers.list()).filter(
    ({ status, notices }) => status === 'active' && notices,
  );
  await deps.deliveryQueue.send(
    readers.map(({ subscriberId }) => ({ kind: 'notice', topic, noticeId, subscriberId })),
  );
  deps.log.info('notice-queued', { noticeId, recipients: readers.length });
  return noticeId;
}
