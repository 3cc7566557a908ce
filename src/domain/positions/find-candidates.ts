import type { CueKind } from '../topics/cue-kinds.ts';
import type { Topic } from '../topics/topic.ts';
import type { Actor, ActorMention } from './actor-mention.ts';
import { splitClauses } from './clauses.ts';
import { decideAction } from './decide-action.ts';
import { decideScope, type Scope } from './decide-scope.ts';
import { findWeapon, type WeaponFound } from './find-weapon.ts';
import { findNorm, type Norm } from './norms.ts';
import type { Action } from './position.ts';
import type { ReadSentence } from './read-article.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';
import { stanceActor } from './stance-actor.ts';
import { type Party, partyOf } from './standing-in-topic.ts';
import { type Topicality, topicalityOf } from './topicality.ts';

/** What one clause seems to state, before the article as a whole is looked at. */
export interface Candidate {
  readonly read: ReadSentence;
  readonly clause: TokenRange;
  readonly norm: Norm;
  readonly attitude?: CueKind | undefined;
  readonly action: Action;
  readonly actor: Actor;
  readonly party: Party;
  readonly weapon: WeaponFound;
  readonly scope: Scope;
  readonly topicality: Topicality;
}

const ATTITUDES: ReadonlySet<CueKind> = new Set([
  'call',
  'request',
  'consider',
  'refuse',
  'oppose',
  'support',
  'warn',
  'deny',
  'tighten',
] as const);
/** Attitudes that may follow what they are about: "strikes … would be a mistake, he said". */
const MAY_FOLLOW: ReadonlySet<CueKind> = new Set(['refuse', 'oppose', 'support', 'warn', 'deny'] as const);

/** Finds the positions that the clauses of one sentence state. */
export function findCandidates(read: ReadSentence, topic: Topic): Candidate[] {
  const { view } = read;
  const candidates: Candidate[] = [];
  let previousSubject: ActorMention | undefined;
  for (const clause of splitClauses(view)) {
    const candidate = candidateOf(read, clause, previousSubject, topic);
    candidates.push(...(candidate ? [candidate] : []));
    previousSubject =
      read.mentions.find(({ from, usage }) => from >= clause.from && from < clause.to && usage === 'free') ??
      previousSubject;
  }
  return candidates;
}

function candidateOf(
  read: ReadSentence,
  clause: TokenRange,
  previousSubject: ActorMention | undefined,
  topic: Topic,
): Candidate | undefined {
  const { view, mentions, speaker } = read;
  const attitudes = view.cues.filter(
    ({ kind, from }) => ATTITUDES.has(kind) && from >= clause.from && from < clause.to,
  );
  const norm = findNorm(view, clause) ?? reactedTo(attitudes);
  if (!norm) return undefined;
  const attitude = attitudeTo(norm, attitudes);
  const actor = stanceActor(
    { view, clause, mentions, speaker, previousSubject },
    norm,
    attitude,
    topic,
  )?.actor;
  if (!actor) return undefined;
  const weapon = findWeapon(view, clause, mentions, topic);
  const party = partyOf(actor, weapon.objects, weapon.suppliers, topic);
  const action = decideAction({ norm, attitude: attitude?.kind, party, isLimited: isLimited(view, clause) });
  if (!action) return undefined;
  return {
    read,
    clause,
    norm,
    attitude: attitude?.kind,
    action,
    actor,
    party,
    weapon,
    scope: decideScope(view, clause, action, topic),
    topicality: topicalityOf(view, mentions, norm, topic),
  };
}

/** A threat or a judgement without a norm of its own is about what was said before. */
function reactedTo(attitudes: readonly CueMention[]): Norm | undefined {
  const reaction = attitudes.find(
    ({ kind }) => kind === 'warn' || kind === 'oppose' || kind === 'deny' || kind === 'support',
  );
  return reaction && { from: reaction.to, to: reaction.to, kind: 'used', modality: 'fact' };
}

function attitudeTo(norm: Norm, attitudes: readonly CueMention[]): CueMention | undefined {
  return (
    attitudes.find(({ from }) => from <= norm.from) ?? attitudes.find(({ kind }) => MAY_FOLLOW.has(kind))
  );
}

function isLimited(view: SentenceView, clause: TokenRange): boolean {
  return view.cues.some(({ kind, from }) => kind === 'limit' && from >= clause.from - 12);
}
