import { compileDigest } from '../domain/digest/compile-digest.ts';
import type { Digest } from '../domain/digest/digest.ts';
import { type DigestInput, UNSUBSCRIBE_PLACEHOLDER } from '../domain/digest/digest-input.ts';
import { diffLedger } from '../domain/ledger/diff-ledger.ts';
import type { LedgerRow } from '../domain/ledger/ledger.ts';
import { clusterArticles } from '../domain/stories/cluster-articles.ts';
import { followStories } from '../domain/stories/follow-stories.ts';
import type { Story, StoryArticle } from '../domain/stories/story.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import { coverageOf } from './digest-coverage.ts';
import { excerptLimitsOf, senderNoteOf } from './digest-settings.ts';
import type { DigestRecord, StoryRecord } from './ports.ts';
import type { CompileDeps } from './send-digest.ts';
import { readStoryArticles } from './story-articles.ts';
import { readToldStories } from './told-stories.ts';

/** Everything that was decided about one day's digest. What follows from it may be done again at any time. */
export interface DigestManifest {
  readonly date: string;
  readonly digest: Digest;
  readonly stories: readonly StoryRecord[];
  /** The articles and items this digest tells of: off the untold list once it is out. */
  readonly articleIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly correctionIds: readonly string[];
  /** The ledger as told, for the next digest to be compared with. */
  readonly ledger: readonly LedgerRow[];
  readonly record: Omit<DigestRecord, 'recipientCount'>;
  /** True when the day is empty and the configuration wants no digest then. */
  readonly isSilent: boolean;
}

const STRIP_DAYS = 30;

/** Compiles a day's digest from everything that no digest has told yet. Writes nothing. */
export async function compileManifest(date: string, now: string, deps: CompileDeps): Promise<DigestManifest> {
  const topicId = deps.topic.id;
  const previous = await deps.digests.findPrevious(topicId, date);
  const items = await deps.untold.listItems();
  const untold = await deps.untold.listArticles(topicId);
  // An article that only mentions the topic counts in the ledger and in the coverage; it is no story of its own.
  const articles = await readStoryArticles(
    untold.filter((article) => article.relevance === 'core'),
    deps,
  );
  const told = await readToldStories(date, deps);
  const stories = followStories(clusterArticles(articles), articles, told);
  const ledger = await deps.ledger.list(topicId);
  const toldLedger = previous ? await readToldLedger(topicId, previous.date, deps) : [];
  const from = previous?.windowTo ?? new Date(Date.parse(now) - 86_400_000).toISOString();
  const corrections = await deps.corrections.listUntold(topicId);
  const counted = await deps.listing.countByDay(topicId, addDays(date, 1 - STRIP_DAYS), date);

  const digest = compileDigest({
    date,
    timeZone: deps.config.timeZone,
    window: { from, to: now },
    topic: { id: topicId, label: deps.topic.label },
    words: deps.topic.words,
    articles,
    toldBefore: told.flatMap((story) => story.articles),
    stories,
    ledger,
    changes: diffLedger(toldLedger, ledger),
    coverage: coverageOf(await deps.feeds.list(), items, now),
    perDay: counted.map(({ date: day, count }) => ({ date: day, articleCount: count })),
    corrections,
    settings: settingsOf(deps),
  });
  const changeCount = digest.changes.entries.length + digest.changes.moreCount;
  return {
    date,
    digest,
    stories: storyRecords(stories, articles),
    articleIds: untold.map((article) => article.articleId),
    itemIds: items.map((item) => item.itemId),
    correctionIds: corrections.map((correction) => correction.correctionId),
    ledger,
    record: {
      topic: topicId,
      date,
      subject: digest.subject,
      windowFrom: from,
      windowTo: now,
      articleCount: articles.length,
      changeCount,
      status: 'queued',
    },
    isSilent: tellsNothing(digest) && !deps.config.sendOnEmptyDays,
  };
}

/** Coverage and the ledger alone are no news. */
function tellsNothing(digest: Digest): boolean {
  const { changes, lateNews, disputes, stories, statements, corrections } = digest;
  return [changes, lateNews, disputes, stories, statements, corrections].every(
    ({ entries }) => entries.length === 0,
  );
}

/** A manifest is our own writing, under a key that only this code writes. */
export function parseManifest(json: string): DigestManifest {
  return JSON.parse(json) as DigestManifest;
}

async function readToldLedger(
  topicId: string,
  date: string,
  deps: CompileDeps,
): Promise<readonly LedgerRow[]> {
  const manifest = await deps.archive.findManifest(topicId, date);
  return manifest === undefined ? [] : parseManifest(manifest).ledger;
}

function storyRecords(stories: readonly Story[], articles: readonly StoryArticle[]): StoryRecord[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return stories.map((story, index) => ({
    storyId: story.storyId,
    rank: index + 1,
    title: story.title,
    leadArticleId: story.leadArticleId,
    ...(story.toldSince === undefined ? {} : { toldSince: story.toldSince }),
    publisherCount: story.publisherCount,
    articles: story.articleIds.flatMap((id) => {
      const article = byId.get(id);
      if (!article) return [];
      return [{ articleId: id, title: article.title, publisher: article.publisher, url: article.url }];
    }),
  }));
}

function settingsOf(deps: CompileDeps): DigestInput['settings'] {
  return {
    excerptLimits: excerptLimitsOf(deps.feedConfigs),
    unsubscribeUrl: UNSUBSCRIBE_PLACEHOLDER,
    queryHints: {
      articles: 'npm run -s caveat -- articles',
      ledger: 'npm run -s caveat -- ledger',
      positions: 'npm run -s caveat -- positions',
      stories: 'npm run -s caveat -- stories',
      feeds: 'npm run -s caveat -- feeds',
    },
    senderNote: senderNoteOf(deps.config),
  };
}
