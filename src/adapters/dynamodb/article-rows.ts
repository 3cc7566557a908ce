import { positionId } from '../../domain/positions/position-id.ts';
import type { Understanding } from '../../domain/understanding.ts';
import type { ArticleMarker, StoredArticle } from '../../pipeline/ports.ts';
import {
  articleKey,
  articlePositionKey,
  articleQuoteKey,
  articleTopicKey,
  countryPositionKey,
  type Key,
  listing,
  speakers,
  statements,
  todo,
} from './keys.ts';
import type { Row } from './table.ts';

export interface ArticleRows {
  /** Rows of the article's own partition, the marker left out. */
  readonly own: readonly (Row & Key)[];
  /** The positions again, under their country. */
  readonly byCountry: readonly (Row & Key)[];
}

/** Lays an article out as rows. Pure: the same article gives the same rows. */
export function articleRows(article: StoredArticle): ArticleRows {
  const topics = Object.entries(article.topics);
  return {
    own: topics.flatMap(([topic, found]) => [
      topicRow(article, topic, found),
      ...positionRows(article, topic, found),
      ...quoteRows(article, topic, found),
    ]),
    byCountry: topics.flatMap(([topic, found]) => countryRows(article, topic, found)),
  };
}

export function markerRow(article: StoredArticle): Row {
  const { topics, article: extracted, ...rest } = article;
  return { ...articleKey(article.articleId), ...extracted, ...rest, topics: Object.keys(topics) };
}

export function offTopicRow(marker: ArticleMarker): Row {
  return { ...articleKey(marker.articleId), ...marker };
}

/** The key under its country of a position row of an article's own partition. */
export function countryKeyOf(row: Row): Key {
  return {
    pk: String(row['countryPk']),
    sk: String(row['countrySk']),
  };
}

function topicRow(article: StoredArticle, topic: string, found: Understanding): Row & Key {
  const relevance = found.relevance === 'core' ? 'core' : 'mention';
  const sort = listing.sort(article.listedAt, article.articleId);
  return {
    ...articleTopicKey(article.articleId, topic),
    ...reference(article),
    title: article.article.title,
    byline: article.article.byline,
    excerpt: article.article.excerpt,
    textKey: article.textKey,
    feedId: article.feedId,
    relevance,
    score: found.score,
    evidence: found.evidence,
    ...(found.proposals ? { proposals: found.proposals } : {}),
    listingKey: listing[relevance](topic),
    listingSort: sort,
    todoKey: todo.untold(topic),
    todoSort: sort,
  };
}

function positionRows(article: StoredArticle, topic: string, found: Understanding): (Row & Key)[] {
  return found.positions.map((position) => {
    const id = positionId(position);
    const country = countryKey(article, topic, position);
    return {
      ...articlePositionKey(article.articleId, topic, id),
      ...position,
      positionId: id,
      countryPk: country.pk,
      countrySk: country.sk,
    };
  });
}

function countryRows(article: StoredArticle, topic: string, found: Understanding): (Row & Key)[] {
  return found.positions.map((position) => {
    const id = positionId(position);
    const day = position.statementDate ?? article.listedAt.slice(0, 10);
    return {
      ...countryKey(article, topic, position),
      ...position,
      ...reference(article),
      positionId: id,
      statementKey: statements.key(topic),
      statementSort: statements.sort(day, position.country, article.articleId, id),
    };
  });
}

function countryKey(
  article: StoredArticle,
  topic: string,
  position: Understanding['positions'][number],
): Key {
  const day = position.statementDate ?? article.listedAt.slice(0, 10);
  return countryPositionKey(topic, position.country, day, article.articleId, positionId(position));
}

function quoteRows(article: StoredArticle, topic: string, found: Understanding): (Row & Key)[] {
  return found.quotes.map((quote) => ({
    ...articleQuoteKey(article.articleId, topic, quote.start),
    ...quote,
    ...reference(article),
    speakerKey: speakers.key(topic, quote.speaker),
    speakerSort: speakers.sort(article.listedAt, article.articleId, quote.start),
  }));
}

function reference(article: StoredArticle): Row {
  return {
    articleId: article.articleId,
    url: article.url,
    publisher: article.publisher,
    publisherFamily: article.publisherFamily,
    listedAt: article.listedAt,
  };
}
