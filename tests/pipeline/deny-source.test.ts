import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuditLog } from '../../src/adapters/dynamodb/audit-log.ts';
import { createDenyStore } from '../../src/adapters/dynamodb/deny-store.ts';
import { createKnownArticles } from '../../src/adapters/dynamodb/known-articles.ts';
import { createOverrideStore } from '../../src/adapters/dynamodb/override-store.ts';
import { createQuestions } from '../../src/adapters/dynamodb/questions.ts';
import { createUntoldStore } from '../../src/adapters/dynamodb/untold-store.ts';
import type { DenyEntry } from '../../src/domain/deny/denied.ts';
import { type DenySourceDeps, denySource, type PruneStep } from '../../src/pipeline/deny-source.ts';
import { ingestItem } from '../../src/pipeline/ingest-item.ts';
import { ENGINES, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import {
  type IngestHouse,
  ingestHouse,
  itemOf,
  NOW,
  ok,
  pageOf,
  RELEVANT_TEXT,
  receipt,
} from './ingest-house.ts';

/** Of a host each, so that none has to wait for its turn. */
const URLS = ['a', 'b', 'c'].map((host) => `https://${host}.example/news`);
const EVER = { since: '0000-00-00', until: '9999-12-31' };
const ENTRY: DenyEntry = { kind: 'publisher', value: 'outlet', because: 'asked', by: 'somebody', at: NOW };

describe('a source that is denied', () => {
  let test: TestTable;
  let house: IngestHouse;
  let deps: DenySourceDeps;
  const steps: PruneStep[] = [];
  const listed = async () => {
    const articles = await createQuestions(test.table).listArticles('weapons-use-restrictions', EVER, 'core');
    return articles.map(({ url }) => url).toSorted((one, other) => one.localeCompare(other));
  };
  const deny = (prune: boolean, more: Partial<DenySourceDeps> = {}) =>
    denySource({ entry: ENTRY, prune }, { ...deps, ...more }, (step) => steps.push(step));

  beforeEach(async () => {
    test = await startTestTable(ENGINES[0]);
    const texts = new Map<string, string>();
    const pages = URLS.map((url, n) => [url, ok(pageOf(`Title ${n}`, [...RELEVANT_TEXT, `${n}`]), url)]);
    house = ingestHouse(test, Object.fromEntries(pages));
    const archive = {
      ...house.deps.archive,
      saveText: async (hash: string, text: string) => {
        texts.set(hash, text);
        return hash;
      },
      readText: async (key: string) => texts.get(key) ?? '',
    };
    for (const [n, url] of URLS.entries()) {
      const feedId = n === 2 ? 'other' : 'outlet';
      await ingestItem(itemOf(url, { feedId }), receipt(), { ...house.deps, archive });
    }
    house.folds.length = 0;
    steps.length = 0;
    deps = {
      ...house.deps,
      archive,
      known: createKnownArticles(test.table),
      pages: { findPage: async () => undefined },
      overrides: createOverrideStore(test.table),
      untold: createUntoldStore(test.table),
      questions: createQuestions(test.table),
      audit: createAuditLog(test.table),
      deny: createDenyStore(test.table),
      denied: [],
    };
  });
  afterEach(() => test.discard());

  it('keeps what is on record of it unless pruning is asked for', async () => {
    const { onRecord, pruned } = await deny(false);
    expect({ covered: onRecord.length, pruned, steps }).toEqual({ covered: 2, pruned: [], steps: [] });
    expect(await listed()).toEqual(URLS);
    expect(await createDenyStore(test.table).list()).toEqual([ENTRY]);
  });

  it('is taken out article by article, its countries are folded anew, and others stay', async () => {
    const { onRecord, pruned } = await deny(true);
    expect(pruned).toEqual(onRecord);
    expect(steps).toEqual(
      onRecord.map((articleId, n) => ({ articleId, fate: 'pruned', done: n + 1, total: 2 })),
    );
    expect(await listed()).toEqual([URLS[2]]);
    expect(house.folds.length).toBeGreaterThan(0);
    const [record] = await createAuditLog(test.table).list();
    expect(record).toMatchObject({ act: 'deny-add', details: { value: 'outlet', pruned } });
    expect(await deny(true)).toEqual({ onRecord: [], pruned: [] });
  });

  it('of which one article cannot be read loses the others, and says which', async () => {
    const known = createKnownArticles(test.table);
    let lost: string | undefined;
    const forgetful: DenySourceDeps['known'] = {
      find: async (articleId) => {
        lost ??= articleId;
        return articleId === lost ? undefined : known.find(articleId);
      },
    };
    const { onRecord, pruned } = await deny(true, { known: forgetful });
    expect(pruned).toEqual(onRecord.filter((articleId) => articleId !== lost));
    expect(steps.map(({ fate }) => fate)).toEqual(['unreadable', 'pruned']);
  });

  it('of which one article became another item’s meanwhile loses the others', async () => {
    let calls = 0;
    const articles: DenySourceDeps['articles'] = {
      save: async (article) => {
        calls += 1;
        return calls > 1 && house.deps.articles.save(article);
      },
    };
    const { pruned } = await deny(true, { articles });
    expect(pruned).toHaveLength(1);
    expect(steps.map(({ fate }) => fate)).toEqual(['contended', 'pruned']);
  });
});
