import type { CueKind } from '../../topics/cue-kinds.ts';
import type { Norm } from '../norms/norm.ts';
import type { Action } from '../position.ts';
import type { Party } from './standing-in-topic.ts';

/** What a clause says, as far as the action depends on it. */
export interface Stance {
  readonly norm: Norm;
  /** The outermost attitude towards the norm, when somebody has one. */
  readonly attitude?: CueKind | undefined;
  readonly party: Party;
  /** Terms of area, target or purpose are given. */
  readonly isLimited: boolean;
  /** Somebody's act is criticised, and not just opposed. */
  readonly isCriticism?: boolean | undefined;
  /** It is resisted, and not judged: "opposed it", "refused". */
  readonly isResistance?: boolean | undefined;
  /** What is said is that it would change little. */
  readonly isOfEffect?: boolean | undefined;
  /** The attitude is a judgement of what a clause behind it says: "it is no good policy that …". */
  readonly isJudged?: boolean | undefined;
  /** The actor speaks for a government that decides. */
  readonly isInOffice?: boolean | undefined;
  /** The actor speaks for a government, or did when the act was done. */
  readonly hasDecided: boolean;
}

/**
 * Decides the action class of a clause, in the order of docs/annotation.md: an attitude before the bare norm, and
 * within it by the part the actor plays. Nothing when the clause states no position.
 */
export function decideAction(stance: Stance): Action | undefined {
  return RULES[ruleOf(stance)](stance);
}

const RULES = {
  warning,
  denial,
  appeal,
  consideration,
  rejection,
  approval,
  // who has a say may withhold it over what others gave
  tightening: ({ party, isInOffice }: Stance): Action | undefined =>
    party === 'owner' || (party === 'bystander' && isInOffice === true) ? 'TIGHTENS' : undefined,
  'bare-norm': bareNorm,
} as const;

/** A rule of this file, by its name. */
export type ActionRule = keyof typeof RULES;

const BY_ATTITUDE: Partial<Record<CueKind, ActionRule>> = {
  warn: 'warning',
  deny: 'denial',
  call: 'appeal',
  request: 'appeal',
  consider: 'consideration',
  refuse: 'rejection',
  oppose: 'rejection',
  support: 'approval',
  tighten: 'tightening',
};

/** Which rule decides. */
export function ruleOf({ attitude }: Pick<Stance, 'attitude'>): ActionRule {
  return (attitude && BY_ATTITUDE[attitude]) ?? 'bare-norm';
}

/** Whether the norm would widen the use. */
function isWidening({ kind }: Norm): boolean {
  return (
    kind === 'permitted' ||
    kind === 'lifted' ||
    kind === 'right' ||
    kind === 'used' ||
    kind === 'user-decides' ||
    kind === 'absent'
  );
}

function warning({ party, norm }: Stance): Action | undefined {
  if (party === 'adversary') return 'WARNS_AGAINST';
  const isOverLeave = norm.kind === 'forbidden' || norm.kind === 'permitted' || norm.kind === 'lifted';
  if (party === 'owner' && isOverLeave) return 'MAINTAINS_RESTRICTION';
  return party === 'bystander' && isWidening(norm) ? 'OPPOSES_LIFTING' : undefined;
}

function denial({ norm, party }: Stance): Action | undefined {
  if (party === 'adversary') return undefined;
  // that it fired them itself is another denial
  if (party === 'recipient' && norm.kind === 'used') return undefined;
  return isWidening(norm) && norm.kind !== 'absent' ? 'DENIES_REPORT' : 'DECLARES_NO_RESTRICTION';
}

function appeal({ norm, party }: Stance): Action | undefined {
  const isOfRight = norm.kind === 'right' && norm.modality !== 'should';
  if (party === 'adversary' || (isOfRight && party !== 'recipient')) return undefined;
  const isAgainst = norm.kind === 'forbidden' || norm.kind === 'kept' || norm.kind === 'imposed';
  if (party === 'recipient') return isAgainst ? undefined : 'REQUESTS_PERMISSION';
  if (isAgainst) return party === 'owner' ? 'MAINTAINS_RESTRICTION' : 'OPPOSES_LIFTING';
  return 'CALLS_FOR_LIFTING';
}

function consideration({ norm, party, hasDecided }: Stance): Action | undefined {
  if (party === 'recipient') return 'REQUESTS_PERMISSION';
  if (party === 'adversary') return norm.kind === 'permitted' ? 'WARNS_AGAINST' : undefined;
  if (party === 'bystander' && !hasDecided) return undefined;
  if (norm.kind === 'national') return 'DEFERS_TO_NATIONAL_DECISION';
  return 'CONSIDERING';
}

function rejection(stance: Stance): Action | undefined {
  const { norm, party, attitude, isCriticism, isJudged, isOfEffect, isResistance } = stance;
  if (party === 'adversary') return isOfEffect === true ? undefined : 'WARNS_AGAINST';
  if (party === 'recipient')
    return attitude === 'oppose' && !isWidening(norm) ? 'REQUESTS_PERMISSION' : undefined;
  const isBan =
    norm.kind === 'restricted' || norm.kind === 'imposed' || (norm.kind === 'forbidden' && isJudged);
  const isAgainstRestriction = attitude === 'oppose' && isBan;
  if (isAgainstRestriction) return 'CALLS_FOR_LIFTING';
  // who criticises a decision has not taken it
  const isOwners = party === 'owner' && isResistance === true;
  const isOfAct = isCriticism === true || (norm.from === norm.to && isOfEffect !== true && !isOwners);
  if (attitude === 'oppose' && isOfAct && isWidening(norm)) return 'OPPOSES_LIFTING';
  return party === 'owner' ? 'MAINTAINS_RESTRICTION' : 'OPPOSES_LIFTING';
}

function approval({ norm, party }: Stance): Action | undefined {
  if (party === 'adversary') return undefined;
  if (party === 'recipient') return norm.kind === 'lifted' ? 'REQUESTS_PERMISSION' : undefined;
  if (norm.kind === 'lifted' && norm.modality !== 'fact') return 'CALLS_FOR_LIFTING';
  if (isWidening(norm)) return 'ENDORSES_RIGHT';
  if (norm.kind === 'national') return 'DEFERS_TO_NATIONAL_DECISION';
  return party === 'owner' ? 'MAINTAINS_RESTRICTION' : 'OPPOSES_LIFTING';
}

function bareNorm(stance: Stance): Action | undefined {
  const { norm, party } = stance;
  if (party === 'adversary') return undefined;
  if (norm.kind === 'national') return party === 'recipient' ? undefined : 'DEFERS_TO_NATIONAL_DECISION';
  if (norm.modality === 'should' && isWidening(norm))
    return party === 'recipient' ? 'REQUESTS_PERMISSION' : 'CALLS_FOR_LIFTING';
  if (party === 'recipient') return undefined;
  if (norm.kind === 'right') return 'ENDORSES_RIGHT';
  if (party === 'organisation') return organisationNorm(norm);
  if (party === 'bystander' && !isActOfOwner(stance)) return bystanderNorm(norm);
  return ownerNorm(stance);
}

/** Who has allowed or lifted something had a say in it, whosever the object is: a veto, or an office held then. */
function isActOfOwner({ norm, hasDecided }: Stance): boolean {
  return hasDecided && norm.modality === 'fact' && (norm.kind === 'permitted' || norm.kind === 'lifted');
}

function organisationNorm(norm: Norm): Action | undefined {
  // A body without weapons of its own that sets no terms leaves them to its members.
  if (norm.kind === 'absent') return 'DEFERS_TO_NATIONAL_DECISION';
  return norm.kind === 'permitted' || norm.kind === 'user-decides' ? 'ENDORSES_RIGHT' : undefined;
}

function bystanderNorm(norm: Norm): Action | undefined {
  if (norm.kind === 'forbidden') return norm.modality === 'could' ? undefined : 'OPPOSES_LIFTING';
  return norm.kind === 'permitted' ? 'ENDORSES_RIGHT' : undefined;
}

function ownerNorm({ norm, isLimited }: Stance): Action | undefined {
  switch (norm.kind) {
    case 'permitted':
      if (norm.modality === 'could') return 'CONSIDERING';
      return isLimited ? 'PERMITS_WITH_LIMITS' : 'PERMITS';
    case 'user-decides':
      return 'PERMITS';
    case 'lifted':
      return norm.modality === 'could' ? 'CONSIDERING' : 'EASES';
    case 'absent':
      return 'DECLARES_NO_RESTRICTION';
    case 'forbidden':
      return norm.modality === 'could' ? undefined : 'MAINTAINS_RESTRICTION';
    case 'kept':
    case 'imposed':
    case 'restricted':
      return 'MAINTAINS_RESTRICTION';
    default:
      return undefined;
  }
}
