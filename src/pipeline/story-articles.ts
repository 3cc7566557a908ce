import type { StoryArticle } from '../domain/stories/story.ts';
import type { ListedArticle } from './ports.ts';
import type { CompileDeps } from './send-digest.ts';

const TEXTS_AT_ONCE = 10;

/** Listed articles with what clustering reads of them: their text, positions and quotations. */
export async function readStoryArticles(
  listed: readonly ListedArticle[],
  deps: CompileDeps,
): Promise<StoryArticle[]> {
  const articles: StoryArticle[] = [];
  for (let start = 0; start < listed.length; start += TEXTS_AT_ONCE) {
    const some = listed.slice(start, start + TEXTS_AT_ONCE).map(async (article) => ({
      id: article.articleId,
      url: article.url,
      publisher: article.publisher,
      publisherFamily: article.publisherFamily,
      title: article.title,
      listedAt: article.listedAt,
      text: await deps.archive.readText(article.textKey),
      ...(await deps.listing.findDetails(deps.topic.id, article.articleId)),
    }));
    articles.push(...(await Promise.all(some)));
  }
  return articles;
}
