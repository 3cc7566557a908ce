import { isNegator } from '../../text/reporting-words.ts';
import type { CueKind } from '../../topics/cue-kinds.ts';
import type { Topic } from '../../topics/topic.ts';
import type { CueMention, SentenceView, TokenRange } from '../sentence-view.ts';
import { hasNegativeSubject, isDirectlyNegated, isNegated } from './negation.ts';
import type { Found, Norm, NormKind } from './norm.ts';
import { modalityBefore } from './norm-modality.ts';
import { permission } from './permission-norm.ts';
import { confinedUse, confinement, isNear, modalUse } from './use-norms.ts';

/** The norm of a clause, or nothing when it has none. The more explicit reading comes first. */
export function findNorm(view: SentenceView, clause: TokenRange, topic: Topic): Norm | undefined {
  const cues = view.cues.filter(({ from, to }) => from >= clause.from && to <= clause.to);
  const norm =
    nationalDecision(cues) ??
    lifting(view, cues) ??
    plain(cues, 'no-restriction', 'absent') ??
    unchangedLeave(view, clause, cues, topic) ??
    unchanged(view, cues) ??
    confinedUse(view, clause, cues, topic) ??
    permission(view, cues) ??
    prohibition(view, cues) ??
    plain(cues, 'user-decides', 'user-decides') ??
    plain(
      cues.filter((cue) => !isRightDeed(view, cue)),
      'right',
      'right',
    ) ??
    modalUse(view, cues, topic) ??
    restriction(view, cues) ??
    confinement(view, clause) ??
    used(view, cues);
  return (
    norm && {
      ...norm,
      kind: isDisbelieved(view, clause, norm) ? OPPOSITES[norm.kind] : norm.kind,
      modality: norm.modality === 'fact' ? modalityBefore(view, clause, norm) : norm.modality,
    }
  );
}

/** What a no makes of a norm: "I do not think that …". */
export const OPPOSITES: Readonly<Record<NormKind, NormKind>> = {
  permitted: 'forbidden',
  forbidden: 'permitted',
  lifted: 'kept',
  kept: 'lifted',
  used: 'forbidden',
  right: 'forbidden',
  imposed: 'absent',
  restricted: 'absent',
  absent: 'restricted',
  national: 'national',
  'user-decides': 'forbidden',
};
const BELIEFS = /^(?:think|believe|feel|consider|agree)$/;

/** "I don't think they should have allowed it": the no of the belief is a no to what follows. */
function isDisbelieved(view: SentenceView, clause: TokenRange, norm: Norm): boolean {
  const belief = view.tokens.findLastIndex(
    ({ word }, at) => at >= clause.from && at < norm.from && BELIEFS.test(word),
  );
  return (
    belief >= 0 &&
    norm.from - belief <= 14 &&
    view.tokens.slice(Math.max(0, belief - 2), belief).some(({ word }) => isNegator(word))
  );
}

function plain(cues: readonly CueMention[], kind: CueKind, norm: NormKind): Found {
  const cue = cues.find((candidate) => candidate.kind === kind);
  return cue && { from: cue.from, to: cue.to, kind: norm, modality: 'fact' };
}

/** The use itself; "must not be used" is none. */
function used(view: SentenceView, cues: readonly CueMention[]): Found {
  const use = plain(cues, 'use', 'used');
  const before = view.tokens.slice(Math.max(0, (use?.from ?? 0) - 3), use?.from ?? 0).map(({ word }) => word);
  return use &&
    /\b(?:must|should|shall|may|will|would|can) not(?: be)?$|\b(?:cannot|mustn't|won't)(?: be)?$/.test(
      before.join(' '),
    )
    ? { ...use, kind: 'forbidden' }
    : use;
}

/** "Made the right call when he allowed it to use them": a judgement, and no right. */
function isRightDeed({ tokens }: SentenceView, { from }: CueMention): boolean {
  return (
    tokens[from]?.word === 'right' &&
    /^(?:call|decision|move|choice|step|thing)$/.test(tokens[from + 1]?.word ?? '')
  );
}

/** Who decides is the point of a sentence that says so, whatever it says may be decided. */
function nationalDecision(cues: readonly CueMention[]): Found {
  return plain(cues, 'defer', 'national');
}

/** "The policy on the use of its weapons has not changed", "no change to our policy with respect to that". */
function unchanged(view: SentenceView, cues: readonly CueMention[]): Found {
  const isAboutUse = cues.some(({ kind }) => kind === 'use' || kind === 'restriction');
  const found = plain(cues, 'unchanged', 'kept');
  return found && (isAboutUse || isOfPolicyOnThat(view, found)) ? found : undefined;
}

/** "The position was unchanged and it could use them there": what stays is a leave, where nothing is forbidden beside it. */
function unchangedLeave(
  view: SentenceView,
  clause: TokenRange,
  cues: readonly CueMention[],
  topic: Topic,
): Found {
  const kept = cues.find(({ kind }) => kind === 'unchanged');
  const isLimited = cues.some(({ kind }) => kind === 'restriction' || kind === 'limit' || kind === 'forbid');
  if (kept === undefined || isLimited || confinedUse(view, clause, cues, topic)) return undefined;
  const words = view.tokens.slice(clause.from, clause.to);
  if (words.some(({ word }) => NO_PLAIN_LEAVE.test(word))) return undefined;
  const others = cues.filter((cue) => cue !== kept);
  const found = permission(view, others) ?? modalUse(view, others, topic);
  return found?.kind === 'permitted' ? found : undefined;
}

/** What is asked, left out or taken back. */
const NO_PLAIN_LEAVE = /^(?:but|cannot|except|exception|how|if|whether)$/;

/** A policy on something said before: what it is about, a pronoun says, or nothing does. */
export function isOfPolicyOnThat({ tokens }: SentenceView, { from, to }: TokenRange): boolean {
  const isPolicy = tokens.slice(Math.max(0, from - 3), to).some(({ word }) => POLICY.test(word));
  if (isPolicy && /^[.,;”"’]?$/.test(tokens[to]?.text ?? '')) return true;
  const words = tokens.slice(Math.max(0, from - 4), to + 10).map(({ text }) => text.toLowerCase());
  return /\b(?:policy|position|stance)\b.* (?:on|to|about|of|regarding) (?:that|this|it|these|those)(?: [.,;“”"’]|$)/.test(
    words.join(' '),
  );
}

const POLICY = /^(?:policy|position|stance)$/;

/** "The limits on strikes" is a ban as a whole, and its noun what may be lifted. */
function restrictionsOf({ tokens }: SentenceView, cues: readonly CueMention[]): CueMention[] {
  return cues.filter(
    (cue) =>
      (cue.kind === 'restriction' && !isTerms(cues, cue)) ||
      (cue.kind === 'forbid' && RESTRICTION.test(tokens[cue.from]?.word ?? '')),
  );
}

/** "When certain conditions are met": the terms of a leave. */
function isTerms(cues: readonly CueMention[], { from, to }: TokenRange): boolean {
  return cues.some((cue) => cue.kind === 'limit' && cue.from < from && cue.to >= to);
}

const RESTRICTION = /^(?:restrictions?|limits?|limitations?|bans?|curbs?|caveats?|prohibitions?)$/;

/** "Lift the restrictions", "restrictions were eased", "the lifting of limits"; negated it is a restriction kept. */
function lifting(view: SentenceView, cues: readonly CueMention[]): Found {
  for (const lift of cues.filter(({ kind }) => kind === 'lift')) {
    const target = restrictionsOf(view, cues).find(
      ({ from, to }) => (from >= lift.to && from - lift.to <= 9) || (to <= lift.from && lift.from - to <= 24),
    );
    const isWhole = lift.to - lift.from >= 3;
    if (!target && !isWhole) continue;
    const from = Math.min(lift.from, target?.from ?? lift.from);
    const to = Math.max(lift.to, target?.to ?? lift.to);
    return {
      from,
      to,
      kind: isNegated(view, isWhole ? { from: lift.from, to: lift.from } : lift) ? 'kept' : 'lifted',
      modality: 'fact',
    };
  }
  return undefined;
}

function prohibition(view: SentenceView, cues: readonly CueMention[]): Found {
  for (const cue of cues.filter(({ kind }) => kind === 'forbid')) {
    const use = cues.find(
      (other) =>
        other.kind === 'use' && (isNear(cue, other) || (other.from >= cue.from && other.to <= cue.to)),
    );
    if (!use && !isAboutPlace(view)) continue;
    return {
      from: cue.from,
      to: cue.to,
      kind: isDenied(view, cue) ? 'absent' : 'forbidden',
      modality: 'fact',
    };
  }
  return undefined;
}

/** "None of them forbids it", and not "they neither support nor encourage it", whose first half says the same. */
function isDenied(view: SentenceView, cue: CueMention): boolean {
  if (view.tokens[cue.from]?.word === 'nor') return false;
  if (isAtNoTime(view, cue.from)) return true;
  return isDirectlyNegated(view, cue) || hasNegativeSubject(view, cue.from);
}

/** "Has at no time since the start prohibited it". */
function isAtNoTime({ tokens }: SentenceView, at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 10), at).map(({ word }) => word);
  return /\b(?:at no (?:point|stage|time)|by no means|in no way)\b/.test(before.join(' '));
}

/** "Not authorised for Russian soil" names no use, and means it. */
function isAboutPlace(view: SentenceView): boolean {
  return view.objects.length > 0 && view.geos.length > 0;
}

/** A restriction that nobody lifts: kept, newly imposed, or just there. */
function restriction(view: SentenceView, cues: readonly CueMention[]): Found {
  const noun = restrictionsOf(view, cues)[0];
  if (!noun) return undefined;
  const near = (kind: CueKind) =>
    cues.find((cue) => cue.kind === kind && Math.abs(cue.from - noun.from) <= 9);
  const imposing = near('impose');
  // "would not be limited by any taboo"
  const isUnlimited = view.tokens[noun.from]?.word.endsWith('ed') === true && isNegated(view, noun);
  if ((imposing && isNegated(view, imposing)) || isUnlimited || hasNegativeSubject(view, noun.from))
    return { ...noun, kind: 'absent', modality: 'fact' };
  const keeping = near('keep');
  const kind: NormKind = keeping ? 'kept' : imposing ? 'imposed' : 'restricted';
  return { from: noun.from, to: noun.to, kind, modality: 'fact' };
}
