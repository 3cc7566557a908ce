import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createItemStore } from '../../src/adapters/dynamodb/item-store.ts';
import { articleTopicKey, todo } from '../../src/adapters/dynamodb/keys.ts';
import { Table } from '../../src/adapters/dynamodb/table.ts';
import { createUntoldStore } from '../../src/adapters/dynamodb/untold-store.ts';
import { TABLE } from '../../src/contract/table.ts';
import type { SettledItem } from '../../src/pipeline/outcome.ts';
import type { ListedArticle } from '../../src/pipeline/ports.ts';
import { startTestCloud, type TestCloud } from '../local/aws/test-cloud.ts';

let cloud: TestCloud;
let table: Table;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.createTable('untold', TABLE);
  table = new Table('untold');
});
afterAll(() => cloud.discard());

const anArticle = (articleId: string): ListedArticle => ({
  articleId,
  url: `https://one.example/${articleId}`,
  publisher: 'One',
  publisherFamily: 'one',
  title: 'Title',
  byline: [],
  listedAt: '2024-05-30T18:00:00.000Z',
  excerpt: '',
  relevance: 'core',
  score: 1,
  textKey: 'texts/1',
  feedId: 'one',
});

async function putUntold(topic: string, articleId: string): Promise<void> {
  const article = anArticle(articleId);
  await table.put({
    ...articleTopicKey(articleId, topic),
    ...article,
    todoKey: todo.untold(topic),
    todoSort: todo.sort(article.listedAt, articleId),
  });
}

describe('what no digest has told', () => {
  it('is a topic’s articles until they are told, and the row says when that was', async () => {
    const store = createUntoldStore(table);
    await putUntold('t', 'a1');
    await putUntold('t', 'a2');
    await putUntold('other', 'a1');
    expect((await store.listArticles('t')).map(({ articleId }) => articleId)).toEqual(['a1', 'a2']);
    await store.markArticlesTold('t', ['a1', 'never there'], '2024-05-31');
    await store.markArticlesTold('t', ['a1'], '2024-06-01');
    expect(await store.listArticles('t')).toEqual([anArticle('a2')]);
    expect(await store.listArticles('other')).toEqual([anArticle('a1')]);
    expect(await table.get(articleTopicKey('a1', 't'))).toMatchObject({ toldOn: '2024-05-31' });
    expect(await table.get(articleTopicKey('never there', 't'))).toBeUndefined();
  });

  it('is every item’s outcome until it is counted, and the outcome stays', async () => {
    const store = createUntoldStore(table);
    const items = createItemStore(table);
    const item: SettledItem = {
      itemId: 'i1',
      feedId: 'one',
      url: 'https://one.example/a1',
      outcome: 'given-up',
      reason: 'not-found',
      settledAt: '2024-05-30T18:00:00.000Z',
    };
    await items.settle(item);
    expect(await store.listItems()).toEqual([item]);
    await store.markItemsTold(['i1', 'never there']);
    expect(await store.listItems()).toEqual([]);
    expect(await items.find('i1')).toEqual(item);
    expect(await items.find('never there')).toBeUndefined();
  });
});
