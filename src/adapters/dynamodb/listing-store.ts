import { addDays } from '../../domain/time/calendar-day.ts';
import type { ListingStore } from '../../pipeline/ports.ts';
import { articlePartition, listing } from './keys.ts';
import { readListedArticle, readPosition, readQuote } from './records.ts';
import type { Row, Table } from './table.ts';

export function createListingStore(table: Table): ListingStore {
  const queryListing = (topic: string, since: string, until: string) =>
    table.query({
      IndexName: 'listing',
      KeyConditionExpression: 'listingKey = :topic AND listingSort BETWEEN :since AND :until',
      ExpressionAttributeValues: { ':topic': listing.core(topic), ':since': since, ':until': `${until}T~` },
    });

  return {
    async findDetails(topic, articleId) {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :topic)',
        ExpressionAttributeValues: { ':pk': articlePartition(articleId), ':topic': `TOPIC#${topic}#` },
        ConsistentRead: true,
      });
      const ofKind = (kind: string) =>
        rows.filter((row) => String(row['sk']).startsWith(`TOPIC#${topic}#${kind}#`));
      return { positions: ofKind('POSITION').map(readPosition), quotes: ofKind('QUOTE').map(readQuote) };
    },

    async listRelevant(topic, since, until) {
      return (await queryListing(topic, since, until)).map(readListedArticle);
    },

    async countByDay(topic, since, until) {
      return countDays(await queryListing(topic, since, until), since, until);
    },
  };
}

function countDays(rows: readonly Row[], since: string, until: string): { date: string; count: number }[] {
  const counts = new Map<string, number>();
  for (let day = since; day <= until; day = addDays(day, 1)) counts.set(day, 0);
  for (const row of rows) {
    const day = String(row['listedAt']).slice(0, 10);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([date, count]) => ({ date, count }));
}
