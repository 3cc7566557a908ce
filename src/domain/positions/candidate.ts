import { PREPOSITIONS, SHOULD_WORDS } from '../text/reporting-words.ts';
import type { Topic } from '../topics/topic.ts';
import type { Actor } from './actors/actor-mention.ts';
import { decideScope, type Scope, scopeFor } from './decide-scope.ts';
import type { Statement } from './find-statements.ts';
import { findWeapon, type WeaponFound } from './find-weapon.ts';
import type { Norm } from './norms/norm.ts';
import type { Action } from './position.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';
import type { SetAsideReason } from './set-aside.ts';
import { type ActionRule, decideAction, ruleOf, type Stance } from './stances/decide-action.ts';
import { type Party, partyOf } from './stances/standing-in-topic.ts';
import { isOverOwnWeapons, takesNoStand } from './stances/takes-no-stand.ts';

/** A statement with the one whose position it is, and what that position is. */
export interface Candidate {
  readonly statement: Statement;
  readonly action: Action;
  readonly actor: Actor;
  readonly party: Party;
  readonly weapon: WeaponFound;
  readonly scope: Scope;
  /** What the action was decided by; missing for a report of use, which is read as a whole. */
  readonly stance?: Stance | undefined;
  /** How probable the second reader called it, where the rules made none of the sentence. */
  readonly secondReader?: number | undefined;
}

/** What found a candidate. */
export type FoundBy = ActionRule | 'report-of-use' | 'second-reader';

/** The rule that made a position of a statement, or what else did. */
export function ruleBehind({ stance, secondReader }: Candidate): FoundBy {
  if (stance) return ruleOf(stance);
  return secondReader === undefined ? 'report-of-use' : 'second-reader';
}

/** "It is no good policy that they must not be used there": no single word shows what two of them say together. */
export function isTwiceNegated({ statement: { attitude, norm } }: Candidate): boolean {
  return (
    (attitude?.kind === 'deny' || attitude?.kind === 'oppose' || attitude?.kind === 'refuse') &&
    (norm.kind === 'forbidden' || norm.kind === 'imposed' || norm.kind === 'restricted')
  );
}

/** The position that a statement makes when it is the given actor's, or why it makes none. */
export function candidateBy(statement: Statement, actor: Actor, topic: Topic): Candidate | SetAsideReason {
  const { read, clause, norm, attitude } = statement;
  const { view } = read;
  const weapon = findWeapon(read, clause, actor.country, topic);
  const party = partyOf(actor, weapon.objects, weapon.suppliers, topic);
  const scope = decideScope(view, clause, topic);
  const mayDecide = !topic.notDeciders.has(actor.country ?? '');
  const stance: Stance = {
    norm: advised(view, norm, attitude),
    attitude: attitude?.kind,
    party,
    isLimited: scope.isPartial || isLimited(view, clause),
    isCriticism: isCriticism(view.tokens[attitude?.from ?? -1]?.word ?? '', actor),
    isResistance: RESISTANCE.test(view.tokens[attitude?.from ?? -1]?.word ?? ''),
    isOfEffect: view.tokens
      .slice(attitude?.from ?? 0, attitude?.to ?? 0)
      .some(({ word }) => EFFECT.test(word)),
    isJudged: attitude !== undefined && isFollowedByThat(view, attitude),
    isInOffice: mayDecide && actor.decides,
    hasDecided: mayDecide && (actor.decides || actor.hasDecided === true),
  };
  if (takesNoStand(statement, actor, party, scope, topic)) return 'no-stand';
  const action = decideAction(stance);
  if (!action) return 'no-stand';
  if (isOverOwnWeapons(statement, action, weapon, topic)) return 'own-weapons';
  return { statement, action, actor, party, weapon, scope: scopeFor(action, scope, topic), stance };
}

/** The closing mark of a quotation may stand between. */
function isFollowedByThat({ tokens }: SentenceView, { to }: TokenRange): boolean {
  return tokens.slice(to, to + 2).some(({ word }) => word === 'that');
}

/** "Will not turn the tide", "no panacea". */
const EFFECT = /^(?:panacea|bullet|game|tide|difference|decisive|little)$/;

/** What one does who has a say. */
const RESISTANCE = /^(?:object|oppos|refus|reject|resist)/;

/** What is said of an act of others. */
const CRITICISM = /^(?:criticis|criticiz|condemn|denounc|slam|blast|lambast|decr[iy]|deplor|rebuk|critical)/;

/** "Called it madness": of one who has no say, a judgement of what others did. */
const JUDGEMENT = /^(?:brand|call|consider|describ|label)/;

function isCriticism(word: string, { decides }: Actor): boolean {
  return CRITICISM.test(word) || (!decides && JUDGEMENT.test(word));
}

/** "No reason to restrict", "how can we tell them they cannot": the advice reaches into the norm, and turns it round. */
function advised({ tokens }: SentenceView, norm: Norm, attitude: CueMention | undefined): Norm {
  if (attitude?.kind !== 'call') return norm;
  const word = tokens[attitude.from]?.word ?? '';
  const isInside = attitude.from < norm.from && norm.from < attitude.to && !SHOULD_WORDS.has(word);
  const isAskedHow = word === 'how' && attitude.from < norm.from && norm.kind === 'forbidden';
  return isInside || isAskedHow ? { ...norm, kind: 'lifted' } : norm;
}

/** "As long as it is within international law". */
const LAWFULLY =
  /^(?:only to (?:respect|observe|comply|abide)\b|(?:as long as|so long as|provided|on condition|within)\b(?:(?! (?:but|only|near|around)\b).)*\b(?:international (?:humanitarian )?law|laws? of war|rules of war|un charter)\b)/;

function isLimited(view: SentenceView, clause: TokenRange): boolean {
  return view.cues.some(
    ({ kind, from }) => kind === 'limit' && from >= clause.from && from < clause.to && isOfScope(view, from),
  );
}

/** "Only near the border", and neither "a shift that only occurred" nor what the law of war asks of everybody. */
function isOfScope({ tokens }: SentenceView, at: number): boolean {
  const words = tokens.slice(at, at + 12).map(({ word }) => word);
  if (LAWFULLY.test(words.join(' '))) return false;
  if (tokens[at]?.word !== 'only') return true;
  return tokens
    .slice(at + 1, at + 5)
    .some(({ word }) => PREPOSITIONS.has(word) || word === 'if' || word === 'when');
}
