import { isSilent } from '../feeds/feed-silence.ts';
import { beyondBand, expectedBand } from './expected-band.ts';

/** What the vital signs are told from. All instants ISO 8601 UTC. */
export interface Observations {
  readonly now: string;
  readonly feeds: readonly ObservedFeed[];
  readonly deadLetterCount: number;
  readonly digestHoursLate: number;
  /** Pages that arrived since the last digest: those that held an article, and those that held none. */
  readonly pages: { readonly read: number; readonly unreadable: number };
  /** Relevant articles of each full day, oldest first, yesterday last. */
  readonly relevantPerDay: readonly number[];
  /** Mails of the last days by what became of them. */
  readonly mails: { readonly total: number; readonly bounced: number; readonly complained: number };
}

export interface ObservedFeed {
  readonly state: 'new' | 'read' | 'not-modified' | 'failed' | 'blocked' | 'gone';
  readonly nextPollAt: string;
  readonly lastPolledAt?: string | undefined;
  readonly consecutiveFailures: number;
  readonly newestItemsAt: readonly string[];
}

/** Undefined where too little is known to say anything: a number made of nothing would hide that. */
export interface VitalSigns {
  readonly PollMinutesLate: number | undefined;
  readonly HoursSinceItem: number | undefined;
  readonly FeedsSilent: number;
  readonly FeedsFailingPercent: number | undefined;
  readonly DeadLetters: number;
  readonly DigestHoursLate: number;
  readonly UnreadablePercent: number | undefined;
  readonly RelevantBeyondBand: number | undefined;
  readonly MailLimitPercent: number | undefined;
}

/** SES reviews an account from a bounce rate of 5 % and a complaint rate of 0.1 % on. */
const MAX_BOUNCE_RATE = 0.05;
const MAX_COMPLAINT_RATE = 0.001;
/** Below these a share says nothing: one of three is a third. */
const LEAST_PAGES = 20;
const LEAST_MAILS = 100;
const FAILURES_THAT_COUNT = 3;

export function vitalSigns(seen: Observations): VitalSigns {
  return {
    PollMinutesLate: pollMinutesLate(seen),
    HoursSinceItem: hoursSinceItem(seen),
    FeedsSilent: seen.feeds.filter((feed) => isFeedSilent(feed, seen.now)).length,
    FeedsFailingPercent: percent(seen.feeds.filter(isFeedFailing).length, seen.feeds.length, 1),
    DeadLetters: seen.deadLetterCount,
    DigestHoursLate: seen.digestHoursLate,
    UnreadablePercent: percent(seen.pages.unreadable, seen.pages.read + seen.pages.unreadable, LEAST_PAGES),
    RelevantBeyondBand: relevantBeyondBand(seen.relevantPerDay),
    MailLimitPercent: mailLimitPercent(seen.mails),
  };
}

/** A feed that fails, or that refuses us, and not only once. */
export function isFeedFailing({ state, consecutiveFailures }: ObservedFeed): boolean {
  return state === 'gone' || state === 'blocked' || consecutiveFailures >= FAILURES_THAT_COUNT;
}

/** A feed that answers and has had nothing new for longer than its habit. */
export function isFeedSilent({ state, newestItemsAt }: ObservedFeed, now: string): boolean {
  return (state === 'read' || state === 'not-modified') && isSilent(newestItemsAt, now);
}

/** One feed may wait long for its host's turn; that something is due and nothing at all is asked is another matter. */
function pollMinutesLate({ feeds, now }: Observations): number | undefined {
  const minutesSince = (instant: string) => (Date.parse(now) - Date.parse(instant)) / 60_000;
  const active = feeds.filter((feed) => feed.state !== 'gone');
  if (active.length === 0) return undefined;
  const longestDue = Math.max(...active.map((feed) => minutesSince(feed.nextPollAt)));
  const lastAsked = Math.min(
    ...active.flatMap(({ lastPolledAt }) => (lastPolledAt === undefined ? [] : [minutesSince(lastPolledAt)])),
  );
  return Math.max(0, Math.round(Math.min(longestDue, lastAsked)));
}

function hoursSinceItem({ feeds, now }: Observations): number | undefined {
  const newest = feeds
    .map((feed) => feed.newestItemsAt[0])
    .filter((instant) => instant !== undefined)
    .reduce<string | undefined>(
      (latest, each) => (latest === undefined || each > latest ? each : latest),
      undefined,
    );
  if (newest === undefined) return undefined;
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(newest)) / 3_600_000));
}

function relevantBeyondBand(perDay: readonly number[]): number | undefined {
  const yesterday = perDay.at(-1);
  const band = expectedBand(perDay.slice(0, -1));
  return yesterday === undefined || !band ? undefined : beyondBand(yesterday, band);
}

function mailLimitPercent({ total, bounced, complained }: Observations['mails']): number | undefined {
  if (total < LEAST_MAILS) return undefined;
  const worst = Math.max(bounced / total / MAX_BOUNCE_RATE, complained / total / MAX_COMPLAINT_RATE);
  return Math.round(worst * 100);
}

function percent(part: number, whole: number, least: number): number | undefined {
  return whole < least ? undefined : Math.round((part / whole) * 100);
}
