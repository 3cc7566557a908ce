import type { NoticeStore } from '../../pipeline/ports.ts';
import { noticeKey, toldRowKey } from './keys.ts';
import { readNotice, readToldRow } from './records.ts';
import type { Table } from './table.ts';

export function createNoticeStore(table: Table): NoticeStore {
  return {
    async findTold(topic, rowId) {
      const row = await table.get(toldRowKey(topic, rowId));
      return row && readToldRow(row);
    },

    async setTold(topic, rowId, told) {
      // A slower fold must not put the count back: what it would tell was told under the same version.
      await table.putIf(
        { ...toldRowKey(topic, rowId), ...told },
        {
          ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
          ExpressionAttributeValues: { ':version': told.version },
        },
      );
    },

    async save(notice) {
      await table.putIf(
        { ...noticeKey(notice.topic, notice.noticeId), ...notice },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
    },

    async find(topic, noticeId) {
      const row = await table.get(noticeKey(topic, noticeId));
      return row && readNotice(row);
    },
  };
}
