import { CAN_WORDS, isNegator } from '../text/reporting-words.ts';
import type { Topic } from '../topics/topic.ts';
import type { Actor } from './actors/actor-mention.ts';
import { stateActor } from './actors/state-actor.ts';
import type { Statement } from './find-statements.ts';
import { findWeapon, type WeaponFound } from './find-weapon.ts';
import { hasNegativeSubject } from './norms/negation.ts';
import type { Norm } from './norms/norm.ts';
import { isConfinement } from './norms/use-norms.ts';
import type { ReadSentence } from './read-article.ts';
import { type SentenceView, type TokenRange, wordsIn } from './sentence-view.ts';

/** Who used what, where a clause reports that something given was used on the adversary's land. */
export interface ReportedUse {
  readonly user: Actor;
  readonly weapon: WeaponFound;
}

/**
 * Reads a clause as a report of use: an object that somebody gave, used where the topic is about. Whoever reports it,
 * and whatever is its subject ("the missiles hit a depot"), the one who uses it is the recipient.
 */
export function reportOfUse(statement: Statement, topic: Topic): ReportedUse | undefined {
  const { read, clause, norm, attitude, topicality } = statement;
  const isReport =
    norm.kind === 'used' &&
    norm.modality === 'fact' &&
    (attitude === undefined || isPaperWarning(statement, topic)) &&
    topicality === 'full';
  if (!isReport || !isDone(read, clause, norm) || isAdversarys(statement, topic)) return undefined;
  const givenIn = (range: TokenRange): WeaponFound | undefined => {
    const weapon = findWeapon(read, range, undefined, topic);
    return isGiven(weapon) || isUsedWithSupplied(read, norm) ? weapon : undefined;
  };
  // "Storm Shadow missiles, which Britain has given, were fired": what was fired may stand in the clause before
  const weapon = givenIn(clause) ?? givenIn({ from: 0, to: read.view.tokens.length });
  return weapon && { user: userOf(statement, topic), weapon };
}

/** "Hit positions there with Western weapons": the first weapons behind the use are somebody's gift. */
function isUsedWithSupplied({ view }: ReadSentence, norm: Norm): boolean {
  const object = view.objects.find(({ from }) => from >= norm.to);
  return (
    object !== undefined &&
    object.from - norm.to <= 10 &&
    view.supplied.some(({ from, to }) => from >= norm.to && object.from - to >= 0 && object.from - to <= 1)
  );
}

/** "Fired them on Wednesday in an escalation of the conflict": the paper's judgement, and nobody's threat. */
function isPaperWarning({ read, norm, attitude }: Statement, topic: Topic): boolean {
  return (
    attitude?.kind === 'warn' &&
    attitude.from > norm.to &&
    read.speaker === undefined &&
    read.mentions.every(({ usage, actor }) => actor.country !== topic.adversary || usage !== 'free')
  );
}

/** Named and somebody's, or said to be somebody's: "ATACMS", "British missiles". */
export function isGiven({ objects, suppliers }: WeaponFound): boolean {
  return suppliers.length > 0 || objects.some((object) => object.isNamed && object.suppliers.length > 0);
}

/** "Tried to use" is no use, and neither is one that names no place in the adversary's land. */
function isDone(read: ReadSentence, clause: TokenRange, norm: Norm): boolean {
  const { view } = read;
  const before = view.tokens.slice(Math.max(0, norm.from - 4), norm.from).map(({ word }) => word);
  const isActual =
    !isNoun(read, norm) &&
    !isNotDone(view, norm) &&
    (!before.slice(-2).includes('to') || isUsedTo(before)) &&
    !before.some((word) => CAN_WORDS.has(word) || OF_EACH.has(word)) &&
    (!view.tokens[norm.from]?.word.endsWith('ing') || isWithOne(read, norm.from));
  const isThere = view.geos.some(
    ({ geo, from, to }) =>
      !isConfinement(geo) && from >= clause.from && to <= clause.to && view.tokens[from - 1]?.word !== 'not',
  );
  const isOpen = view.tokens.slice(clause.from, clause.to).some(({ word }) => OPEN.test(word));
  return isActual && isThere && !isOpen;
}

/** "Are not used", "not one of them has been cleared for launch". */
function isNotDone(view: SentenceView, { from }: Norm): boolean {
  const isNone = /\b(?:not (?:a single|one|any)|no) /.test(wordsIn(view, from - 14, from));
  return (
    isNone ||
    hasNegativeSubject(view, from) ||
    view.tokens.slice(Math.max(0, from - 3), from).some(({ word }) => isNegator(word))
  );
}

/** "Each missile aimed at Russia needs consent": a rule for shots to come. */
const OF_EACH: ReadonlySet<string> = new Set(['each', 'every', 'any']);
/** Words of what may happen or is weighed, and has not been done. */
const OPEN = /^(?:likely|expected|would|could|may|might|will|consider|considers|plans?)$/;

/** "Were used to hit a depot": they did. */
function isUsedTo(before: readonly string[]): boolean {
  return /\b(?:are|been|being|is|was|were) (?:deployed|fired|launched|used) to$/.test(before.join(' '));
}

/** "The war has grown, with Ukraine firing them at …": done by the one right before. */
function isWithOne({ view, mentions }: ReadSentence, at: number): boolean {
  return mentions.some(
    ({ from, to }) => at - to >= 0 && at - to <= 2 && view.tokens[from - 1]?.word === 'with',
  );
}

/** "Reported a strike", "confirmed the overnight attack". */
const REPORTED = /\b(?:announced|claimed|confirmed|reported) (?:a|an|another|its|the)(?: \w+)?$/;

/** "A change on Storm Shadow strikes": strikes that are talked of, unless somebody stands right before who strikes. */
function isNoun({ view, mentions }: ReadSentence, { from }: Norm): boolean {
  // "confirmed its first use": a first one is one that was made
  if (view.tokens[from - 1]?.word === 'first') return false;
  const before = view.tokens.slice(Math.max(0, from - 4), from).map(({ word }) => word);
  if (REPORTED.test(before.join(' '))) return false;
  const isEither = /^(?:strikes|attacks|launches|targets|use|shots|usage)$/.test(
    view.tokens[from]?.word ?? '',
  );
  return isEither && !mentions.some(({ to, usage }) => to === from && usage === 'free');
}

function isAdversarys({ read, clause, norm }: Statement, topic: Topic): boolean {
  const subject = read.mentions.findLast(
    ({ from, to, usage }) => usage === 'free' && from >= clause.from && to <= norm.from,
  );
  return subject?.actor.country === topic.adversary && subject !== read.speaker;
}

function userOf({ read, clause }: Statement, topic: Topic): Actor {
  const ofRecipient = read.mentions.find(
    ({ from, usage, actor }) =>
      actor.country === topic.recipient && usage !== 'possessive' && from >= clause.from && from < clause.to,
  );
  return ofRecipient?.actor ?? stateActor(topic.recipient, topic);
}
