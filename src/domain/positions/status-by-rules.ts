import { daysBetween } from '../time/calendar-day.ts';
import type { Candidate } from './candidate.ts';
import type { BasedDate, StatementDates } from './dates/date-sentences.ts';
import { isOngoing, isSaidBefore, isStandingStill, isToldForItsTime } from './dates/older-news.ts';
import type { Statement } from './find-statements.ts';
import type { Attribution, PositionStatus } from './position.ts';
import type { Voice } from './voice.ts';

/** After so many days a dated statement is background, unless the article leads with it. */
const NEWS_DAYS = 8;

/** So many sentences tell the news. */
const OPENING_SENTENCES = 3;

/** How and of when a position is told, and which status the rules make of that. */
export interface StatusByRules {
  readonly status: PositionStatus;
  readonly attribution: Attribution;
  readonly date: BasedDate;
  /** `YYYY-MM-DD` */
  readonly articleDate: string | undefined;
}

/** Whether a position is this article's news, or recalled as holding still, or as over. */
export function statusByRules(
  candidate: Candidate,
  voice: Voice,
  dates: StatementDates,
  articleDate: string | undefined,
): StatusByRules {
  const { attribution } = voice;
  const date = dates.of(candidate, voice);
  return { status: statusOf(candidate, attribution, date, articleDate), attribution, date, articleDate };
}

function statusOf(
  candidate: Candidate,
  attribution: Attribution,
  date: BasedDate,
  articleDate: string | undefined,
): PositionStatus {
  if (isEnded(candidate) && (candidate.action === 'MAINTAINS_RESTRICTION' || candidate.action === 'TIGHTENS'))
    return 'background_past';
  if (date.date && articleDate && daysBetween(date.date, articleDate) > NEWS_DAYS)
    return 'background_current';
  if (candidate.statement.read.isBackground || isOld(candidate.statement, date)) return 'background_current';
  if (attribution === 'narration' && isToldInPassing(candidate, date)) return 'background_current';
  const isNarrated = !candidate.statement.read.speaker && date.basis !== 'stated';
  return isNarrated && candidate.action === 'MAINTAINS_RESTRICTION' ? 'background_current' : 'news';
}

/** "Until now", "previously", and neither "a previously undisclosed review" nor "a position others previously shared". */
function isEnded({ statement: { read } }: Candidate): boolean {
  return read.view.cues.some(
    ({ kind, to }) => kind === 'ended' && !/^(?:un\w+|shared|held)$/.test(read.view.tokens[to]?.word ?? ''),
  );
}

/** What a newsroom says of its own behind the opening, without a day, is what its readers need to know beside the news. */
function isToldInPassing({ statement }: Candidate, { basis }: BasedDate): boolean {
  return basis === undefined && statement.read.view.index >= OPENING_SENTENCES;
}

/** Told of as of an earlier time, or as how things stand; a day that is stated makes news of the latter. */
function isOld(statement: Statement, { basis }: BasedDate): boolean {
  const isLead = statement.read.view.index === 0;
  if (!isLead && isSaidBefore(statement)) return true;
  return (
    basis !== 'stated' &&
    (isOngoing(statement) || isToldForItsTime(statement) || (!isLead && isStandingStill(statement)))
  );
}
