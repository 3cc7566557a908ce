import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArticleStore } from '../../../src/adapters/dynamodb/article-store.ts';
import { createListingStore } from '../../../src/adapters/dynamodb/listing-store.ts';
import { createPositionStore } from '../../../src/adapters/dynamodb/position-store.ts';
import { createUntoldStore } from '../../../src/adapters/dynamodb/untold-store.ts';
import type { ArticleStore, StoredArticle } from '../../../src/pipeline/ports.ts';
import { StepError } from '../../../src/pipeline/step-error.ts';
import { storedSeeds, TOPIC } from './stored-seeds.ts';
import { ENGINES, Killed, startTestTable, type TestTable } from './test-table.ts';

const [article] = storedSeeds() as [StoredArticle];
const found = article.topics[TOPIC] as StoredArticle['topics'][string];
const [dropped] = found.positions;

/** The same article as later rules read it: one position and all quotes but the first are gone. */
const reread: StoredArticle = {
  ...article,
  rulesVersion: 'b',
  topics: { [TOPIC]: { ...found, positions: found.positions.slice(1), quotes: found.quotes.slice(0, 1) } },
};

describe.each(ENGINES)('articles on %s', (engine) => {
  let test: TestTable;
  let articles: ArticleStore;

  beforeEach(async () => {
    test = await startTestTable(engine);
    articles = createArticleStore(test.table);
  });
  afterEach(() => test.discard());

  const positions = (country: string) => createPositionStore(test.table).listByCountry(TOPIC, country);

  it('keeps what was understood in the article’s partition and under each country', async () => {
    expect(await articles.save(article)).toBe(true);
    const details = await createListingStore(test.table).findDetails(TOPIC, article.articleId);
    expect(details.positions).toHaveLength(found.positions.length);
    expect(details.quotes).toEqual(found.quotes.toSorted((a, b) => a.start - b.start));
    for (const country of article.countries[TOPIC] ?? []) {
      const stated = await positions(country);
      expect(stated.map(({ evidence }) => evidence.text).toSorted(byText)).toEqual(
        found.positions
          .filter((each) => each.country === country)
          .map(({ evidence }) => evidence.text)
          .toSorted(byText),
      );
    }
  });

  it('saved twice is as saved once', async () => {
    await articles.save(article);
    const once = await test.dump();
    expect(await articles.save(article)).toBe(true);
    expect(await test.dump()).toEqual(once);
  });

  it('takes away what later rules no longer find, and only that', async () => {
    await articles.save(article);
    await articles.save(reread);
    const left = (await positions(String(dropped?.country))).map(({ evidence }) => evidence.text);
    expect(left).toHaveLength(
      reread.topics[TOPIC]?.positions.filter((each) => each.country === dropped?.country).length ?? 0,
    );
    expect((await articles.findMarker(article.articleId))?.itemId).toBe(article.itemId);

    const fresh = await startTestTable(engine);
    try {
      await createArticleStore(fresh.table).save(reread);
      expect(await test.dump()).toEqual(await fresh.dump());
    } finally {
      await fresh.discard();
    }
  });

  it('killed at any call and saved again, it ends as if nothing had happened', async () => {
    await articles.save(article);
    await articles.save(reread);
    const undisturbed = await test.dump();
    test.forget();
    await articles.save(article);
    const steps = test.calls.length;
    expect(steps).toBeGreaterThan(4);

    for (let step = 0; step < steps; step += 1) {
      test.dieAfter(step);
      await expect(articles.save(reread)).rejects.toThrow(Killed);
      test.dieAfter(Number.POSITIVE_INFINITY);
      await articles.save(reread);
      expect(await test.dump(), `killed before call ${step + 1}`).toEqual(undisturbed);
      await articles.save(article);
    }
  });

  it('has no marker until everything that it names is there', async () => {
    for (let step = 0; ; step += 1) {
      test.dieAfter(step);
      const saved = await articles.save(article).catch(() => false);
      test.dieAfter(Number.POSITIVE_INFINITY);
      if (saved) break;
      expect(await articles.findMarker(article.articleId), `after ${step} calls`).toBeUndefined();
    }
    expect(await articles.findMarker(article.articleId)).toBeDefined();
  });

  it('what was told stays told when the article is written anew', async () => {
    const untold = createUntoldStore(test.table);
    await articles.save(article);
    expect((await untold.listArticles(TOPIC)).map(({ articleId }) => articleId)).toEqual([article.articleId]);
    await untold.markArticlesTold(TOPIC, [article.articleId], '2024-06-01');
    await articles.save(reread);
    expect(await untold.listArticles(TOPIC)).toEqual([]);
  });

  it('belongs to the item that came first', async () => {
    await articles.save(article);
    expect(await articles.save({ ...article, itemId: 'another' })).toBe(false);
    expect((await articles.findMarker(article.articleId))?.itemId).toBe(article.itemId);
    expect(await articles.saveOffTopic({ ...article, itemId: 'another', outcome: 'off-topic' })).toBe(false);
  });

  it('is not written by two items at once, and is free again when the first never finished', async () => {
    test.dieAfter(3);
    await expect(articles.save(article)).rejects.toThrow(Killed);
    test.dieAfter(Number.POSITIVE_INFINITY);
    const soon = { ...article, itemId: 'another' };
    await expect(articles.save(soon)).rejects.toThrow(StepError);
    const later = new Date(Date.parse(article.fetchedAt) + 2 * 3_600_000).toISOString();
    expect(await articles.save({ ...soon, fetchedAt: later })).toBe(true);
  });

  it('is found by every address it is known under', async () => {
    await articles.saveAlias('outlet.example/news/1', article.articleId);
    expect(await articles.findAlias('outlet.example/news/1')).toBe(article.articleId);
    expect(await articles.findAlias('outlet.example/news/2')).toBeUndefined();
  });

  it('leaves no row of a reader’s kind when it is off topic', async () => {
    await articles.saveOffTopic({ ...article, outcome: 'off-topic', countries: {} });
    expect((await test.dump()).map((row) => row['sk'])).toEqual(['ARTICLE']);
  });
});

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
