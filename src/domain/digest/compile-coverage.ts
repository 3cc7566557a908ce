import { compareText } from '../text/compare-text.ts';
import type { CoverageSection, FeedGroup, FeedLine } from './digest.ts';
import type { DigestInput, FeedCoverage, FeedReadState, OutcomeCounts } from './digest-input.ts';
import { formatDay, formatInstant, localDate } from './format-dates.ts';
import { cleanLine } from './plain-text.ts';
import { countNoun } from './wording.ts';

const MAX_REASON_CHARACTERS = 120;
const MAX_REASONS = 6;
const MAX_FEEDS_READ = 60;
const MAX_FEEDS_MISSED = 30;

/** Trouble first: what was not read is what a reader must know. */
const STATES: readonly { readonly state: FeedReadState; readonly word: string }[] = [
  { state: 'failed', word: 'Failed' },
  { state: 'blocked', word: 'Blocked' },
  { state: 'silent', word: 'Silent' },
  { state: 'read', word: 'Read' },
  { state: 'not-modified', word: 'Read, nothing new' },
];

/** Did we look everywhere: feeds by name and state, items by outcome, and the exact window. */
export function compileCoverage(input: DigestInput): CoverageSection {
  const { window, timeZone, coverage } = input;
  const span = (zone: string) => `${formatInstant(window.from, zone)} to ${formatInstant(window.to, zone)}`;
  return {
    windowUtc: `${span('UTC')} UTC`,
    windowLocal: `${span(timeZone)} ${timeZone}`,
    inWords: [
      describeFeeds(coverage.feeds),
      describeItems(coverage.outcomes),
      describeGivenUp(coverage.outcomes.givenUp, coverage.givenUpReasons),
    ].filter((sentence) => sentence !== ''),
    feeds: STATES.flatMap(({ state, word }) => groupFeeds(state, word, input)),
  };
}

export function countItems(outcomes: OutcomeCounts): number {
  return outcomes.relevant + outcomes.mention + outcomes.offTopic + outcomes.duplicate + outcomes.givenUp;
}

/** Feeds that answered, whether or not they had anything new. */
export function countFeedsRead(feeds: readonly FeedCoverage[]): number {
  return feeds.filter((feed) => feed.state !== 'failed' && feed.state !== 'blocked').length;
}

function describeFeeds(feeds: readonly FeedCoverage[]): string {
  return `${countFeedsRead(feeds)} of ${countNoun(feeds.length, 'feed')} answered.`;
}

function describeItems(outcomes: OutcomeCounts): string {
  const seen = countItems(outcomes);
  if (seen === 0) return 'No new item was seen.';
  const kept = `${outcomes.relevant} relevant, ${countNoun(outcomes.mention, 'passing mention')}`;
  const dropped = `${outcomes.offTopic} off topic, ${countNoun(outcomes.duplicate, 'duplicate')}`;
  return `${countNoun(seen, 'new item')} seen: ${kept}, ${dropped}, ${outcomes.givenUp} given up.`;
}

function describeGivenUp(givenUpCount: number, reasons: Readonly<Record<string, number>>): string {
  if (givenUpCount === 0) return '';
  const parts = Object.entries(reasons)
    .sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || compareText(one, other))
    .slice(0, MAX_REASONS)
    .map(([reason, count]) => `${count} × ${cleanLine(reason.replaceAll('-', ' '), MAX_REASON_CHARACTERS)}`);
  return parts.length === 0 ? '' : `Given up: ${parts.join(', ')}.`;
}

function groupFeeds(state: FeedReadState, word: string, input: DigestInput): FeedGroup[] {
  const ofState = input.coverage.feeds
    .filter((feed) => feed.state === state)
    .toSorted(
      (one, other) => one.publisher.localeCompare(other.publisher, 'en') || compareText(one.id, other.id),
    );
  if (ofState.length === 0) return [];
  const max = state === 'read' || state === 'not-modified' ? MAX_FEEDS_READ : MAX_FEEDS_MISSED;
  const feeds = ofState.slice(0, max).map((feed) => describeFeed(feed, input));
  return [{ state, word, feeds, moreCount: ofState.length - feeds.length }];
}

function describeFeed(feed: FeedCoverage, { coverage, timeZone }: DigestInput): FeedLine {
  const isOneOfSeveral = coverage.feeds.filter(({ publisher }) => publisher === feed.publisher).length > 1;
  const publisher = cleanLine(feed.publisher, 60) || cleanLine(feed.id, 60);
  const name = isOneOfSeveral ? `${publisher} (${cleanLine(feed.id, 60)})` : publisher;
  if (feed.state === 'read' || feed.state === 'not-modified') return { name, detail: '' };
  const last = feed.lastItemAt
    ? `last item ${formatDay(localDate(feed.lastItemAt, timeZone))}`
    : 'no item seen yet';
  const reason = cleanLine(feed.reason ?? '', MAX_REASON_CHARACTERS);
  return { name, detail: [reason, last].filter((part) => part !== '').join('; ') };
}
