import { createArticleStore } from '../../src/adapters/dynamodb/article-store.ts';
import { createHostStore } from '../../src/adapters/dynamodb/host-store.ts';
import { createItemStore } from '../../src/adapters/dynamodb/item-store.ts';
import { extractLazily } from '../../src/compose/extract-lazily.ts';
import type { FoldMessage, ItemMessage } from '../../src/contract/messages.ts';
import type { IngestDeps } from '../../src/pipeline/ingest-deps.ts';
import type { Web, WebOutcome } from '../../src/pipeline/web.ts';
import type { TestTable } from '../adapters/dynamodb/test-table.ts';
import { loadTopic } from '../domain/topics/load-pack.ts';

export const NOW = '2024-06-01T06:00:00.000Z';

export const RELEVANT_TEXT = [
  'Germany has allowed Ukraine to use German-supplied weapons against military targets inside Russia, the government ' +
    'spokesman Steffen Hebestreit said on Friday.',
  'The weapons may be used to defend the Kharkiv region against attacks that are launched from just across the border, ' +
    'he said, in line with international law.',
  'Until now Berlin had ruled out that its weapons would be fired at Russian territory, for fear of escalation.',
];

export const OTHER_TEXT = [
  'The town council has voted to repair the old bridge over the mill stream before the winter, after years of delay.',
  'Work is to begin in August and will close one lane for six weeks, the mayor told residents at a meeting on Tuesday.',
  'The cost is put at two million crowns, half of which the regional fund for roads has promised to bear.',
];

export function pageOf(title: string, paragraphs: readonly string[], head = ''): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head>
<body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>\n${body}\n</article></body></html>`;
}

export const ok = (html: string, url: string, contentType = 'text/html; charset=utf-8'): WebOutcome => ({
  kind: 'ok',
  url,
  contentType,
  bytes: new TextEncoder().encode(html),
  validators: {},
  hints: {},
});

/** Pages by address; anything else is not found. */
export class ScriptedWeb implements Web {
  readonly asked: string[] = [];
  private readonly answers: ReadonlyMap<string, WebOutcome>;

  constructor(answers: Readonly<Record<string, WebOutcome>>) {
    this.answers = new Map(Object.entries(answers));
  }

  async fetch({ url }: { url: string }): Promise<WebOutcome> {
    this.asked.push(url);
    return (
      this.answers.get(url) ?? {
        kind: 'refused',
        reason: 'not-found',
        status: 404,
        message: 'no',
        retryable: false,
      }
    );
  }
}

type Sent<M> = { message: M; delaySeconds: number };

export interface IngestHouse {
  readonly deps: IngestDeps;
  readonly web: ScriptedWeb;
  readonly items: Sent<ItemMessage>[];
  readonly folds: FoldMessage[];
  /** Keys of everything archived. */
  readonly archived: Set<string>;
}

/** ingest-article's world: the real table, pages from a script, queues and a bucket in memory. */
export function ingestHouse(test: TestTable, answers: Readonly<Record<string, WebOutcome>>): IngestHouse {
  const web = new ScriptedWeb(answers);
  const items: Sent<ItemMessage>[] = [];
  const folds: FoldMessage[] = [];
  const archived = new Set<string>();
  const deps: IngestDeps = {
    items: createItemStore(test.table),
    articles: createArticleStore(test.table),
    hosts: createHostStore(test.table, 1),
    archive: archiveInto(archived),
    web,
    itemQueue: {
      send: async (messages, { delaySeconds = 0 } = {}) => {
        items.push(...messages.map((message) => ({ message, delaySeconds })));
      },
    },
    foldQueue: {
      send: async (messages) => {
        folds.push(...messages);
      },
    },
    topics: [loadTopic('weapons-use-restrictions')],
    rulesVersion: 'test',
    extract: extractLazily,
    findPublisher: (feedId) => ({ publisher: feedId, family: feedId }),
    denied: { list: async () => [] },
    respectRobots: false,
    userAgent: 'Caveat/0 (+https://caveat.example)',
  };
  return { deps, web, items, folds, archived };
}

function archiveInto(archived: Set<string>): IngestDeps['archive'] {
  const save = async (key: string) => {
    archived.add(key);
    return key;
  };
  return {
    savePage: (articleId) => save(`pages/${articleId}`),
    saveText: (hash) => save(`texts/${hash}`),
  };
}

export function itemOf(url: string, more: Partial<ItemMessage> = {}): ItemMessage {
  return { itemId: `item of ${url}`, feedId: 'outlet', url, title: 'A title', firstSeenAt: NOW, ...more };
}

export const receipt = (more: Partial<{ receivedAt: string; isLast: boolean }> = {}) => ({
  receivedAt: NOW,
  isLast: false,
  ...more,
});
