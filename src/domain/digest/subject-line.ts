import type { LedgerStatus } from '../ledger/ledger.ts';
import type { SortedChange } from './compile-changes.ts';
import { cleanLine, clipText } from './plain-text.ts';
import { countNoun, isNamedWeapon, type Wording } from './wording.ts';

/** What phones show of a subject. */
export const MAX_SUBJECT_CHARACTERS = 50;
const MAX_PREHEADER_CHARACTERS = 140;
const MAX_HEADLINE_CHARACTERS = 160;

/** How a named weapon follows the verb: `permits … with rockets`, but `keeps its ban on rockets`. */
const WEAPON_LINKS: Readonly<Record<LedgerStatus, string>> = {
  'no-restriction-stated': 'on',
  permitted: 'with',
  'permitted-with-limits': 'with',
  restricted: 'on',
  undecided: 'on',
};

/** What the subject and the lines under it are made of. */
export interface DayFacts {
  /** Today's changes alone, the first of them leading. */
  readonly changes: readonly SortedChange[];
  readonly lateCount: number;
  readonly disputeCount: number;
  readonly storyCount: number;
  /** `1 call, 2 warnings`; empty when there were none. */
  readonly statementCounts: string;
  /** `Jane Roe (Ruritania) calls for …`: the weightiest of what was said; empty when that is little. */
  readonly leadStatement: string;
  readonly publisherCount: number;
  readonly feedsReadCount: number;
  readonly feedCount: number;
  readonly itemCount: number;
}

/** `Ruritania permits use near the city; 2 more changes`: the most telling wording that fits in 50 characters. */
export function writeSubject(facts: DayFacts, wording: Wording): string {
  const [first, ...others] = facts.changes;
  const candidates = first ? changeSubjects(first, others.length, wording) : quietSubjects(facts);
  const fitting = candidates.find((one) => one.length <= MAX_SUBJECT_CHARACTERS);
  return cleanLine(fitting ?? candidates.at(-1) ?? '', MAX_SUBJECT_CHARACTERS);
}

/** The first change in full words, or that there is none and what was said instead. */
export function writeHeadline(facts: DayFacts, wording: Wording): string {
  const [first] = facts.changes;
  if (first)
    return phraseChange(first, wording, wording.country(first.row.country), { weapon: true, area: true });
  if (facts.leadStatement !== '')
    return clipText(`No change. ${facts.leadStatement}`, MAX_HEADLINE_CHARACTERS);
  return facts.storyCount === 0 ? 'Nothing changed, nothing was reported' : 'No position changed';
}

/** The day in figures. Feeds that were not read come last, where they are not overlooked. */
export function writeSummary(facts: DayFacts): string {
  const missed = facts.feedCount - facts.feedsReadCount;
  const entryCount = facts.changes.length + facts.lateCount + facts.disputeCount + facts.storyCount;
  const told = entryCount > 0 ? newsFigures(facts) : quietFigures(facts);
  return [...told, ...(missed > 0 ? [`${countNoun(missed, 'feed')} not read`] : [])].join(' · ');
}

function newsFigures(facts: DayFacts): string[] {
  return [
    ...(facts.changes.length > 0 ? [countNoun(facts.changes.length, 'change')] : []),
    ...(facts.lateCount > 0 ? [`${facts.lateCount} also recorded`] : []),
    ...(facts.disputeCount > 0 ? [`${facts.disputeCount} disputed`] : []),
    `${countNoun(facts.storyCount, 'story', 'stories')} from ${countNoun(facts.publisherCount, 'publisher')}`,
  ];
}

function quietFigures(facts: DayFacts): string[] {
  return [
    `${countNoun(facts.itemCount, 'item')} read in ${countNoun(facts.feedsReadCount, 'feed')}, none of them relevant`,
  ];
}

/** Goes on where the subject stops: the other changes first, then what else there is to read. */
export function writePreheader(facts: DayFacts, wording: Wording): string {
  const others = facts.changes
    .slice(1)
    .map((change) =>
      phraseChange(change, wording, wording.countryShort(change.row.country), { weapon: true, area: true }),
    );
  return clipText([...others, writeSummary(facts)].join(' · '), MAX_PREHEADER_CHARACTERS);
}

function changeSubjects(first: SortedChange, otherCount: number, wording: Wording): string[] {
  const more =
    otherCount === 0 ? [''] : [`; ${countNoun(otherCount, 'more change')}`, `; ${otherCount} more`];
  const country = wording.countryShort(first.row.country);
  const details = [
    { weapon: true, area: true },
    { weapon: false, area: true },
    { weapon: true, area: false },
    { weapon: false, area: false },
  ];
  return details
    .filter((detail) => !detail.area || detail.weapon || !isNamedWeapon(first.row.weapon))
    .flatMap((detail) => more.map((suffix) => `${phraseChange(first, wording, country, detail)}${suffix}`));
}

function quietSubjects(facts: DayFacts): string[] {
  const stories = countNoun(facts.storyCount, 'story', 'stories');
  if (facts.lateCount > 0)
    return [
      `No change today; ${facts.lateCount} late on record, ${stories}`,
      `No change today; ${facts.lateCount} late on record`,
    ];
  if (facts.disputeCount > 0) return [`No change; ${facts.disputeCount} contested or denied, ${stories}`];
  if (facts.statementCounts !== '')
    return [`No change; ${facts.statementCounts}, ${stories}`, `No change; ${stories}`];
  if (facts.storyCount > 0) return [`No change; ${stories}`];
  return [`No change, no report; ${facts.feedsReadCount} of ${countNoun(facts.feedCount, 'feed')} read`];
}

function phraseChange(
  { row, kind }: SortedChange,
  wording: Wording,
  country: string,
  detail: { readonly weapon: boolean; readonly area: boolean },
): string {
  if (kind === 'withdrawn') return `${country}: ledger entry withdrawn`;
  const weapon =
    detail.weapon && isNamedWeapon(row.weapon)
      ? ` ${WEAPON_LINKS[row.status]} ${wording.weapon(row.weapon)}`
      : '';
  const short = wording.scopeShort(row.scopeGeo);
  const area = detail.area && short !== '' ? ` ${short}` : '';
  return `${country} ${wording.statusVerb(row.status)}${weapon}${area}`;
}
