import { z } from 'zod';
import type { KnownArticle, KnownArticles } from '../../pipeline/known-article.ts';
import { articlePartition } from './keys.ts';
import { ArticleMarkerRecord } from './records.ts';
import type { Row, Table } from './table.ts';

const Extracted = z.object({
  title: z.string(),
  byline: z.array(z.string()),
  excerpt: z.string(),
  notices: z.array(z.string()).default([]),
  publishedAt: z.string().optional(),
  publishedDate: z.string().optional(),
  updatedAt: z.string().optional(),
  publishedFrom: z.enum(['json-ld', 'meta', 'time', 'text', 'address']).optional(),
  language: z.string().optional(),
  canonicalUrl: z.string().optional(),
  section: z.string().optional(),
  entries: z
    .array(z.object({ title: z.string().optional(), publishedAt: z.string().optional(), text: z.string() }))
    .optional(),
});

const Marker = ArticleMarkerRecord.extend({
  pageKey: z.string().optional(),
  fetchedAt: z.string().optional(),
  listedAt: z.string().optional(),
  rulesVersion: z.string().optional(),
});

const Text = z.object({
  textKey: z.string(),
  textHash: z.string(),
  textSource: z.enum(['page', 'feed']),
});

const TopicRow = z.object({
  sk: z.string(),
  relevance: z.enum(['core', 'mention']),
  toldOn: z.string().optional(),
});

/** Articles as they stand in the table, with all that reading them again is compared with. */
export function createKnownArticles(table: Table): KnownArticles {
  return {
    async find(articleId) {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': articlePartition(articleId) },
        ConsistentRead: true,
      });
      const marker = rows.find((row) => row['sk'] === 'ARTICLE');
      return marker && knownArticle(marker, rows);
    },
  };
}

function knownArticle(marker: Row, rows: readonly Row[]): KnownArticle {
  const keys = rows.map((row) => String(row['sk']));
  const topics = rows
    .filter((row) => /^TOPIC#[^#]+$/.test(String(row['sk'])))
    .map((row) => TopicRow.parse(row));
  return {
    ...Marker.parse(marker),
    text: Text.safeParse(marker).data,
    extracted: Extracted.safeParse(marker).data,
    topics: Object.fromEntries(
      topics.map(({ sk, relevance, toldOn }) => [sk.replace('TOPIC#', ''), { relevance, toldOn }]),
    ),
    positionIds: keys.flatMap((sk) => /^TOPIC#([^#]+)#POSITION#(.+)$/.exec(sk)?.slice(1).join('/') ?? []),
    quoteCount: keys.filter((sk) => /^TOPIC#[^#]+#QUOTE#/.test(sk)).length,
  };
}
