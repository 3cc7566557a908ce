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

/** What each action is in our own words, after the actor's name and before what it is about: of one actor, and of several. */
const ACTION_PHRASES: Readonly<Record<Action, (object: string) => { one: string; many: string }>> = {
  CALLS_FOR_LIFTING: (object) => verb('calls', 'call', `for limits on ${object} to be lifted`),
  REQUESTS_PERMISSION: (object) => verb('asks', 'ask', `for permission to use ${object}`),
  PERMITS: (object) => verb('permits', 'permit', `the use of ${object}`),
  PERMITS_WITH_LIMITS: (object) => verb('permits', 'permit', `limited use of ${object}`),
  EASES: (object) => verb('eases', 'ease', `limits on ${object}`),
  DECLARES_NO_RESTRICTION: (object) => verb('sets', 'set', `no limit on ${object}`),
  ENDORSES_RIGHT: (object) => verb('defends', 'defend', `the right to use ${object}`),
  MAINTAINS_RESTRICTION: (object) => verb('keeps', 'keep', `the restriction on ${object}`),
  TIGHTENS: (object) => verb('tightens', 'tighten', `the restriction on ${object}`),
  OPPOSES_LIFTING: (object) => verb('opposes', 'oppose', `lifting limits on ${object}`),
  WARNS_AGAINST: (object) => verb('warns', 'warn', `against the use of ${object}`),
  CONSIDERING: (object) => verb('leaves', 'leave', `open whether to allow the use of ${object}`),
  DEFERS_TO_NATIONAL_DECISION: (object) => verb('leaves', 'leave', `the decision on ${object} to each state`),
  DENIES_REPORT: (object) => verb('denies', 'deny', `a reported change on ${object}`),
  REPORTS_USE: (object) => verb('is', 'are', `reported to have used ${object}`),
};

function verb(one: string, many: string, rest: string): { one: string; many: string } {
  return { one: `${one} ${rest}`, many: `${many} ${rest}` };
}

/** Turns canonical values into a reader's words: the topic pack's where it has them, else the value itself, readable. */
export interface Wording {
  readonly country: (code: string) => string;
  readonly countryShort: (code: string) => string;
  readonly weapon: (canonical: string) => string;
  /** The weapon within a sentence: `supplied weapons` where a table says `all supplied weapons`. */
  readonly weaponObject: (canonical: string) => string;
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
  const weapon = (canonical: string) => label(lookUp(words.weapons, canonical) ?? readable(canonical));
  return {
    country: (code) => label(lookUp(words.countries, code)?.name ?? code),
    countryShort: (code) => label(lookUp(words.countries, code)?.short ?? code),
    weapon,
    weaponObject: (canonical) =>
      isNamedWeapon(canonical) ? weapon(canonical) : weapon(canonical).replace(/^all /u, ''),
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

export const THE_GOVERNMENT = 'the government';

/** The actor of a row that stands under its country's name: a government needs no second naming. */
export function nameDecider(actor: string, country: string, wording: Wording): string {
  const name = cleanLine(actor, MAX_NAME_CHARACTERS);
  return name === wording.country(country) || name === country ? THE_GOVERNMENT : name;
}

/** One position in our own words: `Ruritania permits limited use of supplied weapons (near the border; 31 May 2024)`. */
export function describePosition(position: Position, wording: Wording): string {
  const when = formatDated(position.statementDate, position.datePrecision);
  const details = [wording.scope(position), when].filter((part) => part !== '').join('; ');
  const actor = nameActor(position.actor, position.country, wording);
  return `${capitalise(actor)} ${phraseAction(position, wording)} (${details})`;
}

export function phraseAction({ action, actorType, weapon }: Position, wording: Wording): string {
  return ACTION_PHRASES[action](wording.weaponObject(weapon))[actorType === 'group' ? 'many' : 'one'];
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
