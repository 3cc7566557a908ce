import { CALENDAR_WORDS } from '../quotes/speech-words.ts';
import type { Token } from '../text/tokens.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Topic, TopicObject } from '../topics/topic.ts';
import type { ActorMention } from './actors/actor-mention.ts';
import { isWhatThingCanDo } from './norms/capability.ts';
import type { Norm } from './norms/norm.ts';
import { isOfPolicyOnThat } from './norms/norms.ts';
import { isLikewise } from './norms/permission-norm.ts';
import type { SentenceView } from './sentence-view.ts';

/**
 * How much of the topic a sentence states by itself. Three ingredients besides the norm: the object, its use, and
 * the theatre in which the use would be what the topic is about.
 *
 * - `full`: norm and all three; `strong`: norm and two; `partial`: less, which counts only beside a stronger sentence;
 *   `foreign`: a veto says that it is about something else
 */
export type Topicality = 'full' | 'strong' | 'partial' | 'none' | 'foreign';

/** Whether so much of the topic is stated that a sentence stands by itself. */
export function standsByItself(topicality: Topicality): boolean {
  return topicality === 'full' || topicality === 'strong';
}

/** How near to a bare restriction its object or use must stand: "restrictions on using these weapons". */
const RESTRICTION_REACH = 8;

/** Judges a sentence whose clause holds the norm. A veto word counts less than a sentence that has it all. */
export function topicalityOf(
  view: SentenceView,
  mentions: readonly ActorMention[],
  norm: Norm,
  attitude: CueKind | undefined,
  topic: Topic,
): Topicality {
  const hasUse = view.cues.some(({ kind }) => kind === 'use') || isRestrictionOnObject(view);
  const hasObject = view.objects.length > 0;
  const hasTheatre = view.theatres.length > 0 || view.geos.length > 0;
  const count = Number(hasUse) + Number(hasObject) + Number(hasTheatre);
  const isAboutParties = mentionsParties(mentions, topic);
  if (view.vetoes.length > 0 && !(count === 3 && isAboutParties)) return 'foreign';
  if (isAboutOtherThings(view, norm, topic)) return 'foreign';
  if (count === 0) return pointsToRules(view, norm) ? 'partial' : 'none';
  // "British aid, Storm Shadows among it, …, but Kyiv could decide": of such an object, what is decided is its use
  if (norm.kind === 'user-decides' && view.objects.some(({ object }) => isSupplied(object))) return 'strong';
  if (count === 1) return 'partial';
  if (norm.kind === 'used' && norm.from < norm.to && isWhatThingCanDo(view, norm.from)) return 'partial';
  if (attitude === 'tighten' && hasObject && hasUse) return hasTheatre ? 'full' : 'strong';
  if (norm.modality === 'future' && !hasTheatre && norm.kind === 'permitted') return 'partial';
  if (isJudgementOfUse(view, norm, attitude) && hasUse && isAboutParties) return 'strong';
  if (!isAnchored(view, norm, count)) {
    const isThreat =
      isThreatOverObject(view, attitude) ||
      isChargeOfPartInIt(mentions, attitude, hasUse && hasTheatre, topic);
    return isThreat ? 'strong' : 'partial';
  }
  return count === 3 ? 'full' : 'strong';
}

/** "To reconsider some of these restrictions", "similar permission": the ones that the article is about. */
function pointsToRules(view: SentenceView, norm: Norm): boolean {
  const { cues, tokens } = view;
  if (
    isOfPolicyOnThat(view, norm) ||
    view.cues.some((cue) => cue.from === norm.from && isLikewise(view, cue))
  )
    return true;
  // "with its hands tied"
  if (tokens.slice(norm.from, norm.to).some(({ word }) => word === 'tied' || word === 'bound')) return true;
  const rule = cues.find(
    ({ kind, from }) =>
      (kind === 'restriction' || kind === 'permission') && from >= norm.from - 4 && from <= norm.to + 4,
  );
  return (
    rule !== undefined &&
    tokens
      .slice(Math.max(0, rule.from - 2), rule.from)
      .some(({ word }) => /^(?:these|those|such|similar|same|comparable)$/.test(word))
  );
}

/** "Restrictions on arms supplied to Kyiv", "Polish arms have no limitation": it is one on their use. */
function isRestrictionOnObject({ cues, objects, tokens }: SentenceView): boolean {
  return cues.some(
    ({ kind, from, to }) =>
      ((kind === 'restriction' || kind === 'no-restriction') &&
        /^(?:on|for)$/.test(tokens[to]?.word ?? '') &&
        objects.some((object) => object.from >= to && object.from - to <= 4)) ||
      (kind === 'no-restriction' && objects.some((object) => object.to < from && from - object.to <= 5)),
  );
}

/** "The prohibition on wind farms": a restriction that says on what, and it is neither the object nor its use. */
function isAboutOtherThings(view: SentenceView, norm: Norm, topic: Topic): boolean {
  const noun = view.cues.find(
    ({ kind, from }) => kind === 'restriction' && from >= norm.from && from <= norm.to + 6,
  );
  if (!noun || view.tokens[noun.to]?.word !== 'on' || isDay(view.tokens[noun.to + 1])) return false;
  const isNamed = ({ from }: { readonly from: number }) =>
    from > noun.to && from - noun.to <= RESTRICTION_REACH;
  const isSaid = view.objects.some(isNamed) || view.cues.some((cue) => cue.kind === 'use' && isNamed(cue));
  const isParty = view.actorMatches.some(
    ({ from, value }) =>
      isNamed({ from }) &&
      value.kind === 'country' &&
      (value.code === topic.recipient || value.code === topic.adversary),
  );
  return !isSaid && !view.geos.some(isNamed) && !isParty;
}

/** "Lifted its restrictions on Sunday" says when. */
function isDay(token: Token | undefined): boolean {
  const word = token?.word ?? '';
  return CALENDAR_WORDS.has(word) || /^\d+$/.test(word);
}

/** A threat that names the object of a partner is about its use, whatever else it leaves unsaid. */
function isThreatOverObject(view: SentenceView, attitude: CueKind | undefined): boolean {
  return attitude === 'warn' && view.objects.some(({ object }) => isSupplied(object));
}

function isSupplied({ isNamed, suppliers }: TopicObject): boolean {
  return isNamed && suppliers.length > 0;
}

/** "British specialists had a part in the strike on Bryansk": a charge against one who gave the object. */
function isChargeOfPartInIt(
  mentions: readonly ActorMention[],
  attitude: CueKind | undefined,
  isUseThere: boolean,
  topic: Topic,
): boolean {
  const isGiver = ({ actor }: ActorMention) =>
    actor.country?.length === 2 && actor.country !== topic.recipient && !topic.notDeciders.has(actor.country);
  return attitude === 'warn' && isUseThere && mentions.some(isGiver);
}

/** "Canada supports Ukraine using long-range weapons": what such an object is for need not be said. */
function isJudgementOfUse(view: SentenceView, norm: Norm, attitude: CueKind | undefined): boolean {
  const isJudged = attitude === 'support' || attitude === 'oppose';
  return (
    isJudged &&
    norm.kind === 'used' &&
    norm.from < norm.to &&
    view.objects.some(({ object }) => object.class === 'long-range-missile')
  );
}

/** Whether the norm is about the use, rather than in one sentence with it. */
function isAnchored(view: SentenceView, norm: Norm, count: number): boolean {
  if (norm.from === norm.to) return false;
  if (norm.kind === 'used') return count === 3 && isOfGivenObject(view);
  if (norm.kind !== 'restricted' && norm.kind !== 'imposed') return true;
  const isNear = ({ from }: { readonly from: number }) =>
    from >= norm.from - 4 && from - norm.to <= RESTRICTION_REACH;
  return view.objects.some(isNear) || view.cues.some((cue) => cue.kind === 'use' && isNear(cue));
}

/** What was used must be somebody's gift: a named system, a long-range weapon, or one said to be supplied. */
function isOfGivenObject({ objects, supplied, actorMatches }: SentenceView): boolean {
  return objects.some(
    ({ object, from }) =>
      object.suppliers.length > 0 ||
      object.class === 'long-range-missile' ||
      object.class === 'aircraft' ||
      supplied.length > 0 ||
      actorMatches.some(({ to }) => to <= from && from - to <= 3),
  );
}

function mentionsParties(mentions: readonly ActorMention[], topic: Topic): boolean {
  return mentions.some(({ actor }) => actor.country === topic.recipient || actor.country === topic.adversary);
}
