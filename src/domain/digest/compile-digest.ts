import type { StoryArticle } from '../stories/story.ts';
import { compareText } from '../text/compare-text.ts';
import { describeChange, type SortedChange, sortChanges } from './compile-changes.ts';
import { compileCoverage, countFeedsRead, countItems } from './compile-coverage.ts';
import { compileDisputes } from './compile-disputes.ts';
import { compileLedger } from './compile-ledger.ts';
import {
  countNewStatements,
  describeStatement,
  gatherStatements,
  leadStatement,
  type ToldStatement,
} from './compile-statements.ts';
import { describeStory, gatherStories } from './compile-stories.ts';
import type { CorrectionEntry, Digest, DigestFooter, Trimmed } from './digest.ts';
import type { Correction, DigestInput } from './digest-input.ts';
import { openExcerptBudget } from './excerpt-budget.ts';
import { fitDigest } from './fit-digest.ts';
import { formatDay, formatInstant, formatWeekday } from './format-dates.ts';
import { excerptSource } from './merge-statements.ts';
import { cleanLine } from './plain-text.ts';
import { compileReportStrip } from './report-strip.ts';
import { safeUrl } from './safe-url.ts';
import { type DayFacts, writeHeadline, writePreheader, writeSubject, writeSummary } from './subject-line.ts';
import { createWording, type Wording } from './wording.ts';

const MAX_ENTRIES = {
  changes: 12,
  lateNews: 8,
  disputes: 8,
  stories: 12,
  statements: 16,
  ledger: 40,
  corrections: 10,
} as const;
/** Services such as Gmail cut a message off at about 102 KB. */
const DEFAULT_MAX_HTML_BYTES = 100_000;
const MAX_SENTENCE_CHARACTERS = 300;

/**
 * Decides everything a digest says: what leads, what is late, which words are quoted, what is left out and how much of
 * it. Rendering only lays it out. The same input gives the same digest, whatever the order of its lists.
 */
export function compileDigest(given: DigestInput): Digest {
  const input = { ...given, articles: given.articles.toSorted(byListing) };
  const digest = composeDigest(input, createWording(input.words));
  return fitDigest(digest, input.settings.maxHtmlBytes ?? DEFAULT_MAX_HTML_BYTES);
}

function composeDigest(input: DigestInput, wording: Wording): Digest {
  const sections = composeSections(input, wording);
  const facts = countDay(input, sections, wording);
  return {
    topicId: input.topic.id,
    topicLabel: cleanLine(input.topic.label, MAX_SENTENCE_CHARACTERS),
    date: input.date,
    dateLine: formatWeekday(input.date),
    subject: writeSubject(facts, wording),
    preheader: writePreheader(facts, wording),
    headline: writeHeadline(facts, wording),
    summary: writeSummary(facts),
    since: formatInstant(input.window.from, input.timeZone),
    ...sections.trimmed,
    reportStrip: compileReportStrip(input.perDay, input.date),
    coverage: compileCoverage(input),
    footer: compileFooter(input),
    articleIds: input.articles.map((article) => article.id).toSorted(compareText),
  };
}

interface Sections {
  readonly todaysChanges: readonly SortedChange[];
  readonly statements: readonly ToldStatement[];
  readonly trimmed: Pick<
    Digest,
    'changes' | 'lateNews' | 'disputes' | 'stories' | 'statements' | 'ledger' | 'corrections'
  >;
}

/** In the order in which sections may spend an article's words: headlines, changes, disputes, stories, statements. */
function composeSections(input: DigestInput, wording: Wording): Sections {
  const budget = openExcerptBudget(input.settings.excerptLimits ?? {});
  const hints = input.settings.queryHints;
  const told = gatherStories(input).map((story) => ({
    story,
    title: budget.takeTitle(excerptSource(story.lead), story.lead.title),
  }));
  const sorted = sortChanges(input);
  const todaysChanges = sorted.filter(isOfToday);
  const describe = (change: SortedChange) => describeChange(change, input, wording, budget);
  const since = (command: string) => `${command} --since ${firstDay(input)}`;
  const changes = trimList(todaysChanges.map(describe), MAX_ENTRIES.changes, hints.ledger);
  const lateNews = trimList(
    sorted.filter((change) => !isOfToday(change)).map(describe),
    MAX_ENTRIES.lateNews,
    hints.ledger,
  );
  const disputes = trimList(
    compileDisputes(input, wording, budget),
    MAX_ENTRIES.disputes,
    since(hints.positions),
  );
  const stories = trimList(
    told.map(({ story, title }) => describeStory(story, input, wording, budget, title)),
    MAX_ENTRIES.stories,
    `${hints.stories} --date ${input.date}`,
  );
  const gathered = gatherStatements(input);
  const statements = trimList(
    gathered.map((statement) => describeStatement(statement, wording, budget)),
    MAX_ENTRIES.statements,
    since(hints.positions),
  );
  const changedRows = new Set(todaysChanges.map((change) => change.row.rowId));
  const ledger = trimList(
    compileLedger(input.ledger, changedRows, wording),
    MAX_ENTRIES.ledger,
    hints.ledger,
  );
  const corrections = trimList(
    input.corrections.map(cleanCorrection),
    MAX_ENTRIES.corrections,
    hints.articles,
  );
  return {
    todaysChanges,
    statements: gathered,
    trimmed: { changes, lateNews, disputes, stories, statements, ledger, corrections },
  };
}

function isOfToday(change: SortedChange): boolean {
  return change.kind === 'change' || change.kind === 'withdrawn';
}

function countDay(
  input: DigestInput,
  { todaysChanges, statements, trimmed }: Sections,
  wording: Wording,
): DayFacts {
  return {
    changes: todaysChanges,
    lateCount: lengthOf(trimmed.lateNews),
    disputeCount: lengthOf(trimmed.disputes),
    storyCount: lengthOf(trimmed.stories),
    statementCounts: countNewStatements(statements),
    leadStatement: leadStatement(statements, wording),
    publisherCount: new Set(input.articles.map((article) => article.publisherFamily)).size,
    feedsReadCount: countFeedsRead(input.coverage.feeds),
    feedCount: input.coverage.feeds.length,
    itemCount: countItems(input.coverage.outcomes),
  };
}

function lengthOf(list: Trimmed<unknown>): number {
  return list.entries.length + list.moreCount;
}

function trimList<Entry>(entries: readonly Entry[], max: number, moreQuery: string): Trimmed<Entry> {
  return { entries: entries.slice(0, max), moreCount: Math.max(0, entries.length - max), moreQuery };
}

function cleanCorrection(correction: Correction): CorrectionEntry {
  return {
    digestDate: formatDay(correction.digestDate),
    was: cleanLine(correction.was, MAX_SENTENCE_CHARACTERS),
    now: cleanLine(correction.now, MAX_SENTENCE_CHARACTERS),
    url: correction.url === undefined ? undefined : safeUrl(correction.url),
  };
}

function compileFooter(input: DigestInput): DigestFooter {
  const { topic, settings } = input;
  const { queryHints, feedbackUrl } = settings;
  return {
    why: `You get this because this address is subscribed to the daily digest on “${cleanLine(topic.label, 120)}”.`,
    unsubscribeUrl: safeUrl(settings.unsubscribeUrl) ?? '',
    feedbackUrl: feedbackUrl === undefined ? undefined : safeUrl(feedbackUrl),
    senderNote: cleanLine(settings.senderNote, MAX_SENTENCE_CHARACTERS),
    queries: [
      { label: 'These articles', command: `${queryHints.articles} --since ${firstDay(input)}` },
      { label: 'The whole ledger', command: queryHints.ledger },
      { label: 'State of every feed', command: queryHints.feeds },
    ],
  };
}

/** Days of the command line are in UTC, and most of what a digest tells was published on the day before its own. */
function firstDay({ window }: DigestInput): string {
  return window.from.slice(0, 10);
}

function byListing(one: StoryArticle, other: StoryArticle): number {
  return compareText(one.listedAt, other.listedAt) || compareText(one.id, other.id);
}
