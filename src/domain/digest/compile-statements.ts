import type { Action, Position } from '../positions/position.ts';
import type { StatementEntry } from './digest.ts';
import type { DigestInput } from './digest-input.ts';
import { articleLink, type ExcerptBudget } from './excerpt-budget.ts';
import { isSameStatement, type MergedStatement, mergeStatements } from './merge-statements.ts';
import { capitalise, countNoun, formatDated, nameActor, phraseAction, type Wording } from './wording.ts';

const MAX_LINKS = 4;

/** Actions that set nothing in the ledger and are still what a reader wants to hear, in the order they are told. */
const STATEMENT_KINDS: readonly {
  readonly action: Action;
  readonly kind: string;
  readonly kinds: string;
}[] = [
  { action: 'CALLS_FOR_LIFTING', kind: 'Call', kinds: 'calls' },
  { action: 'REQUESTS_PERMISSION', kind: 'Request', kinds: 'requests' },
  { action: 'WARNS_AGAINST', kind: 'Warning', kinds: 'warnings' },
  { action: 'OPPOSES_LIFTING', kind: 'Objection', kinds: 'objections' },
  { action: 'ENDORSES_RIGHT', kind: 'Statement of support', kinds: 'statements of support' },
  { action: 'DEFERS_TO_NATIONAL_DECISION', kind: 'Deferral', kinds: 'deferrals' },
  { action: 'REPORTS_USE', kind: 'Report of use', kinds: 'reports of use' },
];
/** Whether a position is told as a statement: it sets nothing, and nobody denies having said it. */
export function isStatement({ action, standing }: Position): boolean {
  return KIND_OF_ACTION.has(action) && standing !== 'denied';
}

/** `2 calls, 1 warning`: statements by kind, in the order in which they are told. */
export function countStatements(positions: readonly Position[]): string {
  return STATEMENT_KINDS.map(({ action, kind, kinds }) => ({
    count: positions.filter((position) => position.action === action).length,
    noun: kind.toLowerCase(),
    nouns: kinds,
  }))
    .filter(({ count }) => count > 0)
    .map(({ count, noun, nouns }) => countNoun(count, noun, nouns))
    .join(', ');
}

const KIND_OF_ACTION = new Map(STATEMENT_KINDS.map(({ action, kind }, rank) => [action, { kind, rank }]));

/** One statement of the day, however many report it. */
export interface ToldStatement extends MergedStatement {
  /** Whether a digest of the last days told it, by whichever report. */
  readonly isRepeated: boolean;
}

/** Calls, requests, warnings and what else was said without setting anything: what is new first, then by kind. */
export function gatherStatements({
  articles,
  toldBefore = [],
}: Pick<DigestInput, 'articles' | 'toldBefore'>): ToldStatement[] {
  const told = mergeStatements(toldBefore, isStatement).map(({ position }) => position);
  return mergeStatements(articles, isStatement)
    .map((statement) => ({
      ...statement,
      isRepeated: told.some((position) => isSameStatement(position, statement.position)),
    }))
    .sort(
      (one, other) =>
        Number(one.isRepeated) - Number(other.isRepeated) ||
        kindRank(one) - kindRank(other) ||
        other.sources.length - one.sources.length,
    );
}

export function describeStatement(
  { position, source, sources, isRepeated }: ToldStatement,
  wording: Wording,
  budget: ExcerptBudget,
): StatementEntry {
  const scope = wording.scope(position);
  return {
    kind: KIND_OF_ACTION.get(position.action)?.kind ?? 'Statement',
    who: capitalise(nameActor(position.actor, position.country, wording)),
    text: scope === '' ? phraseAction(position, wording) : `${phraseAction(position, wording)} (${scope})`,
    when: formatDated(position.statementDate, position.datePrecision),
    isRepeated,
    evidence: budget.takeExcerpt(source, position.evidence.text),
    links: sources.slice(0, MAX_LINKS).map(articleLink),
  };
}

/** Kinds up to here are for or against a change; the others go with what stands. */
const LEADING_KINDS = 4;

/**
 * A call, request, warning or objection that may stand above a quiet day: new, dated and in somebody's own words. Empty
 * when there is none.
 */
export function leadStatement(statements: readonly ToldStatement[], wording: Wording): string {
  const lead = statements.find(
    ({ position, isRepeated }) =>
      !isRepeated &&
      position.statementDate !== null &&
      (position.attribution === 'direct' || position.attribution === 'paraphrase'),
  );
  if (!lead || kindRank(lead) >= LEADING_KINDS) return '';
  const actor = capitalise(nameActor(lead.position.actor, lead.position.country, wording));
  return `${actor} ${phraseAction(lead.position, wording)}`;
}

/** `1 call, 2 warnings`: those that no digest has told yet. */
export function countNewStatements(statements: readonly ToldStatement[]): string {
  const fresh = statements.filter(({ isRepeated }) => !isRepeated);
  return countStatements(fresh.map(({ position }) => position));
}

function kindRank({ position }: MergedStatement): number {
  return KIND_OF_ACTION.get(position.action)?.rank ?? STATEMENT_KINDS.length;
}
