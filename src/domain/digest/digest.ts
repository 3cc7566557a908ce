import type { LedgerStatus } from '../ledger/ledger.ts';
import type { FeedReadState } from './digest-input.ts';

export type { DigestInput } from './digest-input.ts';

/**
 * One day's digest, ready to be rendered: every choice, order, label and cut is made. Strings are plain text in one line,
 * already neutralised and held to a length; a renderer only lays them out and escapes them.
 */
export interface Digest {
  readonly topicId: string;
  readonly topicLabel: string;
  /** `YYYY-MM-DD`, local. */
  readonly date: string;
  /** `Friday 31 May 2024`. */
  readonly dateLine: string;
  /** At most 50 characters, the change first. */
  readonly subject: string;
  /** What a mailbox shows after the subject; adds to it. */
  readonly preheader: string;
  /** The day in one line, longer than the subject. */
  readonly headline: string;
  /** The day in one sentence of figures. */
  readonly summary: string;
  /** `30 May 2024, 07:00`, local: where the window begins. */
  readonly since: string;
  readonly changes: Trimmed<ChangeEntry>;
  /** Acts older than this digest's days, and rows recorded for the first time that are no change: never told as today's. */
  readonly lateNews: Trimmed<ChangeEntry>;
  readonly disputes: Trimmed<DisputeEntry>;
  readonly stories: Trimmed<StoryEntry>;
  readonly statements: Trimmed<StatementEntry>;
  readonly ledger: Trimmed<LedgerLine>;
  readonly reportStrip: ReportStrip;
  readonly coverage: CoverageSection;
  readonly corrections: Trimmed<CorrectionEntry>;
  readonly footer: DigestFooter;
  /** Every article this digest tells, printed or counted among the "more": what the stored manifest lists. */
  readonly articleIds: readonly string[];
}

/** A list that may have been cut, and the command that shows the rest. */
export interface Trimmed<Entry> {
  readonly entries: readonly Entry[];
  readonly moreCount: number;
  readonly moreQuery: string;
}

/** A status as a word and as a key for colour. The word alone says it all. */
export interface StatusLabel {
  readonly word: string;
  readonly status: LedgerStatus | 'none';
}

export interface ArticleLink {
  readonly publisher: string;
  /** Absolute http or https; missing when the article's address was not fit to print. */
  readonly url?: string | undefined;
}

/** Words of an article, exactly as printed there apart from white space; a cut is marked by an ellipsis. */
export interface Excerpt {
  readonly text: string;
  readonly source: ArticleLink;
}

export interface ChangeEntry {
  /** `on-record`: recorded for the first time and not new, or of unknown date. */
  readonly kind: 'change' | 'late' | 'on-record' | 'withdrawn';
  /** Why it is not today's change, or gone; empty when there is nothing to say. */
  readonly note: string;
  readonly country: string;
  readonly weapon: string;
  readonly scope: string;
  readonly from: StatusLabel;
  readonly to: StatusLabel;
  readonly who: string;
  /** `30 May 2024`; every day that reports give; or that none does. */
  readonly when: string;
  /** `reported by 3 publishers`. */
  readonly reportedBy: string;
  /** One sentence of evidence; missing where the excerpt limit leaves no room. */
  readonly evidence?: Excerpt | undefined;
  readonly link: ArticleLink;
}

export interface DisputeEntry {
  /** `Contested`, `Denied`, `Settled` or `Dates differ`. */
  readonly kind: string;
  /** What is in dispute, in our own words. */
  readonly text: string;
  readonly evidence?: Excerpt | undefined;
  readonly link: ArticleLink;
}

export interface StoryEntry {
  readonly title: string;
  readonly lead: ArticleLink;
  /** `31 May 2024, 18:20`, local. */
  readonly published: string;
  /** What is new in it, in our own words, one position a line. */
  readonly news: readonly string[];
  readonly newsMoreCount: number;
  /** `1 call, 2 warnings`: what the section on statements tells of this story; often empty. */
  readonly newsBelow: string;
  readonly quotations: readonly Quotation[];
  /** Who else reports it, copies left out. */
  readonly others: readonly ArticleLink[];
  readonly othersMoreCount: number;
  /** `3 independent publishers; 2 copies of one text`. */
  readonly breadth: string;
}

export interface Quotation {
  readonly speaker: string;
  readonly excerpt: Excerpt;
  /** The article's sentence about what was said, with some of the words, and not the speaker's words alone. */
  readonly isReported: boolean;
}

export interface StatementEntry {
  /** `Call`, `Request`, `Warning`, `Objection`, `Statement of support`, `Deferral`, `Report of use`. */
  readonly kind: string;
  readonly who: string;
  /** What they call for, ask or warn of, in our own words. */
  readonly text: string;
  /** Whether a digest of the last days told the same statement. */
  readonly isRepeated: boolean;
  readonly when: string;
  readonly evidence?: Excerpt | undefined;
  readonly links: readonly ArticleLink[];
}

/** Lines of one country stand together. */
export interface LedgerLine {
  readonly country: string;
  readonly weapon: string;
  readonly scope: string;
  readonly status: StatusLabel;
  readonly since: string;
  /** Empty where it is the government, as it is for most rows. */
  readonly who: string;
  /** Independent publishers besides the linked one. */
  readonly furtherPublisherCount: number;
  /** Such as `contested` or `changed today`; often empty. */
  readonly marks: readonly string[];
  readonly link: ArticleLink;
}

export interface ReportStrip {
  readonly days: readonly StripDay[];
  /** The strip in words, with its figures. */
  readonly inWords: string;
}

export interface StripDay {
  readonly label: string;
  readonly articleCount: number;
  /** 0 to 1, of the busiest day. */
  readonly share: number;
  readonly isToday: boolean;
}

export interface CoverageSection {
  readonly windowUtc: string;
  readonly windowLocal: string;
  /** `Read 5 of 6 feeds.` and what came of the items. */
  readonly inWords: readonly string[];
  readonly feeds: readonly FeedGroup[];
}

export interface FeedGroup {
  readonly state: FeedReadState;
  /** `Failed`. */
  readonly word: string;
  readonly feeds: readonly FeedLine[];
  readonly moreCount: number;
}

export interface FeedLine {
  readonly name: string;
  /** Why, and when its last item was; empty for a feed that was read. */
  readonly detail: string;
}

export interface CorrectionEntry {
  readonly digestDate: string;
  readonly was: string;
  readonly now: string;
  readonly url?: string | undefined;
}

export interface DigestFooter {
  readonly why: string;
  readonly unsubscribeUrl: string;
  readonly feedbackUrl?: string | undefined;
  readonly senderNote: string;
  /** Label and command, for those who want more than the digest. */
  readonly queries: readonly { readonly label: string; readonly command: string }[];
}
