import type { IndexedDigest } from '../domain/archive-site/render-index.ts';
import { digestFile, frontFiles } from '../domain/archive-site/site-file.ts';
import type { Digest } from '../domain/digest/digest.ts';
import type { DigestWords } from '../domain/digest/digest-input.ts';
import type { LedgerRules } from '../domain/ledger/ledger-rules.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import type { Archive, DigestStore } from './ports.ts';
import type { Questions } from './questions.ts';
import type { SiteStore } from './site-store.ts';

export interface ArchiveSiteDeps {
  readonly topic: {
    readonly id: string;
    readonly label: string;
    readonly words: DigestWords;
    readonly rules: LedgerRules;
  };
  /** Characters of one article's text that a page may print, by publisher. */
  readonly excerptLimits: Readonly<Record<string, number>>;
  /** Where the site is read, ending in a slash; undefined where that is not known. */
  readonly siteUrl?: string | undefined;
  readonly questions: Pick<Questions, 'listArticles' | 'listPositionsStated'>;
  readonly digests: Pick<DigestStore, 'findPrevious'>;
  readonly archive: Pick<Archive, 'readDigest'>;
  readonly site: SiteStore;
}

/** The site's own list of its digests: what it knows needs no second rendering. */
const INDEX_FILE = 'digests.json';
const ARTICLE_DAYS = 60;
/** Before all that was ever stated. */
const FIRST_DAY = '0000-00-00';
const AFTER_ALL_DAYS = '9999-12-31';

/**
 * Adds a digest to the archive site, with every earlier one that the site does not have yet, and writes its index, its
 * timeline and its feeds anew. May be repeated; a site that was lost is whole again after the next digest. The list of
 * digests is written last, so that a page is never listed and missing.
 *
 * @returns how many pages of digests were written
 */
export async function publishArchiveSite(newest: IndexedDigest, deps: ArchiveSiteDeps): Promise<number> {
  return addToSite(newest, await readIndex(deps.site), deps);
}

/**
 * Writes the whole site anew, whatever is there of it, up to the newest digest there is.
 *
 * @returns how many pages of digests were written; 0 when no digest has been sent yet, and then nothing else is
 */
export async function publishWholeArchiveSite(deps: ArchiveSiteDeps): Promise<number> {
  const newest = await deps.digests.findPrevious(deps.topic.id, AFTER_ALL_DAYS);
  return newest === undefined ? 0 : addToSite(newest, [], deps);
}

async function addToSite(
  newest: IndexedDigest,
  listed: readonly IndexedDigest[],
  deps: ArchiveSiteDeps,
): Promise<number> {
  const added = await addPages(newest, new Set(listed.map(({ date }) => date)), deps);
  const byDate = new Map([...listed, ...added].map((digest) => [digest.date, digest]));
  // Oldest first, whether days were added one by one or made good all at once.
  const digests = [...byDate.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const latest = digests.at(-1)?.date ?? newest.date;
  const until = latest > newest.date ? latest : newest.date;
  for (const file of await frontOf(digests, until, deps)) await deps.site.write(file);
  await deps.site.write({
    path: INDEX_FILE,
    contentType: 'application/json',
    body: `${JSON.stringify(digests, null, 1)}\n`,
  });
  return added.length;
}

/** From the newest back to the first that the site has. */
async function addPages(
  newest: IndexedDigest,
  known: ReadonlySet<string>,
  { topic, archive, digests, site }: ArchiveSiteDeps,
): Promise<IndexedDigest[]> {
  const added: IndexedDigest[] = [];
  let next: IndexedDigest | undefined = newest;
  while (next !== undefined && (next === newest || !known.has(next.date))) {
    const { date, subject, changeCount, articleCount }: IndexedDigest = next;
    const files = await archive.readDigest(topic.id, date);
    if (files !== undefined) {
      await site.write(digestFile(JSON.parse(files.json) as Digest));
      added.push({ date, subject, changeCount, articleCount });
    }
    next = await digests.findPrevious(topic.id, date);
  }
  return added;
}

async function frontOf(digests: readonly IndexedDigest[], until: string, deps: ArchiveSiteDeps) {
  const { topic, questions, excerptLimits, siteUrl } = deps;
  const positions = await questions.listPositionsStated(topic.id, { since: FIRST_DAY, until });
  const span = { since: addDays(until, -ARTICLE_DAYS), until };
  const articles = await questions.listArticles(topic.id, span, 'core');
  const input = {
    topicLabel: topic.label,
    words: topic.words,
    rules: topic.rules,
    positions,
    until,
    excerptLimits,
    olderQuery: 'npm run -s caveat -- positions --since YYYY-MM-DD --until YYYY-MM-DD',
  };
  return frontFiles(input, { digests, articles }, { topicId: topic.id, siteUrl });
}

async function readIndex(site: SiteStore): Promise<IndexedDigest[]> {
  const json = await site.read(INDEX_FILE);
  return json === undefined ? [] : (JSON.parse(json) as IndexedDigest[]);
}
