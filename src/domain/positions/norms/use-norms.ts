import { BE_WORDS, CAN_WORDS, FUTURE_WORDS, PREPOSITIONS, SHOULD_WORDS } from '../../text/reporting-words.ts';
import type { Label, Topic } from '../../topics/topic.ts';
import { type CueMention, type SentenceView, type TokenRange, wordsIn } from '../sentence-view.ts';
import { isMadePossible, isRelativeOfThing, isWhatThingCanDo } from './capability.ts';
import { saysNo } from './negation.ts';
import type { Found } from './norm.ts';

/** How far a norm may stand from the use it is about, in tokens. */
const NEAR_USE = 16;

/** Whether a use stands near enough to a norm to be what it is about. */
export function isNear(norm: TokenRange, use: TokenRange): boolean {
  return use.from >= norm.to ? use.from - norm.to <= NEAR_USE : norm.from - use.to <= NEAR_USE;
}

/** "Ukraine may use the missiles", "weapons must be used only in Ukraine". */
export function modalUse(view: SentenceView, cues: readonly CueMention[], topic: Topic): Found {
  for (const use of cues.filter(({ kind }) => kind === 'use')) {
    const end = beforeAside(view, use.from);
    const before = view.tokens
      .slice(Math.max(0, end - 5), end)
      // the month permits nothing
      .flatMap(({ word, text }) => (text === 'May' ? [] : [word]));
    const isRuledOut =
      before.some((word) => FUTURE_WORDS.has(word) || SHOULD_WORDS.has(word) || word === 'be') &&
      before.some(saysNo);
    if (isRelativeOfThing(view, use.from) || isMadePossible(view, cues, use)) continue;
    if (isRestrictedHow(view, use.from)) continue;
    if (isAbleThing(view, use.from)) continue;
    if (isWhatThingCanDo(view, use.from) || isSurmise(before) || isAgainstRecipient(view, use, topic))
      continue;
    const isModal = isRuledOut || before.some((word) => CAN_WORDS.has(word) || CANNOT.has(word));
    if (!isModal || !isOfTopic(view, use, topic)) continue;
    const kind = before.some(saysNo) && !isWithoutReason(view, use) ? 'forbidden' : 'permitted';
    return {
      from: use.from,
      to: use.to,
      kind,
      modality: isRuledOut && kind === 'permitted' ? 'should' : 'future',
    };
  }
  return undefined;
}

/** "Restrictions on how Ukraine may use them": what it may is what is restricted. */
function isRestrictedHow(view: SentenceView, at: number): boolean {
  return /\b(?:restrictions?|limits?|limitations?|rules?|conditions?|curbs?) (?:on|about|for) (?:how|where|what|which|whether)\b/.test(
    wordsIn(view, at - 8, at),
  );
}

/** "Missiles of a type able to reach it": what a thing is like. */
function isAbleThing({ tokens }: SentenceView, at: number): boolean {
  const able = tokens.findLastIndex(
    ({ word }, index) => index < at && at - index <= 3 && /^(?:able|capable)$/.test(word),
  );
  const before = tokens[able - 1]?.word ?? '';
  return able > 0 && !BE_WORDS.has(before) && !/^(?:not|now|still|also|'re|were)$/.test(before);
}

/** "May, under international law, strike": what is between the commas parts the verb from its "may". */
function beforeAside({ tokens }: SentenceView, at: number): number {
  if (tokens[at - 1]?.text !== ',') return at;
  const opening = tokens.findLastIndex(({ text }, index) => index < at - 1 && text === ',');
  return opening > 0 && at - opening <= 9 ? opening : at;
}

/** "Could have been used": perhaps they were, and nobody says that they may be. */
function isSurmise(before: readonly string[]): boolean {
  return /\b(?:could|may|might) have(?: been)?$/.test(before.join(' '));
}

/** "Could be deployed against Ukrainians": the use is the adversary's. */
function isAgainstRecipient({ tokens, actorMatches }: SentenceView, use: TokenRange, topic: Topic): boolean {
  return actorMatches.some(
    ({ from, value }) =>
      from >= use.to &&
      from - use.to <= 2 &&
      countryOf(value) === topic.recipient &&
      tokens.slice(use.from, from).some(({ word }) => word === 'against'),
  );
}

const CANNOT: ReadonlySet<string> = new Set(['cannot', "can't", "mustn't"]);

/** "No reason why Ukraine should not use": the first no takes the second back. */
function isWithoutReason(view: SentenceView, use: TokenRange): boolean {
  const before = view.tokens.slice(0, use.from).map(({ word }) => word);
  return /\b(?:no|any|see|sees|saw|the) (?:good |legal )?reasons? (?:why|that|for which)\b|\bwhy\b.*\bshould(?: not|n't)\b/.test(
    before.join(' '),
  );
}

/** "Weapons must be used only in Ukraine", "jets that they can use on Ukrainian territory": elsewhere they may not be. */
export function confinedUse(
  view: SentenceView,
  clause: TokenRange,
  cues: readonly CueMention[],
  topic: Topic,
): Found {
  const places = view.geos.filter(({ from, to }) => from >= clause.from - 1 && to <= clause.to);
  for (const use of cues.filter(({ kind }) => kind === 'use')) {
    if (isAdversarys(view, use, topic)) continue;
    const place = places.find(
      (each) =>
        isConfinement(each.geo) && Math.abs(each.from - use.from) <= (isOnlyThere(view, each) ? 30 : 14),
    );
    if (!place || /^(?:outside|beyond)$/.test(view.tokens[place.from]?.word ?? '')) continue;
    // "the right to defend their territory" confines nothing
    if (cues.some(({ kind, to }) => kind === 'right' && to === place.from)) continue;
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

/** "…, only against forces within occupied territory": who confines it says of what, however far that stands. */
function isOnlyThere({ tokens }: SentenceView, { from, to }: TokenRange): boolean {
  return tokens.slice(Math.max(0, from - 2), to).some(({ word }) => EXCLUSIVES.has(word));
}

const EXCLUSIVES: ReadonlySet<string> = new Set(['only', 'solely', 'exclusively', 'strictly', 'alone']);
const BOUND: ReadonlySet<string> = new Set(['meant', 'destined', 'intended', 'are', 'is', 'be']);

/** "Italian arms stay in Ukraine": the place alone says what is not allowed. */
export function confinement(view: SentenceView, clause: TokenRange): Found {
  const isThing = view.objects.some(({ from }) => from >= clause.from && from < clause.to);
  if (!isThing) return undefined;
  const place = view.geos.find(
    ({ geo, from, to }) =>
      isConfinement(geo) &&
      from >= clause.from &&
      to <= clause.to &&
      !/^(?:outside|beyond)$/.test(view.tokens[from]?.word ?? ''),
  );
  return place && !isToldOfUse(view, clause)
    ? { from: place.from, to: place.to, kind: 'forbidden', modality: 'fact' }
    : undefined;
}

/** "The jets were used to repel an attack on Ukraine's territory": what was done there, and no rule. */
function isToldOfUse({ tokens }: SentenceView, clause: TokenRange): boolean {
  const words = tokens.slice(clause.from, clause.to).map(({ word }) => word);
  if (words.some((word) => EXCLUSIVES.has(word))) return false;
  return /\b(?:was|were|had|have|has) (?:been )?(?:used|deployed|employed|fired|flown|sent)\b/.test(
    words.join(' '),
  );
}

/** Whether the one who may use something is the recipient, or what may be used is the object. */
function isOfTopic(view: SentenceView, use: TokenRange, topic: Topic): boolean {
  const isRecipient = view.actorMatches.some(
    ({ to, value }) => to <= use.from && countryOf(value) === topic.recipient,
  );
  const isPronoun = view.tokens
    .slice(Math.max(0, use.from - 4), use.from)
    .some(({ word }) => word === 'they' || word === 'it');
  if (isAdversarys(view, use, topic)) return false;
  const isNear = ({ to }: TokenRange) => {
    const isSupplied = view.supplied.some((supplied) => supplied.from >= to && supplied.to <= use.from);
    return to <= use.from && use.from - to <= (isSupplied ? 12 : 6);
  };
  return isRecipient || isPronoun || view.objects.some(isNear);
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
