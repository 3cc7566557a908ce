import type { Row } from './dump-state.ts';

/** A position that the five seed articles report, and that every reading of them has to find. */
export interface RequiredPosition {
  readonly name: string;
  readonly country: string;
  readonly actor: RegExp;
  readonly action: readonly string[];
  readonly weapon?: string;
  readonly scopeGeo: readonly string[];
  /** The days on one of which it was stated, `YYYY-MM-DD`. */
  readonly dates: readonly string[];
  readonly datePrecision: string;
}

export const REQUIRED_POSITIONS: readonly RequiredPosition[] = [
  {
    name: 'NATO’s Secretary General calls for lifting',
    country: 'NATO',
    actor: /Stoltenberg/,
    action: ['CALLS_FOR_LIFTING'],
    // he names Kharkiv and the border, and then all of it
    scopeGeo: ['all_Russia', 'border_area'],
    dates: ['2024-05-24', '2024-05-25'],
    datePrecision: 'day',
  },
  {
    name: 'the State Department maintains',
    country: 'US',
    actor: /State Department/,
    action: ['MAINTAINS_RESTRICTION'],
    scopeGeo: ['none_inside_Russia'],
    dates: ['2024-05-28'],
    datePrecision: 'day',
  },
  {
    name: 'the United States permit with limits near Kharkiv',
    country: 'US',
    actor: /United States/,
    action: ['PERMITS_WITH_LIMITS'],
    weapon: 'generic',
    scopeGeo: ['Kharkiv_front'],
    dates: ['2024-05-30'],
    datePrecision: 'day',
  },
  {
    name: 'the United States keep the ban on ATACMS',
    country: 'US',
    actor: /United States|U\.S\./,
    action: ['MAINTAINS_RESTRICTION'],
    weapon: 'ATACMS',
    scopeGeo: ['unspecified', 'all_Russia', 'deep_Russia'],
    dates: ['2024-05-30'],
    datePrecision: 'day',
  },
  {
    name: 'Germany permits',
    country: 'DE',
    actor: /German/,
    action: ['PERMITS', 'PERMITS_WITH_LIMITS'],
    scopeGeo: ['all_Russia', 'border_area'],
    dates: ['2024-05-31'],
    datePrecision: 'day',
  },
  {
    name: 'the United Kingdom had permitted',
    country: 'GB',
    actor: /United Kingdom/,
    action: ['PERMITS'],
    scopeGeo: ['all_Russia'],
    dates: ['2024-05-01'],
    datePrecision: 'month',
  },
  {
    name: 'Russia warns',
    country: 'RU',
    actor: /Putin/,
    action: ['WARNS_AGAINST'],
    scopeGeo: ['unspecified', 'all_Russia'],
    dates: ['2024-05-27'],
    datePrecision: 'week',
  },
];

export function isFound(required: RequiredPosition, positions: readonly Row[]): boolean {
  return positions.some(
    (row) =>
      row['country'] === required.country &&
      required.actor.test(String(row['actor'])) &&
      required.action.includes(String(row['action'])) &&
      (required.weapon === undefined || row['weapon'] === required.weapon) &&
      required.scopeGeo.includes(String(row['scopeGeo'])) &&
      required.dates.includes(String(row['statementDate'])) &&
      row['datePrecision'] === required.datePrecision,
  );
}

export function positionsOf(rows: readonly Row[]): Row[] {
  return rows.filter(({ pk }) => String(pk).includes('#COUNTRY#'));
}

/** Rows of articles within the topic, with their relevance. */
export function listedArticles(rows: readonly Row[]): Row[] {
  return rows.filter(({ pk, sk }) => String(pk).startsWith('ARTICLE#') && /^TOPIC#[^#]+$/.test(String(sk)));
}
