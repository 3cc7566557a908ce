import { COULD_WORDS, FUTURE_WORDS, isNegator, SHOULD_WORDS } from '../text/reporting-words.ts';
import { isCapitalised } from '../text/tokens.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Topic } from '../topics/topic.ts';
import { isCapability } from './capability.ts';
import { hasNegativeSubject, isDirectlyNegated, isNegated } from './negation.ts';
import type { Found, Modality, Norm, NormKind } from './norm.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';
import { confinedUse, confinement, modalUse } from './use-norms.ts';

/** How far a norm may stand from the use it is about, in tokens. */
const NEAR_USE = 16;

/** The norm of a clause, or nothing when it has none. The more explicit reading comes first. */
export function findNorm(view: SentenceView, clause: TokenRange, topic: Topic): Norm | undefined {
  const cues = view.cues.filter(({ from, to }) => from >= clause.from && to <= clause.to);
  const norm =
    nationalDecision(cues) ??
    lifting(view, cues) ??
    plain(cues, 'no-restriction', 'absent') ??
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

/** A policy on something said before: what it is about, a pronoun says. */
export function isOfPolicyOnThat({ tokens }: SentenceView, { from, to }: TokenRange): boolean {
  const words = tokens.slice(Math.max(0, from - 4), to + 10).map(({ text }) => text.toLowerCase());
  return /\b(?:policy|position|stance)\b.* (?:on|to|about|of|regarding) (?:that|this|it|these|those)(?: [.,;“”"’]|$)/.test(
    words.join(' '),
  );
}

/** "The limits on strikes" is a ban as a whole, and its noun what may be lifted. */
function restrictionsOf({ tokens }: SentenceView, cues: readonly CueMention[]): CueMention[] {
  return cues.filter(
    ({ kind, from }) =>
      kind === 'restriction' || (kind === 'forbid' && RESTRICTION.test(tokens[from]?.word ?? '')),
  );
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

/** A permission with the use it permits: "allow Ukraine to strike", "strikes are permitted". */
function permission(view: SentenceView, cues: readonly CueMention[]): Found {
  for (const cue of cues.filter(({ kind }) => kind === 'permit' || kind === 'permission')) {
    // "would let them export jets on condition that Ukraine did not use them": the use is what is forbidden
    const ban = cues.find((other) => other.kind === 'forbid' && other.from >= cue.to);
    const use = cues.find(
      (other) => other.kind === 'use' && isNear(cue, other) && !(ban && ban.from <= other.from),
    );
    if (!use && cue.kind === 'permit' && !isLikewise(view, cue) && !isSomebodysLeave(view, cue)) continue;
    if (isCapability(view, cue) || isOfDelivery(cues, cue, use) || isAttribute(view, cue)) continue;
    if (isExhortation(view, cue, use)) continue;
    const bar = barTo(view, cues, cue);
    if (bar) return { from: bar.from, to: cue.to, kind: 'forbidden', modality: 'fact' };
    const kind = isNegated(view, cue) || isOfNothing(view, cue) ? 'forbidden' : 'permitted';
    return { from: cue.from, to: cue.to, kind, modality: 'fact' };
  }
  return undefined;
}

/** "Have also granted the permission", "was given the green light to do so": to do what, was said before. */
export function isLikewise({ tokens }: SentenceView, { kind, from, to }: CueMention): boolean {
  const isLeave = tokens.slice(from, to).some(({ word }) => LEAVE.test(word));
  const before = tokens.slice(Math.max(0, from - 3), from).map(({ word }) => word);
  const isSame = tokens.slice(from, to).some(({ word }) => word === 'similar' || word === 'same');
  const isToDoSo = /^to do (?:so|that|this|it)$/.test(
    tokens
      .slice(to, to + 3)
      .map(({ word }) => word)
      .join(' '),
  );
  return (
    kind === 'permit' && isLeave && (isSame || isToDoSo || before.some((word) => SAID_BEFORE.test(word)))
  );
}

/** "Biden's green light is restricted to the Kursk region": for what, the place says. */
function isSomebodysLeave({ tokens, geos }: SentenceView, { kind, from }: CueMention): boolean {
  return (
    kind === 'permit' &&
    geos.length > 0 &&
    /^(?:green|go)$/.test(tokens[from]?.word ?? '') &&
    tokens[from - 1]?.word === "'s"
  );
}

const LEAVE = /^(?:permission|permissions|authorisation|authorization|leave|consent|light|ahead)$/;
const SAID_BEFORE = /^(?:also|likewise|similarly|being|having|once)$/;

/** "Allows no shot across the border". */
function isOfNothing({ tokens }: SentenceView, { kind, to }: CueMention): boolean {
  return kind === 'permit' && /^(?:no|none|nothing|neither)$/.test(tokens[to]?.word ?? '');
}

/** "The newly approved missiles": what was approved before is their delivery. */
function isAttribute({ tokens, objects }: SentenceView, { kind, from, to }: CueMention): boolean {
  return (
    kind === 'permit' &&
    tokens[from - 1]?.word === 'newly' &&
    objects.some((object) => object.from - to >= 0 && object.from - to <= 2)
  );
}

/** "Let us not forget that it may strike": who is let do what, comes later. */
function isExhortation({ tokens }: SentenceView, { from }: CueMention, use: CueMention | undefined): boolean {
  return (
    /^let$/i.test(tokens[from]?.word ?? '') &&
    /^(?:us|me|'s)$/.test(tokens[from + 1]?.word ?? '') &&
    (use?.from ?? from + 4) > from + 3
  );
}

/** "The constitution forbids the government from allowing", "does not permit it to let": who may not allow does not. */
function barTo(
  { tokens }: SentenceView,
  cues: readonly CueMention[],
  permit: CueMention,
): CueMention | undefined {
  if (!/^(?:from|to)$/.test(tokens[permit.from - 1]?.word ?? '')) return undefined;
  return cues.find(
    ({ kind, from, to }) =>
      kind === 'forbid' &&
      to <= permit.from &&
      permit.from - from <= 12 &&
      !tokens.slice(to, permit.from).some(({ text }) => text === ','),
  );
}

/** "Approved the sale of missiles that can strike": a delivery stands between. */
function isOfDelivery(cues: readonly CueMention[], permit: CueMention, use: CueMention | undefined): boolean {
  return (
    permit.kind === 'permit' &&
    cues.some(
      ({ kind, from }) => kind === 'delivery' && from >= permit.from && from < (use?.from ?? permit.to + 4),
    )
  );
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
  return isDirectlyNegated(view, cue) || hasNegativeSubject(view, cue.from);
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
  const isUnlimited = /ed$/.test(view.tokens[noun.from]?.word ?? '') && isNegated(view, noun);
  if ((imposing && isNegated(view, imposing)) || isUnlimited || hasNegativeSubject(view, noun.from))
    return { ...noun, kind: 'absent', modality: 'fact' };
  const keeping = near('keep');
  const kind: NormKind = keeping ? 'kept' : imposing ? 'imposed' : 'restricted';
  return { from: noun.from, to: noun.to, kind, modality: 'fact' };
}

function isNear(norm: TokenRange, use: TokenRange): boolean {
  return use.from >= norm.to ? use.from - norm.to <= NEAR_USE : norm.from - use.to <= NEAR_USE;
}

/** Says "should" in two words. */
const OBLIGATION = /\b(?:ha(?:ve|s|d) to|need(?:s|ed)? to|got to)\b/;

function modalityBefore(view: SentenceView, clause: TokenRange, norm: Norm): Modality {
  // "the only limit is that they must be used lawfully": what must be is part of the limit
  const end = norm.kind === 'absent' ? norm.from : norm.to;
  const words = view.tokens.slice(Math.max(clause.from, norm.from - 5), end).map(({ word }) => word);
  if (norm.kind === 'user-decides') return 'fact';
  // "has had to obey a ban" wishes for none
  const isObliged = norm.kind !== 'restricted' && OBLIGATION.test(words.join(' '));
  if (words.some((word) => SHOULD_WORDS.has(word)) || isObliged) return 'should';
  if (isImperative(view, clause, norm) || isAddedWish(view, clause, norm)) return 'should';
  if (norm.kind === 'forbidden' && words.includes('can') && !words.includes('only')) return 'could';
  if (norm.kind !== 'permitted' || words.includes('could') || words.includes('might')) {
    if (words.some((word) => COULD_WORDS.has(word))) return 'could';
  }
  return words.some((word) => FUTURE_WORDS.has(word)) ? 'future' : 'fact';
}

/** "Let Ukraine strike back", "“Lift the limits and let it win”": what is told to be done is not done yet. */
function isImperative({ tokens }: SentenceView, clause: TokenRange, { from, kind }: Norm): boolean {
  if (kind !== 'permitted' && kind !== 'lifted') return false;
  const opening = tokens[from - 1];
  const verb = tokens[from]?.text ?? '';
  if (/^(?:please|just|:)$/.test(opening?.word ?? '')) return IMPERATIVE.test(verb);
  const isFirst = from === clause.from || opening === undefined || /^[“"‘«„:;]$/.test(opening.text);
  return isFirst && isCapitalised(tokens[from]) && IMPERATIVE.test(verb);
}

/** "Should have changed course long ago and lifted them": the "should" is of both. */
function isAddedWish({ tokens }: SentenceView, clause: TokenRange, { from }: Norm): boolean {
  if (tokens[from - 1]?.word !== 'and') return false;
  const words = tokens.slice(Math.max(clause.from, from - 12), from).map(({ word }) => word);
  return words.some((word) => SHOULD_WORDS.has(word)) && !words.includes('that');
}

const IMPERATIVE =
  /^(?:let|allow|permit|lift|remove|drop|scrap|end|ease|loosen|relax|abolish|authori[sz]e|grant|give)$/i;
