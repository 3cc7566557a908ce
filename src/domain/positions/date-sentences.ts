import type { DateBasis } from './position.ts';
import type { ReadSentence } from './read-article.ts';
import { daysBetween, findStatementDate, OPEN_DATE, type StatementDate } from './statement-date.ts';

/** A date with the place it was taken from. */
export interface BasedDate extends StatementDate {
  readonly basis?: DateBasis | undefined;
}

/** News in these first sentences, which give no date, is of the article's own day. */
const LEAD_SENTENCES = 3;
/** A date is carried on to later statements only while it is news. */
const CARRIED_DAYS = 7;

/**
 * Dates every sentence of an article: by its own words; else by the day its paragraph, its speaker or the sentences
 * before were on; else, for news in the lead, by the article. A sentence that recalls older news stays open.
 *
 * @param articleDate - `YYYY-MM-DD`
 */
export function dateSentences(
  sentences: readonly ReadSentence[],
  articleDate: string | undefined,
): Map<ReadSentence, BasedDate> {
  const dates = new Map<ReadSentence, BasedDate>();
  const bySpeaker = new Map<string, StatementDate>();
  let latest: StatementDate = OPEN_DATE;
  for (const [index, read] of sentences.entries()) {
    const own = findStatementDate(read.view.sentence.text, articleDate);
    const speaker = read.speaker?.actor.name ?? '';
    if (own.date) {
      if (speaker) bySpeaker.set(speaker, own);
      if (isRecentDay(own, articleDate)) latest = own;
      dates.set(read, { ...own, basis: 'stated' });
    } else {
      const carried = bySpeaker.get(speaker) ?? latest;
      dates.set(read, inherited(read, carried, index, articleDate));
    }
  }
  return dates;
}

function inherited(
  read: ReadSentence,
  carried: StatementDate,
  index: number,
  articleDate: string | undefined,
): BasedDate {
  if (read.isBackground || !read.speaker) {
    const isLead = index < LEAD_SENTENCES && !read.isBackground && !carried.date;
    return isLead && articleDate ? { date: articleDate, precision: 'day', basis: 'article' } : OPEN_DATE;
  }
  if (carried.date) return { ...carried, basis: 'carried' };
  if (index < LEAD_SENTENCES && articleDate) return { date: articleDate, precision: 'day', basis: 'article' };
  return OPEN_DATE;
}

function isRecentDay({ date, precision }: StatementDate, articleDate: string | undefined): boolean {
  if (!date || precision !== 'day') return false;
  return articleDate === undefined || Math.abs(daysBetween(date, articleDate)) <= CARRIED_DAYS;
}
