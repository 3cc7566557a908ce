import type { ArticleLink, Excerpt, StatusLabel } from '../digest/digest.ts';
import type { TimeTick } from './time-scale.ts';

/**
 * The timeline, ready to be rendered: every choice, label, place and cut is made. Strings are plain text in one line,
 * already neutralised and held to a length.
 */
export interface Timeline {
  readonly topicLabel: string;
  /** `2 January 2026`: the day up to which everything is told. */
  readonly until: string;
  /** What the picture shows, in figures. */
  readonly summary: string;
  /** In alphabetical order. */
  readonly countries: readonly TimelineCountry[];
  /** Newest first: by the day of the act, then by the day on which it was first reported. */
  readonly changes: readonly TimelineChange[];
  /** Older changes that the page has no room for, and the command that shows them. */
  readonly olderCount: number;
  readonly olderQuery: string;
  readonly ticks: readonly TimeTick[];
  /** The narrowest in which marks stay apart: CSS pixels. */
  readonly minWidth: number;
}

export interface TimelineCountry {
  readonly name: string;
  readonly lanes: readonly TimelineLane[];
}

/** One country's answers for some weapons in some places. */
export interface TimelineLane {
  readonly weapon: string;
  /** Empty where the answers have always held everywhere alike. */
  readonly area: string;
  readonly stretches: readonly TimelineStretch[];
  readonly marks: readonly TimelineMark[];
}

/** A status for as long as it held: places between 0 and 1. */
export interface TimelineStretch {
  readonly from: number;
  readonly to: number;
  readonly status: StatusLabel['status'];
  /** Whether it began before the days that are shown, or on a day that no report gives. */
  readonly isOpen: boolean;
}

/** Where an answer began; opens the change of that number. */
export interface TimelineMark {
  readonly at: number;
  readonly change: TimelineChange;
}

export interface TimelineChange {
  /** Unique on the page, in the order of the changes. */
  readonly number: number;
  readonly answerId: string;
  readonly country: string;
  readonly weapon: string;
  readonly scope: string;
  readonly from: StatusLabel;
  readonly to: StatusLabel;
  readonly who: string;
  /** `30 May 2024`, or that no report says when. */
  readonly when: string;
  /** Such as `announced; reported by 3 publishers; contested`. */
  readonly standing: string;
  readonly isContested: boolean;
  readonly evidence?: Excerpt | undefined;
  readonly link: ArticleLink;
  /** Others that report it, each publisher once. */
  readonly others: readonly ArticleLink[];
}
