import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQuestions } from '../../../src/adapters/dynamodb/questions.ts';
import type { StoredArticle } from '../../../src/pipeline/ports.ts';
import type { Questions } from '../../../src/pipeline/questions.ts';
import { fillTable } from './filled-table.ts';
import { TOPIC } from './stored-seeds.ts';
import { ENGINES, startTestTable, type TestTable } from './test-table.ts';

const MAY = { since: '2024-05-01', until: '2024-05-31' };

describe.each(ENGINES)('the questions on %s', (engine) => {
  let test: TestTable;
  let articles: StoredArticle[];
  let ask: Questions;

  beforeAll(async () => {
    test = await startTestTable(engine);
    articles = await fillTable(test.table);
    ask = createQuestions(test.table);
  });
  afterAll(() => test.discard());

  it.each<[string, (ask: Questions) => Promise<readonly unknown[]>]>([
    ['relevant articles of a span of days', ({ listArticles }) => listArticles(TOPIC, MAY, 'core')],
    ['positions of a country', ({ listPositionsOf }) => listPositionsOf(TOPIC, 'US')],
    ['positions stated in a span of days', ({ listPositionsStated }) => listPositionsStated(TOPIC, MAY)],
    ['the ledger', ({ listLedger }) => listLedger(TOPIC)],
    ['the ledger of a country', ({ listLedger }) => listLedger(TOPIC, 'US')],
    ['what a person said', ({ listQuotes }) => listQuotes(TOPIC, 'Jens Stoltenberg')],
    ['the stories of a day', ({ listStories }) => listStories(TOPIC, '2024-06-01')],
    ['the state of every feed', ({ listFeeds }) => listFeeds()],
  ])('%s: one Query, and nothing read that is not returned', async (_question, put) => {
    test.forget();
    const rows = await put(ask);
    expect(rows.length).toBeGreaterThan(0);
    expect(test.calls).toEqual([{ command: 'QueryCommand', count: rows.length, scannedCount: rows.length }]);
  });

  it('digests sent: one Query brings the deliveries too', async () => {
    test.forget();
    const digests = await ask.listDigests(TOPIC, { since: '2024-06-01', until: '2024-06-01' });
    expect(digests.map(({ date, deliveries }) => [date, deliveries])).toEqual([
      ['2024-06-01', { claimed: 2 }],
    ]);
    expect(test.calls).toEqual([{ command: 'QueryCommand', count: 3, scannedCount: 3 }]);
  });

  it('one article: one Query by its id, and one read more by its address', async () => {
    const [article] = articles as [StoredArticle];
    test.forget();
    const byId = await ask.findArticle(article.articleId);
    expect(test.calls.map(({ command }) => command)).toEqual(['QueryCommand']);
    test.forget();
    expect(await ask.findArticle(article.url)).toEqual(byId);
    expect(test.calls.map(({ command }) => command)).toEqual(['GetItemCommand', 'QueryCommand']);
    const found = article.topics[TOPIC];
    expect(byId?.positions).toHaveLength(found?.positions.length ?? -1);
    expect(byId?.quotes).toHaveLength(found?.quotes.length ?? -1);
  });

  it('articles come newest first, positions oldest first', async () => {
    const listed = (await ask.listArticles(TOPIC, MAY, 'core')).map(({ listedAt }) => listedAt);
    expect(listed).toEqual(listed.toSorted((a, b) => (a < b ? 1 : -1)));
    const days = (await ask.listPositionsStated(TOPIC, MAY)).map(
      (each) => each.statementDate ?? each.listedAt.slice(0, 10),
    );
    expect(days).toEqual(days.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('a day that has nothing, a country nobody spoke for and a stranger find nothing', async () => {
    expect(await ask.listArticles(TOPIC, { since: '2023-01-01', until: '2023-12-31' }, 'core')).toEqual([]);
    expect(await ask.listPositionsOf(TOPIC, 'XX')).toEqual([]);
    expect(await ask.listQuotes(TOPIC, 'Nobody')).toEqual([]);
    expect(await ask.findArticle('0000000000000000')).toBeUndefined();
  });
});
