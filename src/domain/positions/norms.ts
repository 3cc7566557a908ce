import {
  CAN_WORDS,
  COULD_WORDS,
  FUTURE_WORDS,
  isNegator,
  PREPOSITIONS,
  SHOULD_WORDS,
} from '../text/reporting-words.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Label, Topic } from '../topics/topic.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';

/**
 * What a clause says about the use, before anybody's attitude to it is taken into account.
 *
 * - `permitted`, `forbidden`: the use is (not) allowed
 * - `lifted`, `kept`, `imposed`, `absent`: what happens to a restriction; `restricted` when it is merely there
 * - `right`, `national`, `user-decides`: on whom the use depends
 * - `used`: the use itself
 */
export type NormKind =
  | 'permitted'
  | 'forbidden'
  | 'lifted'
  | 'kept'
  | 'imposed'
  | 'absent'
  | 'restricted'
  | 'right'
  | 'national'
  | 'user-decides'
  | 'used';

export type Modality = 'fact' | 'should' | 'could' | 'future';

export interface Norm extends TokenRange {
  readonly kind: NormKind;
  readonly modality: Modality;
}

/** How far a norm may stand from the use it is about, in tokens. */
const NEAR_USE = 16;

/** The norm of a clause, or nothing when it has none. The more explicit reading comes first. */
export function findNorm(view: SentenceView, clause: TokenRange, topic: Topic): Norm | undefined {
  const cues = view.cues.filter(({ from, to }) => from >= clause.from && to <= clause.to);
  const norm =
    nationalDecision(cues) ??
    lifting(view, cues) ??
    plain(cues, 'no-restriction', 'absent') ??
    unchanged(cues) ??
    confinedUse(view, clause, cues, topic) ??
    permission(view, cues) ??
    prohibition(view, cues) ??
    plain(cues, 'user-decides', 'user-decides') ??
    plain(cues, 'right', 'right') ??
    modalUse(view, cues, topic) ??
    restriction(view, cues) ??
    confinement(view, clause) ??
    plain(cues, 'use', 'used');
  return (
    norm && {
      ...norm,
      modality: norm.modality === 'fact' ? modalityBefore(view, clause, norm) : norm.modality,
    }
  );
}

type Found = Norm | undefined;

function plain(cues: readonly CueMention[], kind: CueKind, norm: NormKind): Found {
  const cue = cues.find((candidate) => candidate.kind === kind);
  return cue && { from: cue.from, to: cue.to, kind: norm, modality: 'fact' };
}

/** Who decides is the point of a sentence that says so, whatever it says may be decided. */
function nationalDecision(cues: readonly CueMention[]): Found {
  return plain(cues, 'defer', 'national');
}

/** "The policy on the use of its weapons has not changed". */
function unchanged(cues: readonly CueMention[]): Found {
  const isAboutUse = cues.some(({ kind }) => kind === 'use' || kind === 'restriction');
  return isAboutUse ? plain(cues, 'unchanged', 'kept') : undefined;
}

function restrictionsOf(cues: readonly CueMention[]): CueMention[] {
  return cues.filter(({ kind }) => kind === 'restriction');
}

/** "Lift the restrictions", "restrictions were eased", "the lifting of limits"; negated it is a restriction kept. */
function lifting(view: SentenceView, cues: readonly CueMention[]): Found {
  for (const lift of cues.filter(({ kind }) => kind === 'lift')) {
    const target = restrictionsOf(cues).find(
      ({ from, to }) => (from >= lift.to && from - lift.to <= 9) || (to <= lift.from && lift.from - to <= 16),
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
    const use = cues.find((other) => other.kind === 'use' && isNear(cue, other));
    if (!use && cue.kind === 'permit') continue;
    if (isCapability(view, cue) || isOfDelivery(cues, cue, use)) continue;
    const kind = isNegated(view, cue) ? 'forbidden' : 'permitted';
    return { from: cue.from, to: cue.to, kind, modality: 'fact' };
  }
  return undefined;
}

/** "The missiles would allow Ukraine to strike": what a thing makes possible, nobody has permitted. */
function isCapability(view: SentenceView, permit: CueMention): boolean {
  const thing = view.objects.findLast(({ to }) => to <= permit.from && permit.from - to <= 5);
  if (isPossibleBy(view, permit)) return true;
  return (
    thing !== undefined &&
    view.tokens.slice(thing.to, permit.from).every(({ word }) => CAPABILITY_LINK.test(word)) &&
    !/ed$|^let$/.test(view.tokens[permit.from]?.word ?? '')
  );
}

/** "…, which would allow Ukraine to strike": of a thing with its range, where no decision was spoken of before. */
function isPossibleBy(view: SentenceView, permit: CueMention): boolean {
  const words = view.tokens.slice(Math.max(0, permit.from - 3), permit.from).map(({ word }) => word);
  if (!/\b(?:which|that) (?:would|could|can|will|might|may)\b/.test(words.join(' '))) return false;
  const before = view.tokens.slice(0, permit.from);
  return (
    !before.some(({ word }) => DECISION.test(word)) &&
    view.objects.some(({ object, to }) => object.class !== 'any' && to <= permit.from)
  );
}

const DECISION =
  /^(?:decisions?|move|step|policy|permission|change|shift|proposal|plan|idea|vote|resolution|guidance)$/;
const CAPABILITY_LINK =
  /^(?:,|which|that|would|could|can|will|might|may|also|potentially|theoretically|to|range|have|has)$/;

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
      kind: isDirectlyNegated(view, cue) || hasNegativeSubject(view, cue.from) ? 'absent' : 'forbidden',
      modality: 'fact',
    };
  }
  return undefined;
}

/** "Not authorised for Russian soil" names no use, and means it. */
function isAboutPlace(view: SentenceView): boolean {
  return view.objects.length > 0 && view.geos.length > 0;
}

/** "Italian arms stay in Ukraine": the place alone says what is not allowed. */
function confinement(view: SentenceView, clause: TokenRange): Found {
  const isThing = view.objects.some(({ from }) => from >= clause.from && from < clause.to);
  const place = view.geos.find(
    ({ geo, from, to }) =>
      isConfinement(geo) &&
      from >= clause.from &&
      to <= clause.to &&
      !/^(?:outside|beyond)$/.test(view.tokens[from]?.word ?? ''),
  );
  return isThing && place
    ? { from: place.from, to: place.to, kind: 'forbidden', modality: 'fact' }
    : undefined;
}

/** "Ukraine may use the missiles", "weapons must be used only in Ukraine". */
function modalUse(view: SentenceView, cues: readonly CueMention[], topic: Topic): Found {
  for (const use of cues.filter(({ kind }) => kind === 'use')) {
    const before = view.tokens.slice(Math.max(0, use.from - 5), use.from).map(({ word }) => word);
    const isRuledOut =
      before.some((word) => FUTURE_WORDS.has(word) || SHOULD_WORDS.has(word) || word === 'be') &&
      before.some(isNegator);
    if (isRelativeOfThing(view, use.from) || isMadePossible(view, cues, use)) continue;
    const isModal = isRuledOut || before.some((word) => CAN_WORDS.has(word));
    if (!isModal || !isOfTopic(view, use, topic)) continue;
    const kind = before.some(isNegator) && !isWithoutReason(view, use) ? 'forbidden' : 'permitted';
    return {
      from: use.from,
      to: use.to,
      kind,
      modality: isRuledOut && kind === 'permitted' ? 'should' : 'future',
    };
  }
  return undefined;
}

/** "No reason why Ukraine should not use": the first no takes the second back. */
function isWithoutReason(view: SentenceView, use: TokenRange): boolean {
  const before = view.tokens.slice(0, use.from).map(({ word }) => word);
  return /\b(?:no|any|see|sees|saw|the) (?:good |legal )?reasons? (?:why|that|for which)\b|\bwhy\b.*\bshould(?: not|n't)\b/.test(
    before.join(' '),
  );
}

/** "Missiles that can reach", "missiles, which have a range of 300 km and could be used": what a thing is able to do. */
function isRelativeOfThing(view: SentenceView, at: number): boolean {
  const relative = view.tokens.findLastIndex(
    ({ word }, index) => index < at && at - index <= 24 && (word === 'that' || word === 'which'),
  );
  const thing =
    relative < 0 ? undefined : view.objects.find(({ to }) => to === relative || to === relative - 1);
  return thing !== undefined && !view.actorMatches.some(({ from }) => from > relative && from < at);
}

/** "The missiles could enable Ukraine to strike": the use that a thing makes possible is no permitted one. */
function isMadePossible(view: SentenceView, cues: readonly CueMention[], use: CueMention): boolean {
  return cues.some(
    (cue) => cue.kind === 'permit' && cue.to <= use.from && use.from - cue.to <= 6 && isCapability(view, cue),
  );
}

/** "Weapons must be used only in Ukraine", "jets that they can use on Ukrainian territory": elsewhere they may not be. */
function confinedUse(
  view: SentenceView,
  clause: TokenRange,
  cues: readonly CueMention[],
  topic: Topic,
): Found {
  const places = view.geos.filter(({ from, to }) => from >= clause.from - 1 && to <= clause.to);
  for (const use of cues.filter(({ kind }) => kind === 'use')) {
    if (isAdversarys(view, use, topic)) continue;
    const place = places.find(({ geo, from }) => isConfinement(geo) && Math.abs(from - use.from) <= 14);
    if (!place || /^(?:outside|beyond)$/.test(view.tokens[place.from]?.word ?? '')) continue;
    const words = view.tokens.slice(Math.max(0, use.from - 5), place.to).map(({ word }) => word);
    const isExclusive = words.some((word) => EXCLUSIVES.has(word));
    const isObliged = words.some((word) => SHOULD_WORDS.has(word) || BOUND.has(word));
    const isOpen = places.some(({ geo }) => !isConfinement(geo));
    const isMay = !isOpen && words.some((word) => CAN_WORDS.has(word));
    if (isExclusive || isObliged || isMay)
      return { from: use.from, to: use.to, kind: 'forbidden', modality: 'future' };
  }
  return undefined;
}

const EXCLUSIVES: ReadonlySet<string> = new Set(['only', 'solely', 'exclusively', 'strictly', 'alone']);
const BOUND: ReadonlySet<string> = new Set(['meant', 'destined', 'intended', 'are', 'is', 'be']);

/** Whether the one who may use something is the recipient, or what may be used is the object. */
function isOfTopic(view: SentenceView, use: TokenRange, topic: Topic): boolean {
  const isRecipient = view.actorMatches.some(
    ({ to, value }) => to <= use.from && countryOf(value) === topic.recipient,
  );
  const isPronoun = view.tokens
    .slice(Math.max(0, use.from - 4), use.from)
    .some(({ word }) => word === 'they' || word === 'it');
  if (isAdversarys(view, use, topic)) return false;
  return isRecipient || isPronoun || view.objects.some(({ to }) => to <= use.from && use.from - to <= 6);
}

/** "Missiles that Moscow would use in Ukraine". */
function isAdversarys(view: SentenceView, use: TokenRange, topic: Topic): boolean {
  return view.actorMatches.some(
    ({ from, to, value }) =>
      to <= use.from &&
      use.from - to <= 3 &&
      value.kind === 'country' &&
      value.code === topic.adversary &&
      !PREPOSITIONS.has(view.tokens[from - 1]?.word ?? ''),
  );
}

function countryOf(value: Label): string | undefined {
  if (value.kind === 'country') return value.code;
  return value.kind === 'organisation' ? value.organisation.country : undefined;
}

/** Scopes that leave the adversary's own land out. */
export function isConfinement(geo: string): boolean {
  return geo.startsWith('none_') || geo.endsWith('_only');
}

/** A restriction that nobody lifts: kept, newly imposed, or just there. */
function restriction(view: SentenceView, cues: readonly CueMention[]): Found {
  const noun = restrictionsOf(cues)[0];
  if (!noun) return undefined;
  const near = (kind: CueKind) =>
    cues.find((cue) => cue.kind === kind && Math.abs(cue.from - noun.from) <= 9);
  const imposing = near('impose');
  if ((imposing && isNegated(view, imposing)) || hasNegativeSubject(view, noun.from))
    return { ...noun, kind: 'absent', modality: 'fact' };
  const keeping = near('keep');
  const kind: NormKind = keeping ? 'kept' : imposing ? 'imposed' : 'restricted';
  return { from: noun.from, to: noun.to, kind, modality: 'fact' };
}

function isNear(norm: TokenRange, use: TokenRange): boolean {
  return use.from >= norm.to ? use.from - norm.to <= NEAR_USE : norm.from - use.to <= NEAR_USE;
}

/** Phrases that say no without a negator. */
const NEGATIVE_PHRASE = /\b(?:yet to|far from|short of|instead of|rather than|fail(?:s|ed|ing)? to)\b/;

/** A negator shortly before the phrase or inside it ("given no permission"), or a subject such as "none of the jets". */
function isNegated(view: SentenceView, phrase: TokenRange): boolean {
  const words = view.tokens.slice(Math.max(0, phrase.from - 4), phrase.to).map(({ word }) => word);
  return (
    words.some(isNegator) || NEGATIVE_PHRASE.test(words.join(' ')) || hasNegativeSubject(view, phrase.from)
  );
}

/** "Does not limit": the negator stands right before the verb, and not inside the phrase. */
export function isDirectlyNegated(view: SentenceView, phrase: TokenRange): boolean {
  return view.tokens.slice(Math.max(0, phrase.from - 2), phrase.from).some(({ word }) => isNegator(word));
}

function hasNegativeSubject(view: SentenceView, at: number): boolean {
  return view.tokens
    .slice(Math.max(0, at - 16), at)
    .some(({ word }) => /^(?:none|neither|nobody|nothing)$/.test(word));
}

/** Says "should" in two words. */
const OBLIGATION = /\b(?:ha(?:ve|s|d) to|need to|got to)\b/;

function modalityBefore(view: SentenceView, clause: TokenRange, norm: Norm): Modality {
  const words = view.tokens.slice(Math.max(clause.from, norm.from - 5), norm.to).map(({ word }) => word);
  if (norm.kind === 'user-decides') return 'fact';
  if (words.some((word) => SHOULD_WORDS.has(word)) || OBLIGATION.test(words.join(' '))) return 'should';
  if (norm.kind === 'forbidden' && words.includes('can') && !words.includes('only')) return 'could';
  if (norm.kind !== 'permitted' || words.includes('could') || words.includes('might')) {
    if (words.some((word) => COULD_WORDS.has(word))) return 'could';
  }
  return words.some((word) => FUTURE_WORDS.has(word)) ? 'future' : 'fact';
}
