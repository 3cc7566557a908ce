import type { LedgerRow, LedgerStatus } from '../ledger/ledger.ts';
import type { Action, DatePrecision, Position } from '../positions/position.ts';
import type { StatusLabel } from './digest.ts';
import type { DigestWords } from './digest-input.ts';
import { formatDay } from './format-dates.ts';
import { cleanLine } from './plain-text.ts';

/** What canonical values say where an article names no area or target, and no particular weapon. */
const UNSPECIFIED = 'unspecified';
const GENERIC = 'generic';

const MAX_LABEL_CHARACTERS = 80;
const MAX_NAME_CHARACTERS = 80;

const STATUS_WORDS: Readonly<Record<LedgerStatus, string>> = {
  'no-restriction-stated': 'no restriction stated',
  permitted: 'permitted',
  'permitted-with-limits': 'permitted with limits',
  restricted: 'restricted',
  undecided: 'undecided',
};

const STATUS_VERBS: Readonly<Record<LedgerStatus, string>> = {
  'no-restriction-stated': 'states no restriction',
  permitted: 'permits use',
  'permitted-with-limits': 'permits limited use',
  restricted: 'restricts use',
  undecided: 'leaves use undecided',
};

/** What each action is in our own words, after the actor's name: of one actor, and of several. */
const ACTION_PHRASES: Readonly<Record<Action, { readonly one: string; readonly many: string }>> = {
  CALLS_FOR_LIFTING: {
    one: 'calls for restrictions to be lifted',
    many: 'call for restrictions to be lifted',
  },
  REQUESTS_PERMISSION: { one: 'asks for permission', many: 'ask for permission' },
  PERMITS: { one: 'permits use', many: 'permit use' },
  PERMITS_WITH_LIMITS: { one: 'permits use with limits', many: 'permit use with limits' },
  EASES: { one: 'eases restrictions', many: 'ease restrictions' },
  DECLARES_NO_RESTRICTION: { one: 'says it sets no restriction', many: 'set no restriction' },
  ENDORSES_RIGHT: { one: 'defends the right to use them', many: 'defend the right to use them' },
  MAINTAINS_RESTRICTION: { one: 'keeps the restriction', many: 'keep the restriction' },
  TIGHTENS: { one: 'tightens the restriction', many: 'tighten the restriction' },
  OPPOSES_LIFTING: { one: 'opposes lifting restrictions', many: 'oppose lifting restrictions' },
  WARNS_AGAINST: { one: 'warns against use', many: 'warn against use' },
  CONSIDERING: { one: 'leaves the decision open', many: 'leave the decision open' },
  DEFERS_TO_NATIONAL_DECISION: { one: 'leaves it to each state', many: 'leave it to each state' },
  DENIES_REPORT: { one: 'denies a reported change', many: 'deny a reported change' },
  REPORTS_USE: { one: 'is reported to have used them', many: 'are reported to have used them' },
};

/** Turns canonical values into a reader's words: the topic pack's where it has them, else the value itself, readable. */
export interface Wording {
  readonly country: (code: string) => string;
  readonly countryShort: (code: string) => string;
  readonly weapon: (canonical: string) => string;
  /** Area, target and conditions in one phrase; empty when nothing is specified. */
  readonly scope: (scope: ScopeValues) => string;
  /** The area after a subject line's verb; empty when the topic pack has none. */
  readonly scopeShort: (geo: string) => string;
  readonly statusVerb: (status: LedgerStatus) => string;
}

export interface ScopeValues {
  readonly scopeGeo: string;
  readonly scopeAlso?: readonly string[] | undefined;
  readonly scopeTarget: string;
  readonly scopeConditions: readonly string[];
}

export function createWording(words: DigestWords): Wording {
  const target = (value: string) => lookUp(words.targets, value) ?? readable(value);
  const condition = (value: string) => lookUp(words.conditions, value) ?? readable(value);
  const area = (geo: string) =>
    geo === UNSPECIFIED ? '' : (lookUp(words.scopes, geo)?.label ?? readable(geo));
  const label = (text: string) => cleanLine(text, MAX_LABEL_CHARACTERS);
  return {
    country: (code) => label(lookUp(words.countries, code)?.name ?? code),
    countryShort: (code) => label(lookUp(words.countries, code)?.short ?? code),
    weapon: (canonical) => label(lookUp(words.weapons, canonical) ?? readable(canonical)),
    scope: ({ scopeGeo, scopeAlso = [], scopeTarget, scopeConditions }) =>
      [
        area(scopeGeo),
        ...scopeAlso.slice(0, 4).map(area),
        target(scopeTarget),
        ...scopeConditions.slice(0, 4).map(condition),
      ]
        .map(label)
        .filter((part) => part !== '')
        .join('; '),
    scopeShort: (geo) => label(lookUp(words.scopes, geo)?.short ?? ''),
    statusVerb: (status) => label(words.statusVerbs?.[status] ?? STATUS_VERBS[status]),
  };
}

export function labelStatus(status: LedgerStatus | undefined): StatusLabel {
  return status === undefined
    ? { word: 'nothing on record', status: 'none' }
    : { word: STATUS_WORDS[status], status };
}

/** `Jane Roe (Ruritania)`, and only `Ruritania` for the state itself. */
export function nameActor(actor: string, country: string, wording: Wording): string {
  const name = cleanLine(actor, MAX_NAME_CHARACTERS);
  const state = wording.country(country);
  const isNamedWithState = name.includes(state) || name === country || name.endsWith(')');
  return state === '' || isNamedWithState ? name : `${name} (${state})`;
}

/** The actor of a row that stands under its country's name: a government needs no second naming. */
export function nameDecider(actor: string, country: string, wording: Wording): string {
  const name = cleanLine(actor, MAX_NAME_CHARACTERS);
  return name === wording.country(country) || name === country ? 'the government' : name;
}

/** One position in our own words: `Ruritania permits use with limits (near the border; 31 May 2024)`. */
export function describePosition(position: Position, wording: Wording): string {
  const when = formatDated(position.statementDate, position.datePrecision);
  const details = [...positionDetails(position, wording), when].join('; ');
  return `${nameActor(position.actor, position.country, wording)} ${phraseAction(position)} (${details})`;
}

export function phraseAction({ action, actorType }: Position): string {
  return ACTION_PHRASES[action][actorType === 'group' ? 'many' : 'one'];
}

/** The weapon, if it is a particular one, and the scope; nothing where neither is stated. */
export function positionDetails(position: Position, wording: Wording): string[] {
  const weapon = isNamedWeapon(position.weapon) ? wording.weapon(position.weapon) : '';
  return [weapon, wording.scope(position)].filter((part) => part !== '');
}

/** Whether a canonical weapon is one or a class of them, and not whatever is supplied. */
export function isNamedWeapon(canonical: string): boolean {
  return canonical !== GENERIC;
}

/** The day of a row's act, no finer than the reports give it. */
export function formatSince(row: Pick<LedgerRow, 'since' | 'sincePrecision'>): string {
  return formatDated(row.since, row.sincePrecision ?? 'day');
}

/** A date no finer than it is known. */
export function formatDated(date: string | null, precision: DatePrecision): string {
  if (date === null || precision === 'open') return 'date not stated';
  const day = formatDay(date);
  if (precision === 'day') return day;
  if (precision === 'month') return day.replace(/^\d+ /u, '');
  return precision === 'week' ? `week of ${day}` : `from ${day}`;
}

/** `3 publishers`, `1 publisher`. */
export function countNoun(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`;
}

export function capitalise(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('en') + text.slice(first.length);
}

/** Own keys only: a value such as `constructor` comes from outside and must not find an object's own machinery. */
function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function readable(value: string): string {
  if (value === UNSPECIFIED) return '';
  if (value === GENERIC) return 'supplied weapons';
  return value.replace(/[_/]+/gu, ' ').replace(':', ': ');
}
