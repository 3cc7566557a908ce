import type { Topic } from '../topics/topic.ts';
import type { Actor, ActorMention } from './actor-mention.ts';
import { decideAction } from './decide-action.ts';
import { decideScope, type Scope } from './decide-scope.ts';
import type { Statement } from './find-statements.ts';
import { findWeapon, type WeaponFound } from './find-weapon.ts';
import type { Action } from './position.ts';
import type { SentenceView, TokenRange } from './sentence-view.ts';
import { stanceActor } from './stance-actor.ts';
import { type Party, partyOf } from './standing-in-topic.ts';

/** A statement with the one whose position it is, and what that position is. */
export interface Candidate {
  readonly statement: Statement;
  readonly action: Action;
  readonly actor: Actor;
  readonly party: Party;
  readonly weapon: WeaponFound;
  readonly scope: Scope;
}

/** Finds whose position each statement is, and of which class. Statements that are nobody's are left out. */
export function findCandidates(statements: readonly Statement[], topic: Topic): Candidate[] {
  return statements.flatMap((statement) => {
    const candidate = statement.isAsserted ? candidateOf(statement, topic) : undefined;
    return candidate ? [candidate] : [];
  });
}

function candidateOf(statement: Statement, topic: Topic): Candidate | undefined {
  const { read, clause, norm, attitude } = statement;
  const { view, mentions, speaker } = read;
  const previousSubject = subjectBefore(mentions, clause);
  const actor = stanceActor({ view, clause, mentions, speaker, previousSubject }, norm, attitude, topic)?.actor;
  if (!actor) return undefined;
  const weapon = findWeapon(view, clause, mentions, topic);
  const party = partyOf(actor, weapon.objects, weapon.suppliers, topic);
  const action = decideAction({ norm, attitude: attitude?.kind, party, isLimited: isLimited(view, clause) });
  if (!action) return undefined;
  return { statement, action, actor, party, weapon, scope: decideScope(view, clause, action, topic) };
}

/** Who acted in the clauses before, for a clause without a subject of its own. */
function subjectBefore(mentions: readonly ActorMention[], clause: TokenRange): ActorMention | undefined {
  return mentions.find(({ from, usage }) => from < clause.from && usage === 'free');
}

function isLimited(view: SentenceView, clause: TokenRange): boolean {
  return view.cues.some(({ kind, from }) => kind === 'limit' && from >= clause.from && from < clause.to);
}
