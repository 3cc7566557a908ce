import { BE_WORDS, isNegator } from '../../text/reporting-words.ts';
import { type CueMention, type SentenceView, wordsIn } from '../sentence-view.ts';
import { isCapability } from './capability.ts';
import { isNegated } from './negation.ts';
import type { Found } from './norm.ts';
import { isNear } from './use-norms.ts';

/** A permission with the use it permits: "allow Ukraine to strike", "strikes are permitted". */
export function permission(view: SentenceView, cues: readonly CueMention[]): Found {
  for (const cue of cues.filter(({ kind }) => kind === 'permit' || kind === 'permission')) {
    // "would let them export jets on condition that Ukraine did not use them": the use is what is forbidden
    const ban = cues.find((other) => other.kind === 'forbid' && other.from >= cue.to);
    const use = cues.find(
      (other) =>
        other.kind === 'use' &&
        (isNear(cue, other) || isSubjectOf(view, other, cue)) &&
        !(ban && ban.from <= other.from),
    );
    if (!use && cue.kind === 'permit' && !isLikewise(view, cue) && !isSomebodysLeave(view, cue)) continue;
    if (isCapability(view, cue) || isOfDelivery(cues, cue, use) || isAttribute(view, cue)) continue;
    if (isExhortation(view, cue, use)) continue;
    const bar = barTo(view, cues, cue);
    if (bar) return { from: bar.from, to: cue.to, kind: 'forbidden', modality: 'fact' };
    const isBarred = isDenied(view, cue) || isOfNothing(view, cue) || isNotOver(view, cue);
    const kind = isBarred ? 'forbidden' : 'permitted';
    return { from: cue.from, to: cue.to, kind, modality: 'fact' };
  }
  return undefined;
}

/** "Strikes with the missile, a long-range weapon, have been authorised by Berg": what is permitted stands far before. */
function isSubjectOf({ tokens }: SentenceView, use: CueMention, { from, to }: CueMention): boolean {
  return (
    use.to <= from &&
    from - use.to <= MAX_SUBJECT &&
    BE_WORDS.has(tokens[from - 1]?.word ?? '') &&
    tokens[to]?.word === 'by'
  );
}

/** So many tokens may stand between a subject and its verb. */
const MAX_SUBJECT = 24;

/** "Given no permission", and not "no longer be held back from", whose no is part of what is permitted. */
function isDenied(view: SentenceView, cue: CueMention): boolean {
  const [first = '', second = ''] = view.tokens.slice(cue.from, cue.from + 2).map(({ word }) => word);
  const isOfNo = isNegator(first) || (/^(?:are|is|was|were|will|would)$/.test(first) && isNegator(second));
  return isNegated(view, isOfNo ? { from: cue.from, to: cue.from } : cue);
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

const LEAVE =
  /^(?:permission|permissions|authorisation|authorization|leave|consent|light|ahead|decisions?|steps?)$/;
const SAID_BEFORE = /^(?:also|likewise|similarly|being|having|once)$/;

/** "Allows no shot across the border". */
function isOfNothing({ tokens }: SentenceView, { kind, to }: CueMention): boolean {
  return kind === 'permit' && /^(?:no|none|nothing|neither)$/.test(tokens[to]?.word ?? '');
}

/** "The permission does not cover strikes with the longer missiles". */
function isNotOver(view: SentenceView, { to }: CueMention): boolean {
  return /^(?:did|does|do|will|would) not (?:apply|cover|extend|include)$/.test(wordsIn(view, to, to + 3));
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
