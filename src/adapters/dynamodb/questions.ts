import { identityUrl } from '../../domain/addresses/identity-url.ts';
import { articleId } from '../../domain/articles/identity.ts';
import type { Delivery } from '../../pipeline/ports.ts';
import type { DaySpan, Questions, SentDigest, SpokenQuote, WholeArticle } from '../../pipeline/questions.ts';
import { createFeedStore } from './feed-store.ts';
import {
  addressKey,
  articlePartition,
  digestsPartition,
  ledgerCountryPrefix,
  ledgerPartition,
  listing,
  speakers,
  statements,
  storiesPartition,
} from './keys.ts';
import { toLedgerRow } from './ledger-store.ts';
import { createPositionStore } from './position-store.ts';
import {
  readDelivery,
  readDigest,
  readListedArticle,
  readQuote,
  readReportedPosition,
  readStory,
} from './records.ts';
import type { Row, Table } from './table.ts';

/** Sorts after every text that begins with the same characters. */
const END = '~';

export function createQuestions(table: Table): Questions {
  return {
    async listArticles(topic, span, relevance) {
      const rows = await queryIndex(table, 'listing', listing[relevance](topic), span, { newestFirst: true });
      return rows.map(readListedArticle);
    },

    listPositionsOf(topic, country) {
      return createPositionStore(table).listByCountry(topic, country);
    },

    async listPositionsStated(topic, span) {
      const rows = await queryIndex(table, 'statement', statements.key(topic), span, { newestFirst: false });
      return rows.map(readReportedPosition);
    },

    async listLedger(topic, country) {
      const prefix = country === undefined ? 'COUNTRY#' : ledgerCountryPrefix(country);
      return (await queryPartition(table, ledgerPartition(topic), prefix)).map(toLedgerRow);
    },

    async listQuotes(topic, speaker) {
      const rows = await table.query({
        IndexName: 'speakers',
        KeyConditionExpression: 'speakerKey = :speaker',
        ExpressionAttributeValues: { ':speaker': speakers.key(topic, speaker) },
        ScanIndexForward: false,
      });
      return rows.map((row) => ({ ...readQuote(row), ...referenceOf(row) }));
    },

    async listStories(topic, date) {
      return (await queryPartition(table, storiesPartition(topic), `${date}#`)).map(readStory);
    },

    listFeeds() {
      return createFeedStore(table).list();
    },

    async listDigests(topic, span) {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :since AND :until',
        ExpressionAttributeValues: {
          ':pk': digestsPartition(topic),
          ':since': span.since,
          ':until': `${span.until}${END}`,
        },
      });
      return sentDigests(rows).reverse();
    },

    async findArticle(idOrUrl) {
      const id = await articleIdOf(table, idOrUrl);
      return id === undefined
        ? undefined
        : wholeArticle(id, await queryPartition(table, articlePartition(id), ''));
    },
  };
}

function queryIndex(
  table: Table,
  index: 'listing' | 'statement',
  key: string,
  span: DaySpan,
  options: { newestFirst: boolean },
): Promise<Row[]> {
  return table.query({
    IndexName: index === 'listing' ? 'listing' : 'statements',
    KeyConditionExpression: `${index}Key = :key AND ${index}Sort BETWEEN :since AND :until`,
    ExpressionAttributeValues: { ':key': key, ':since': span.since, ':until': `${span.until}${END}` },
    ScanIndexForward: !options.newestFirst,
  });
}

function queryPartition(table: Table, partition: string, prefix: string): Promise<Row[]> {
  const all = prefix === '';
  return table.query({
    KeyConditionExpression: all ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partition, ...(all ? {} : { ':prefix': prefix }) },
  });
}

function referenceOf(row: Row): Pick<SpokenQuote, 'articleId' | 'url' | 'publisher' | 'listedAt'> {
  return {
    articleId: String(row['articleId']),
    url: String(row['url']),
    publisher: String(row['publisher']),
    listedAt: String(row['listedAt']),
  };
}

/** A digest's deliveries lie beside it, so that one Query counts them as they stand. */
function sentDigests(rows: readonly Row[]): SentDigest[] {
  const digests = rows.filter((row) => row['subject'] !== undefined).map(readDigest);
  const deliveries = rows.filter((row) => row['deliveryId'] !== undefined).map(readDelivery);
  return digests.map((digest) => {
    const counts: Partial<Record<Delivery['status'], number>> = {};
    for (const delivery of deliveries) {
      if (delivery.kind !== 'digest' || delivery.date !== digest.date) continue;
      counts[delivery.status] = (counts[delivery.status] ?? 0) + 1;
    }
    return { ...digest, deliveries: counts };
  });
}

async function articleIdOf(table: Table, idOrUrl: string): Promise<string | undefined> {
  if (!idOrUrl.includes('/')) return idOrUrl;
  const address = identityUrl(idOrUrl);
  if (address === undefined) return undefined;
  const alias = await table.get(addressKey(address));
  return alias ? String(alias['articleId']) : articleId(address);
}

const KEY_ATTRIBUTES = new Set([
  'pk',
  'sk',
  'countryPk',
  'countrySk',
  'listingKey',
  'listingSort',
  'speakerKey',
  'speakerSort',
  'statementKey',
  'statementSort',
  'todoKey',
  'todoSort',
]);

function wholeArticle(id: string, rows: readonly Row[]): WholeArticle | undefined {
  const marker = rows.find((row) => row['sk'] === 'ARTICLE');
  if (!marker) return undefined;
  const matching = (test: RegExp) => rows.filter((row) => test.test(String(row['sk']))).map(withoutKeys);
  return {
    articleId: id,
    article: withoutKeys(marker),
    topics: matching(/^TOPIC#[^#]+$/),
    positions: matching(/^TOPIC#[^#]+#POSITION#/),
    quotes: matching(/^TOPIC#[^#]+#QUOTE#/),
  };
}

function withoutKeys(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !KEY_ATTRIBUTES.has(name)));
}
