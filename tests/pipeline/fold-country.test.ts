import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createArticleStore } from '../../src/adapters/dynamodb/article-store.ts';
import { createLedgerStore } from '../../src/adapters/dynamodb/ledger-store.ts';
import { createPositionStore } from '../../src/adapters/dynamodb/position-store.ts';
import { foldLedger } from '../../src/domain/ledger/fold-ledger.ts';
import type { LedgerRow } from '../../src/domain/ledger/ledger.ts';
import { packLedgerRules } from '../../src/domain/topics/pack-ledger-rules.ts';
import { type FoldDeps, foldCountry } from '../../src/pipeline/fold-country.ts';
import type { LedgerStore, StoredArticle } from '../../src/pipeline/ports.ts';
import { storedSeeds, TOPIC } from '../adapters/dynamodb/stored-seeds.ts';
import { ENGINES, Killed, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import { loadPack } from '../domain/topics/load-pack.ts';

const RULES = packLedgerRules(loadPack(TOPIC));
const ARTICLES = storedSeeds();
/** The two whose answers change in the seed articles. */
const COUNTRIES = ['DE', 'US'];

describe.each(ENGINES)('folds of one ledger at once, on %s', (engine) => {
  let house: TestTable;
  beforeAll(async () => {
    house = await startTestTable(engine);
  }, 30_000);
  afterAll(() => house.discard());
  afterEach(async () => {
    house.dieAfter(Number.POSITIVE_INFINITY);
    const keys = (await house.dump()).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    await house.table.batchWrite([], keys);
  });

  it('leave what one fold over everything gives, however ingests overlap', async () => {
    await Promise.all(
      ARTICLES.map(async (article) => {
        await createArticleStore(house.table).save(article);
        await Promise.all(COUNTRIES.map((country) => foldUntilDone(country)));
      }),
    );
    await expectLedgerOf(ARTICLES);
  });

  it('let the slower one see what the faster one saw: it claims too late and reads again', async () => {
    const [first, ...others] = ARTICLES;
    if (first === undefined) throw new Error('no article');
    await createArticleStore(house.table).save(first);
    const versions: number[] = [];
    for (const country of COUNTRIES) {
      const slow = depsWith({
        beforeClaim: async (version) => {
          versions.push(version);
          if (version > 1) return;
          for (const article of others) await createArticleStore(house.table).save(article);
          await foldCountry(TOPIC, country, deps());
        },
      });
      await foldCountry(TOPIC, country, slow);
    }
    expect(versions.length).toBeGreaterThan(COUNTRIES.length);
    await expectLedgerOf(ARTICLES);
  });

  it('leave no row of the slower one behind, when it writes after the faster one is done', async () => {
    for (const article of ARTICLES) await createArticleStore(house.table).save(article);
    let rowsOfSlow = 0;
    const slow = depsWith({
      beforeSave: async (rows) => {
        rowsOfSlow = rows.length;
        for (const article of ARTICLES) await removePositions(article);
        expect(await foldCountry(TOPIC, 'US', deps())).toEqual([]);
      },
    });
    expect(await foldCountry(TOPIC, 'US', slow)).toEqual([]);
    expect(rowsOfSlow).toBeGreaterThan(0);
    expect(await createLedgerStore(house.table).list(TOPIC)).toEqual([]);
  });

  it('never take a row away for a moment that both folds know', async () => {
    for (const article of ARTICLES) await createArticleStore(house.table).save(article);
    await foldCountry(TOPIC, 'US', deps());
    const before = await createLedgerStore(house.table).list(TOPIC);
    const slow = depsWith({
      beforeSave: async () => {
        const version = await createLedgerStore(house.table).findVersion(TOPIC, 'US');
        expect(await createLedgerStore(house.table).claimVersion(TOPIC, 'US', version + 1)).toBe(true);
      },
    });
    await foldCountry(TOPIC, 'US', slow);
    expect(await createLedgerStore(house.table).list(TOPIC)).toEqual(before);
  });

  it('heal after a fold that died at any of its calls', async () => {
    for (const article of ARTICLES) await createArticleStore(house.table).save(article);
    const country = 'US';
    house.forget();
    await foldCountry(TOPIC, country, deps());
    const whole = house.calls.length;
    for (let calls = 0; calls < whole; calls += 1) {
      house.dieAfter(calls);
      await expect(foldCountry(TOPIC, country, deps())).rejects.toThrow(Killed);
      house.dieAfter(Number.POSITIVE_INFINITY);
      await foldCountry(TOPIC, country, deps());
      const rows = await createLedgerStore(house.table).list(TOPIC);
      const positions = await createPositionStore(house.table).listByCountry(TOPIC, country);
      expect(rows).toEqual(foldLedger(positions, RULES));
    }
  });

  function deps(ledger: LedgerStore = createLedgerStore(house.table)): FoldDeps {
    return { positions: createPositionStore(house.table), ledger, rules: new Map([[TOPIC, RULES]]) };
  }

  /** The real stores, with something that happens between two of their calls. */
  function depsWith(between: {
    beforeClaim?: (version: number) => Promise<void>;
    beforeSave?: (rows: readonly LedgerRow[]) => Promise<void>;
  }): FoldDeps {
    const ledger = createLedgerStore(house.table);
    return deps({
      ...ledger,
      claimVersion: async (topic, country, version) => {
        await between.beforeClaim?.(version);
        return ledger.claimVersion(topic, country, version);
      },
      saveRows: async (topic, country, version, rows) => {
        await between.beforeSave?.(rows);
        await ledger.saveRows(topic, country, version, rows);
      },
    });
  }

  /** What the queue does with a fold that was overtaken every time: it comes again. */
  async function foldUntilDone(country: string): Promise<void> {
    for (let receives = 0; receives < 10; receives += 1) {
      const done = await foldCountry(TOPIC, country, deps()).catch(() => undefined);
      if (done !== undefined) return;
    }
    throw new Error(`${country}: overtaken ten times`);
  }

  async function removePositions(article: StoredArticle): Promise<void> {
    const nothing = { ...article.topics[TOPIC], positions: [] } as unknown as StoredArticle['topics'][string];
    await createArticleStore(house.table).save({ ...article, topics: { [TOPIC]: nothing } });
  }

  async function expectLedgerOf(articles: readonly StoredArticle[]): Promise<void> {
    const store = createPositionStore(house.table);
    const lists = await Promise.all(COUNTRIES.map((country) => store.listByCountry(TOPIC, country)));
    const positions = lists.flat();
    const ids = new Set(articles.map(({ articleId }) => articleId));
    expect(positions.every(({ articleId }) => ids.has(articleId))).toBe(true);
    const rows = foldLedger(positions, RULES);
    expect(rows.length).toBeGreaterThan(0);
    expect(await createLedgerStore(house.table).list(TOPIC)).toEqual(rows);
  }
});
