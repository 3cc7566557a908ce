import type { ArticleText } from './articles/article.ts';
import { readThrough } from './read-through.ts';
import { readPlain } from './text/plain-characters.ts';
import type { Topic } from './topics/topic.ts';
import type { Understanding } from './understanding.ts';

/**
 * Understands one article: is it about the topic, who takes which position, who said what. Pure, and explained by
 * spans of the article's own text. An article that is not relevant has neither positions nor quotes.
 */
export function understandArticle(article: ArticleText, topic: Topic): Understanding {
  return readPlain(article, (plain) => readThrough(plain, topic).understanding);
}
