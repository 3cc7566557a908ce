import type { Topic } from '../topics/topic.ts';
import type { SourceChains } from './actors/source-chain.ts';
import type { Candidate } from './candidate.ts';
import type { BasedDate, StatementDates } from './dates/date-sentences.ts';
import { OPEN_DATE } from './dates/statement-date.ts';
import type { DetailContext } from './detail-readers/detail-context.ts';
import { readStatus } from './detail-readers/status-reader.ts';
import type { Action, Attribution, Change, Position, PositionStatus, Standing } from './position.ts';
import { spanOf } from './sentence-view.ts';
import { statusByRules } from './status-by-rules.ts';
import type { Topicality } from './topicality.ts';
import { voiceOf } from './voice.ts';

/** Completes a candidate: status, attribution, standing and change are read off its sentence. */
export function buildPosition(
  candidate: Candidate,
  articleDate: string | undefined,
  dates: StatementDates,
  chains: SourceChains,
  context: DetailContext,
  topic: Topic,
): Position {
  const { actor, action, weapon, scope } = candidate;
  const voice = voiceOf(candidate);
  const ruled = statusByRules(candidate, voice, dates, articleDate);
  const { attribution, date: found } = ruled;
  const { statusReader } = topic;
  const status = statusReader ? readStatus(candidate, ruled, context, statusReader) : ruled.status;
  const date = dateAs(status, found, articleDate);
  return {
    actor: actor.name,
    actorType: actor.type,
    speaker: voice.speaker?.name ?? 'article',
    country: actor.country ?? 'MULTI',
    decider: candidate.party === 'owner',
    action,
    altActions: alternatives(action),
    change: changeOf(candidate, status),
    weapon: weapon.weapon,
    weaponRaw: weapon.raw,
    supplier: supplierOf(candidate, topic),
    scopeGeo: scope.geo,
    scopeTarget: scope.target,
    scopeConditions: scope.conditions,
    statementDate: date.date,
    datePrecision: date.precision,
    dateBasis: date.basis,
    status,
    attribution,
    standing: standingOf(action, attribution),
    sourceChain: chains.of(candidate, voice),
    confidence: candidate.secondReader ?? CONFIDENCE[candidate.statement.topicality],
    evidence: spanOf(candidate.statement.read.view),
    also: [],
  };
}

/** News that nothing dates is of the article's day, and says so by its basis; what is no news of the article is not. */
function dateAs(status: PositionStatus, found: BasedDate, articleDate: string | undefined): BasedDate {
  if (status !== 'news') return found.basis === 'article' ? OPEN_DATE : found;
  const isUndated = found.date === null && articleDate !== undefined;
  return isUndated ? { date: articleDate, precision: 'day', basis: 'article' } : found;
}

/** How sure a position is by how much of the topic its sentence states. */
const CONFIDENCE: Readonly<Record<Topicality, number>> = {
  full: 0.9,
  strong: 0.75,
  partial: 0.5,
  none: 0.5,
  foreign: 0.5,
};

function hasCue(candidate: Candidate, kind: string): boolean {
  return candidate.statement.read.view.cues.some((cue) => cue.kind === kind);
}

function standingOf(action: Action, attribution: Attribution): Standing {
  if (action === 'DENIES_REPORT') return 'denied';
  if (action === 'CALLS_FOR_LIFTING' || action === 'REQUESTS_PERMISSION') return 'called-for';
  if (attribution === 'anonymous') return 'reported-by-officials';
  return attribution === 'narration' ? 'decided' : 'announced';
}

/** What a class says of the change by itself, where the sentence does not. */
const USUAL_CHANGE: Partial<Record<Action, Change>> = {
  MAINTAINS_RESTRICTION: 'reaffirm',
  REQUESTS_PERMISSION: 'reaffirm',
  DECLARES_NO_RESTRICTION: 'none',
  DEFERS_TO_NATIONAL_DECISION: 'none',
  CONSIDERING: 'none',
  DENIES_REPORT: 'none',
  EASES: 'escalation_of_scope',
};

function changeOf(candidate: Candidate, status: PositionStatus): Change {
  if (status !== 'news') return 'none';
  if (hasCue(candidate, 'reversal')) return 'reversal';
  if (hasCue(candidate, 'widened')) return 'escalation_of_scope';
  if (hasCue(candidate, 'reaffirmed') || candidate.statement.norm.kind === 'kept') return 'reaffirm';
  return USUAL_CHANGE[candidate.action] ?? 'new';
}

function alternatives(action: Action): Action[] {
  switch (action) {
    case 'PERMITS':
      return ['DECLARES_NO_RESTRICTION', 'PERMITS_WITH_LIMITS'];
    case 'PERMITS_WITH_LIMITS':
      return ['PERMITS', 'EASES'];
    case 'EASES':
      return ['PERMITS', 'PERMITS_WITH_LIMITS'];
    case 'DECLARES_NO_RESTRICTION':
      return ['PERMITS'];
    case 'TIGHTENS':
      return ['MAINTAINS_RESTRICTION'];
    default:
      return [];
  }
}

/** Acts of a state over what it gave itself. */
const OVER_OWN: ReadonlySet<Action> = new Set([
  'PERMITS',
  'PERMITS_WITH_LIMITS',
  'EASES',
  'DECLARES_NO_RESTRICTION',
  'MAINTAINS_RESTRICTION',
  'TIGHTENS',
] as const);

/** Whose weapons: as the text says, else those of the state that decides about them. */
function supplierOf({ weapon, party, actor, action }: Candidate, topic: Topic): string | null {
  const [stated] = weapon.suppliers;
  if (stated && weapon.suppliers.length === 1) return stated;
  const isState = actor.country?.length === 2 && !topic.notDeciders.has(actor.country);
  const isOwn = topic.ownersAreSuppliers && party === 'owner' && isState && OVER_OWN.has(action);
  return isOwn ? (actor.country ?? null) : null;
}
