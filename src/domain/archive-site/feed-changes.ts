import { openExcerptBudget } from '../digest/excerpt-budget.ts';
import { capitalise, createWording } from '../digest/wording.ts';
import { eventDay } from '../ledger/ledger-reports.ts';
import { distinctAnswers, type LedgerAnswer, traceLedger } from '../ledger/trace-ledger.ts';
import { compareText } from '../text/compare-text.ts';
import type { TimelineInput } from './compile-timeline.ts';
import { describeAnswer } from './describe-answer.ts';
import { feedInstant, latestOf, type SiteFeed, type SiteFeedEntry, urnOf } from './site-feed.ts';
import type { TimelineChange } from './timeline.ts';

const MAX_ENTRIES = 50;

export interface FeedPlace {
  readonly topicId: string;
  readonly siteUrl?: string | undefined;
}

/** The changes of position that became known last, newest first, whenever the acts were. */
export function feedChanges(input: TimelineInput, place: FeedPlace): SiteFeed {
  const positions = input.positions.filter((position) => eventDay(position) <= input.until);
  const newest = distinctAnswers(traceLedger(positions, input.rules))
    .toSorted(
      (one, other) =>
        compareText(other.row.firstReportedAt, one.row.firstReportedAt) ||
        compareText(one.answerId, other.answerId),
    )
    .slice(0, MAX_ENTRIES);
  const listedAt = new Map(input.positions.map(({ articleId, listedAt: at }) => [articleId, at]));
  const wording = createWording(input.words);
  const budget = openExcerptBudget(input.excerptLimits);
  const entries = newest.map((answer, index) => {
    const change = describeAnswer(answer, index + 1, wording, budget);
    return entryOf(answer, change, { topicId: place.topicId, until: input.until, listedAt });
  });
  return {
    id: urnOf('feed', place.topicId, 'changes'),
    title: `Changes of position: ${input.topicLabel}`,
    description: 'Who lets which weapons be used where, each change once, with the words that say so.',
    file: 'changes',
    siteUrl: place.siteUrl,
    page: 'timeline.html',
    updated: latestOf(
      entries.map(({ updated }) => updated),
      feedInstant(input.until, input.until),
    ),
    entries,
  };
}

interface Known {
  readonly topicId: string;
  readonly until: string;
  /** When each article was listed. */
  readonly listedAt: ReadonlyMap<string, string>;
}

/** An entry is brought up to date by every further report of the change. */
function entryOf(answer: LedgerAnswer, change: TimelineChange, known: Known): SiteFeedEntry {
  const { row } = answer;
  const published = feedInstant(row.firstReportedAt, known.until);
  const reported = [row.evidence, ...row.reports].map(({ articleId }) =>
    feedInstant(known.listedAt.get(articleId) ?? row.firstReportedAt, published),
  );
  return {
    id: urnOf('change', known.topicId, answer.answerId),
    title: `${change.country}: ${change.weapon}: ${change.from.word} → ${change.to.word}`,
    url: change.link.url,
    published,
    updated: latestOf(reported, published),
    author: change.link.publisher,
    summary: `${change.weapon}; ${change.scope}. ${capitalise(change.who)}, ${change.when}; ${change.standing}.`,
    quotation: change.evidence?.text,
  };
}
