import type { ToldStory } from '../domain/stories/follow-stories.ts';
import { compareText } from '../domain/text/compare-text.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import type { DigestManifest } from './digest-manifest.ts';
import type { CompileDeps } from './send-digest.ts';
import { readStoryArticles } from './story-articles.ts';

/** Later, the same people are at another event: `clusterArticles` compares nothing that lies further apart. */
const FOLLOWED_DAYS = 4;
/** An article may have been listed so long before the digest that tells it. */
const LISTED_BEFORE_DAYS = 7;
/** As many earlier articles as are worth their reading; the newest of them. */
const MAX_EARLIER_ARTICLES = 150;

/** The stories of the last days' digests, with their articles, for today's to be recognised in. */
export async function readToldStories(date: string, deps: CompileDeps): Promise<ToldStory[]> {
  const told = await listToldStories(date, deps);
  const wanted = new Set(told.flatMap(({ articleIds }) => articleIds));
  if (wanted.size === 0) return [];
  const since = addDays(date, -FOLLOWED_DAYS - LISTED_BEFORE_DAYS);
  const listed = await deps.listing.listRelevant(deps.topic.id, since, date);
  const earlier = listed
    .filter(({ articleId }) => wanted.has(articleId))
    .toSorted(
      (one, other) =>
        compareText(other.listedAt, one.listedAt) || compareText(one.articleId, other.articleId),
    )
    .slice(0, MAX_EARLIER_ARTICLES);
  const byId = new Map((await readStoryArticles(earlier, deps)).map((article) => [article.id, article]));
  return told.map(({ articleIds, ...story }) => ({
    ...story,
    articles: articleIds.flatMap((id) => byId.get(id) ?? []),
  }));
}

/** A story that goes on over days comes once, with the articles of all of them. */
async function listToldStories(date: string, { archive, topic }: CompileDeps) {
  const stories = new Map<string, { storyId: string; toldSince: string; articleIds: string[] }>();
  for (let day = addDays(date, -FOLLOWED_DAYS); day < date; day = addDays(day, 1)) {
    const manifest = await archive.findManifest(topic.id, day);
    if (manifest === undefined) continue;
    for (const { storyId, toldSince = day, articles } of (JSON.parse(manifest) as DigestManifest).stories) {
      const articleIds = articles.map(({ articleId }) => articleId);
      const known = stories.get(storyId);
      if (known) known.articleIds.push(...articleIds);
      else stories.set(storyId, { storyId, toldSince, articleIds });
    }
  }
  return [...stories.values()];
}
