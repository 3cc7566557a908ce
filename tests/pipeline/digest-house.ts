import type { DigestConfig } from '../../src/config/schema.ts';
import type { SiteFile } from '../../src/domain/archive-site/site-file.ts';
import type { LedgerRow } from '../../src/domain/ledger/ledger.ts';
import type { SettledItem } from '../../src/pipeline/outcome.ts';
import type { Archive, DigestFiles, ListedArticle } from '../../src/pipeline/ports.ts';
import type { SendDigestDeps } from '../../src/pipeline/send-digest.ts';
import { timelineInput } from '../domain/archive-site/two-years.ts';
import { digestInput, TEXT } from '../domain/digest/digest-input-builder.ts';
import {
  memoryCorrections,
  memoryDeliveries,
  memoryDeliveryQueue,
  memoryDigests,
  memoryLog,
  memorySubscribers,
} from './mail-doubles.ts';

export const TOPIC = 'topic';

/** Everything that send-digest sees of the world, in memory, with what tests look at. */
export function digestHouse(config: Partial<DigestConfig> = {}) {
  const untold = memoryUntold();
  const archive = memoryArchive();
  const digests = memoryDigests();
  const deps = {
    config: {
      topic: TOPIC,
      sender: 'digest@news.example',
      senderIdentity: 'existing' as const,
      senderName: 'Caveat',
      recipients: ['reader@example.org'],
      timeZone: 'Europe/Berlin',
      hour: 7,
      sendOnEmptyDays: true,
      immediateNotices: false,
      ...config,
    },
    feedConfigs: [],
    topic: { id: TOPIC, label: 'The topic', words: digestInput().words },
    untold,
    listing: {
      findDetails: async () => ({ positions: [], quotes: [] }),
      listRelevant: async () => [...untold.listed.values()],
      countByDay: async () => [],
    },
    ledger: memoryLedger(),
    feeds: { list: async () => [] } as unknown as SendDigestDeps['feeds'],
    digests,
    corrections: memoryCorrections(),
    deliveries: memoryDeliveries(),
    subscribers: memorySubscribers(),
    archive,
    archiveSite: {
      topic: { id: TOPIC, label: 'The topic', words: digestInput().words, rules: timelineInput().rules },
      excerptLimits: {},
      questions: { listArticles: async () => [], listPositionsStated: async () => [] },
      digests,
      archive,
      site: memorySite(),
    },
    deliveryQueue: memoryDeliveryQueue(),
    log: memoryLog(),
  };
  return deps satisfies SendDigestDeps;
}
export type DigestHouse = ReturnType<typeof digestHouse>;

function memorySite() {
  const files = new Map<string, SiteFile>();
  return {
    files,
    read: async (path: string) => files.get(path)?.body,
    async write(file: SiteFile) {
      files.set(file.path, file);
    },
  };
}

function memoryUntold() {
  const articles = new Map<string, ListedArticle>();
  const listed = new Map<string, ListedArticle>();
  const items = new Map<string, SettledItem>();
  const toldOn = new Map<string, string>();
  return {
    toldOn,
    articles,
    /** Told or not. */
    listed,
    addArticle(articleId: string, given: Partial<ListedArticle> = {}) {
      articles.set(articleId, listedArticle(articleId, given));
      listed.set(articleId, listedArticle(articleId, given));
    },
    addItem(item: SettledItem) {
      items.set(item.itemId, item);
    },
    listArticles: async () => [...articles.values()],
    listItems: async () => [...items.values()],
    async markArticlesTold(_topic: string, ids: readonly string[], date: string) {
      for (const id of ids) {
        articles.delete(id);
        if (!toldOn.has(id)) toldOn.set(id, date);
      }
    },
    async markItemsTold(ids: readonly string[]) {
      for (const id of ids) items.delete(id);
    },
  };
}

function listedArticle(articleId: string, given: Partial<ListedArticle>): ListedArticle {
  return {
    articleId,
    url: `https://one.example/${articleId}`,
    publisher: 'One',
    publisherFamily: 'one',
    title: `Title of ${articleId}`,
    byline: [],
    listedAt: '2024-05-30T18:00:00.000Z',
    excerpt: '',
    relevance: 'core',
    score: 1,
    textKey: articleId,
    feedId: 'one',
    ...given,
  };
}

function memoryLedger() {
  const rows: LedgerRow[] = [];
  return {
    rows,
    findVersion: async () => 0,
    claimVersion: async () => true,
    saveRows: async () => {},
    removeLeftovers: async () => {},
    list: async () => [...rows],
  };
}

function memoryArchive() {
  const manifests = new Map<string, string>();
  const digests = new Map<string, DigestFiles>();
  const archive: Pick<Archive, 'claimManifest' | 'findManifest' | 'readDigest' | 'readText' | 'saveDigest'> =
    {
      readText: async (key) => `${TEXT} ${key}`,
      async claimManifest(topic, date, manifest) {
        const key = `${topic}/${date}`;
        if (!manifests.has(key)) manifests.set(key, manifest);
        return manifests.get(key) ?? '';
      },
      findManifest: async (topic, date) => manifests.get(`${topic}/${date}`),
      saveDigest: async (topic, date, files) => void digests.set(`${topic}/${date}`, files),
      readDigest: async (topic, date) => digests.get(`${topic}/${date}`),
    };
  return { ...(archive as Archive), manifests, digests };
}
