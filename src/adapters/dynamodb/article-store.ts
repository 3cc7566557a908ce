import type { ArticleStore, StoredArticle } from '../../pipeline/ports.ts';
import { StepError } from '../../pipeline/step-error.ts';
import { articleRows, countryKeyOf, markerRow, offTopicRow } from './article-rows.ts';
import { addressKey, articleClaimKey, articleKey, articlePartition, type Key } from './keys.ts';
import { readMarker } from './records.ts';
import type { Row, Table } from './table.ts';

/**
 * Articles, with their positions and quotes in one partition.
 *
 * `save` is a diff of that partition. A position stands twice: in the article's partition and under its country.
 * The article's copy is written first and deleted last, so that whatever a crash leaves behind is found by the
 * next save. The marker comes last of all: an article without one is not there yet.
 *
 * Two items of one article may be read at the same time. The first claims it; the other waits until the marker stands,
 * so that no row of an article is written by two.
 */
export function createArticleStore(table: Table): ArticleStore {
  return {
    async findMarker(articleId) {
      const row = await table.get(articleKey(articleId));
      return row && readMarker(row);
    },

    async findAlias(identityUrl) {
      const row = await table.get(addressKey(identityUrl));
      return row && String(row['articleId']);
    },

    async saveAlias(identityUrl, articleId) {
      await table.put({ ...addressKey(identityUrl), articleId });
    },

    async save(article) {
      const marker = await table.get(articleKey(article.articleId));
      if (marker && marker['itemId'] !== article.itemId) return false;
      await claimArticle(table, article);
      const rows = articleRows(article);
      const vanished = await listVanished(table, article, rows.own);
      await writeOwnRows(table, rows.own);
      await table.batchWrite(rows.byCountry, vanishedCountryKeys(vanished, rows.byCountry));
      await table.batchWrite([], vanished.map(keyOf));
      return table.putIf(markerRow(article), unlessAnotherItems(article.itemId));
    },

    saveOffTopic(marker) {
      return table.putIf(offTopicRow(marker), unlessAnotherItems(marker.itemId));
    },
  };
}

/** @throws StepError `article-contended` while another item's save may be under way */
async function claimArticle(table: Table, { articleId, itemId, fetchedAt }: StoredArticle): Promise<void> {
  const claimed = await table.putIf(
    {
      ...articleClaimKey(articleId),
      itemId,
      claimedAt: fetchedAt,
      expiresAt: Math.floor(Date.parse(fetchedAt) / 1000) + CLAIM_KEPT_SECONDS,
    },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR itemId = :itemId OR claimedAt < :stale',
      ExpressionAttributeValues: {
        ':itemId': itemId,
        ':stale': new Date(Date.parse(fetchedAt) - CLAIM_STANDS_MS).toISOString(),
      },
    },
  );
  if (claimed) return;
  throw new StepError('article-contended', `${articleId}: another item is becoming this article`, {
    retryable: true,
  });
}

/** Longer than all the receives of one message take; whoever claimed and is not done by then never will be. */
const CLAIM_STANDS_MS = 3_600_000;
const CLAIM_KEPT_SECONDS = 86_400;

function unlessAnotherItems(itemId: string) {
  return {
    ConditionExpression: 'attribute_not_exists(pk) OR itemId = :itemId',
    ExpressionAttributeValues: { ':itemId': itemId },
  };
}

/** A topic row that was told keeps that: writing it anew must not bring it back on the untold list. */
async function writeOwnRows(table: Table, rows: readonly (Row & Key)[]): Promise<void> {
  const isListed = (row: Row) => row['todoKey'] !== undefined;
  await table.batchWrite(rows.filter((row) => !isListed(row)));
  for (const row of rows.filter(isListed)) {
    const written = await table.putIf(row, { ConditionExpression: 'attribute_not_exists(toldOn)' });
    if (!written) await putTold(table, row);
  }
}

async function putTold(table: Table, row: Row & Key): Promise<void> {
  const { todoKey: _key, todoSort: _sort, ...rest } = row;
  const stored = await table.get(keyOf(row));
  await table.put({ ...rest, toldOn: stored?.['toldOn'] });
}

async function listVanished(
  table: Table,
  article: StoredArticle,
  rows: readonly Key[],
): Promise<(Row & Key)[]> {
  const stored = await table.query({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :topic)',
    ExpressionAttributeValues: { ':pk': articlePartition(article.articleId), ':topic': 'TOPIC#' },
    ConsistentRead: true,
  });
  const kept = new Set(rows.map((row) => row.sk));
  return (stored as (Row & Key)[]).filter((row) => !kept.has(row.sk));
}

function vanishedCountryKeys(vanished: readonly Row[], written: readonly Key[]): Key[] {
  const kept = new Set(written.map((row) => `${row.pk}\n${row.sk}`));
  return vanished
    .filter((row) => row['countryPk'] !== undefined)
    .map(countryKeyOf)
    .filter((key) => !kept.has(`${key.pk}\n${key.sk}`));
}

function keyOf(row: Key): Key {
  return { pk: row.pk, sk: row.sk };
}
