import { phraseAction, type Wording } from '../digest/wording.ts';
import type { DatePrecision, Position } from '../positions/position.ts';
import type { Topic } from '../topics/topic.ts';

/** What the journalist's own voice is called as a speaker. */
const OWN_VOICE = 'article';

/**
 * A position in words, part by part: whose, what, where, in whose words and when, of what standing.
 *
 * @param day - the article's day, `YYYY-MM-DD`: offices are those held then, where the statement has no day
 */
export function sayPosition(
  position: Position,
  day: string | undefined,
  publisher: string | undefined,
  wording: Wording,
  topic: Topic,
): string[] {
  return [
    whose(position, day, wording, topic),
    phraseAction(position, wording),
    where(position, wording),
    `${inWhoseWords(position, day, topic)}, ${when(position)}`,
    ofWhatStanding(position),
    publisher === undefined ? '' : `reported by ${publisher}`,
  ].filter((part) => part !== '');
}

function whose(position: Position, day: string | undefined, wording: Wording, topic: Topic): string {
  const { actor, country, speaker } = position;
  const state = wording.country(country);
  const isState = actor === state || actor === topic.countryNames.get(country);
  if (isState || actor === speaker) return state;
  if (country === 'MULTI') return actor;
  return `${state} (${withOffice(actor, position, day, topic)})`;
}

function where(position: Position, wording: Wording): string {
  const scope = wording.scope(position);
  return scope === '' ? 'area not stated' : scope;
}

function inWhoseWords(position: Position, day: string | undefined, topic: Topic): string {
  const { speaker, attribution } = position;
  if (speaker === OWN_VOICE) {
    return attribution === 'anonymous'
      ? 'told by officials without a name'
      : 'told in the article’s own words';
  }
  const isState = speaker === topic.countryNames.get(position.country);
  const name = isState ? 'its government' : withOffice(speaker, position, day, topic);
  if (attribution === 'anonymous') return `said by ${name}, without a name`;
  return attribution === 'direct' ? `in the very words of ${name}` : `said by ${name}`;
}

/** `David Cameron, foreign minister`, by the office held on the day of the statement. */
function withOffice(
  name: string,
  { statementDate }: Position,
  day: string | undefined,
  { people }: Topic,
): string {
  const on = statementDate ?? day;
  const office = people
    .filter((person) => person.name === name)
    .flatMap(({ terms }) => terms)
    .find(({ from, to }) => on !== undefined && from <= on && (to === undefined || on <= to));
  return office ? `${name}, ${office.role.role}` : name;
}

const PRECISION_WORDS: Readonly<Record<Exclude<DatePrecision, 'open'>, string>> = {
  day: 'on',
  week: 'in the week of',
  month: 'in',
  period: 'from',
};

const BASIS_WORDS = {
  stated: 'as stated',
  carried: 'carried over from before',
  article: 'the day of the article',
} as const;

function when({ statementDate, datePrecision, dateBasis }: Position): string {
  if (statementDate === null || datePrecision === 'open') return 'undated';
  const basis = dateBasis ? `, ${BASIS_WORDS[dateBasis]}` : '';
  const date = datePrecision === 'month' ? statementDate.slice(0, 7) : statementDate;
  return `${PRECISION_WORDS[datePrecision]} ${date} (${datePrecision}${basis})`;
}

function ofWhatStanding({ status, standing, change, decider }: Position): string {
  const told = { news: 'news', background_current: 'background', background_past: 'ended' }[status];
  return [told, standing, change === 'none' ? '' : change, decider ? '' : 'does not decide']
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(/[_-]/g, ' '))
    .join(', ');
}
