import { createArticleStore } from '../../../src/adapters/dynamodb/article-store.ts';
import { createDeliveryStore } from '../../../src/adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from '../../../src/adapters/dynamodb/digest-store.ts';
import { createFeedStore } from '../../../src/adapters/dynamodb/feed-store.ts';
import { createLedgerStore } from '../../../src/adapters/dynamodb/ledger-store.ts';
import { createPositionStore } from '../../../src/adapters/dynamodb/position-store.ts';
import type { Table } from '../../../src/adapters/dynamodb/table.ts';
import { packLedgerRules } from '../../../src/domain/topics/pack-ledger-rules.ts';
import { foldCountry } from '../../../src/pipeline/fold-country.ts';
import type { StoredArticle } from '../../../src/pipeline/ports.ts';
import { loadPack } from '../../domain/topics/load-pack.ts';
import { storedSeeds, TOPIC } from './stored-seeds.ts';

const DAYS = ['2024-05-31', '2024-06-01'];

/** Fills a table through the stores, with more of everything than any one question asks for. */
export async function fillTable(table: Table): Promise<StoredArticle[]> {
  const articles = storedSeeds();
  for (const article of articles) await createArticleStore(table).save(article);
  await foldAll(table, articles);
  for (const article of articles) await saveFeed(table, article);
  for (const date of DAYS) await saveDigest(table, date, articles);
  return articles;
}

async function foldAll(table: Table, articles: readonly StoredArticle[]): Promise<void> {
  const deps = {
    positions: createPositionStore(table),
    ledger: createLedgerStore(table),
    rules: new Map([[TOPIC, packLedgerRules(loadPack(TOPIC))]]),
  };
  const countries = new Set(articles.flatMap((article) => article.countries[TOPIC] ?? []));
  for (const country of countries) await foldCountry(TOPIC, country, deps);
}

function saveFeed(
  table: Table,
  { feedId, publisher, publisherFamily, fetchedAt }: StoredArticle,
): Promise<void> {
  return createFeedStore(table).save({
    feedId,
    publisher,
    family: publisherFamily,
    url: `https://${feedId}/feed`,
    country: 'US',
    language: 'en',
    excerptLimit: 500,
    nextPollAt: fetchedAt,
    validators: {},
    consecutiveFailures: 0,
    state: 'read',
  });
}

async function saveDigest(table: Table, date: string, articles: readonly StoredArticle[]): Promise<void> {
  const digests = createDigestStore(table);
  const stories = articles.map(({ articleId, publisher, url, article }, rank) => ({
    storyId: `story-${articleId}`,
    rank: rank + 1,
    title: article.title,
    leadArticleId: articleId,
    publisherCount: 1,
    articles: [{ articleId, title: article.title, publisher, url }],
  }));
  await digests.saveStories(TOPIC, date, stories);
  for (const subscriberId of ['reader-1', 'reader-2']) {
    await createDeliveryStore(table).claim({
      kind: 'digest',
      topic: TOPIC,
      date,
      subscriberId,
      deliveryId: `${date}-${subscriberId}`,
      status: 'claimed',
      claimedAt: `${date}T06:00:00.000Z`,
    });
  }
  await digests.save({
    topic: TOPIC,
    date,
    subject: 'US allows strikes near Kharkiv',
    windowFrom: `${date}T00:00:00.000Z`,
    windowTo: `${date}T06:00:00.000Z`,
    articleCount: articles.length,
    changeCount: 1,
    recipientCount: 2,
    status: 'queued',
  });
}
