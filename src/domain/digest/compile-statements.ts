import type { Action } from '../positions/position.ts';
import type { StoryArticle } from '../stories/story.ts';
import type { StatementEntry } from './digest.ts';
import { articleLink, type ExcerptBudget } from './excerpt-budget.ts';
import { type MergedStatement, mergeStatements } from './merge-statements.ts';
import { formatDated, nameActor, phraseAction, positionDetails, type Wording } from './wording.ts';

const MAX_LINKS = 4;

/** Actions that set nothing in the ledger and are still what a reader wants to hear, in the order they are told. */
const STATEMENT_KINDS: readonly { readonly action: Action; readonly kind: string }[] = [
  { action: 'CALLS_FOR_LIFTING', kind: 'Call' },
  { action: 'REQUESTS_PERMISSION', kind: 'Request' },
  { action: 'WARNS_AGAINST', kind: 'Warning' },
  { action: 'OPPOSES_LIFTING', kind: 'Objection' },
  { action: 'ENDORSES_RIGHT', kind: 'Support' },
  { action: 'DEFERS_TO_NATIONAL_DECISION', kind: 'Deferral' },
  { action: 'REPORTS_USE', kind: 'Use reported' },
];
const KIND_OF_ACTION = new Map(STATEMENT_KINDS.map(({ action, kind }, rank) => [action, { kind, rank }]));

/** Calls, requests, warnings and what else was said without setting anything, each statement once. */
export function compileStatements(
  articles: readonly StoryArticle[],
  wording: Wording,
  budget: ExcerptBudget,
): StatementEntry[] {
  return mergeStatements(
    articles,
    (position) => KIND_OF_ACTION.has(position.action) && position.standing !== 'denied',
  )
    .sort((one, other) => kindRank(one) - kindRank(other) || other.sources.length - one.sources.length)
    .map((statement) => describeStatement(statement, wording, budget));
}

function describeStatement(
  { position, source, sources }: MergedStatement,
  wording: Wording,
  budget: ExcerptBudget,
): StatementEntry {
  const details = positionDetails(position, wording);
  return {
    kind: KIND_OF_ACTION.get(position.action)?.kind ?? 'Statement',
    who: nameActor(position.actor, position.country, wording),
    text: [phraseAction(position), ...details].join('; '),
    when: formatDated(position.statementDate, position.datePrecision),
    evidence: budget.takeExcerpt(source, position.evidence.text),
    links: sources.slice(0, MAX_LINKS).map(articleLink),
  };
}

function kindRank({ position }: MergedStatement): number {
  return KIND_OF_ACTION.get(position.action)?.rank ?? STATEMENT_KINDS.length;
}
