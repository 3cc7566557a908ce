import { articleId, textHash } from '../../../src/domain/articles/identity.ts';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import type { StoredArticle } from '../../../src/pipeline/ports.ts';
import { loadTopic } from '../../domain/topics/load-pack.ts';
import { readSeedFile, readSeeds, type Seed } from '../../fixtures/read-seeds.ts';

export const TOPIC = 'weapons-use-restrictions';

/** The seed articles as ingest-article would store them, with everything that is understood of them. */
export function storedSeeds(): StoredArticle[] {
  return readSeeds().map(storedSeed);
}

function storedSeed(seed: Seed): StoredArticle {
  const url = `https://${seed.host}/news/${seed.id}`;
  const text = readSeedFile(seed.article);
  const id = articleId(url);
  const publishedAt = new Date(seed.publishedAt).toISOString();
  const found = understandArticle(
    { id, url, publisher: seed.outlet, publishedAt, title: seed.title, text },
    loadTopic(TOPIC),
  );
  const hash = textHash(text);
  return {
    articleId: id,
    itemId: `item-${seed.id}`,
    feedId: seed.host,
    url,
    outcome: 'relevant',
    countries: {
      [TOPIC]: [...new Set(found.positions.map((position) => position.country))].toSorted(byText),
    },
    publisher: seed.outlet,
    publisherFamily: seed.host,
    article: { title: seed.title, byline: [], publishedAt, excerpt: text.slice(0, 300), notices: [] },
    textSource: 'page',
    textHash: hash,
    textKey: `texts/${hash}.txt`,
    listedAt: publishedAt,
    fetchedAt: publishedAt,
    rulesVersion: 'a',
    topics: { [TOPIC]: found },
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
