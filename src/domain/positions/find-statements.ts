import type { CueKind } from '../topics/cue-kinds.ts';
import type { Topic } from '../topics/topic.ts';
import { answeredQuestion } from './answered-question.ts';
import { isWithheld, SAY_MORE, splitClauses } from './clauses.ts';
import type { Norm } from './norms/norm.ts';
import { findNorm } from './norms/norms.ts';
import { isConfinement } from './norms/use-norms.ts';
import { type Reading, readAnswer } from './read-answer.ts';
import type { ReadSentence } from './read-article.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';
import { type SetAside, type SetAsideReason, sift } from './set-aside.ts';
import { judgeOfRelative } from './stances/attitude-holder.ts';
import { isAttitudeNoun, isRefusalNoun } from './stances/attitude-noun.ts';
import { attitudesIn, attitudeTo, reactedTo, turnedByAdvice, turnedByDenial } from './stances/attitudes.ts';
import { type Topicality, topicalityOf } from './topicality.ts';
import { whyUnasserted } from './unasserted.ts';

/** A clause that says something about the norm: that it holds or changes, or what somebody thinks of it. */
export interface Statement {
  readonly read: ReadSentence;
  readonly clause: TokenRange;
  readonly norm: Norm;
  /** The norm that was asked about, where the clause holds an answer. */
  readonly asked?: Norm | undefined;
  /** The attitude to the norm, with the place of its word. */
  readonly attitude?: CueMention | undefined;
  readonly topicality: Topicality;
  /** Why it states nothing, as "whether he would lift the ban" does: it is about the topic all the same. */
  readonly unasserted?: SetAsideReason | undefined;
}

/** What an article states about the norm, and what only looked like it. */
export interface FoundStatements {
  readonly statements: readonly Statement[];
  readonly setAside: readonly SetAside[];
}

/** So many sentences before or after, the recipient must be mentioned: else the rules are somebody else's. */
const RECIPIENT_REACH = 8;

/**
 * Finds the statements of an article, sentence by sentence, in order.
 *
 * @param isHeadlined - whether the headline names the recipient, so that every sentence may mean it
 */
export function findStatements(
  sentences: readonly ReadSentence[],
  isHeadlined: boolean,
  topic: Topic,
): FoundStatements {
  const all = sentences.flatMap((read) => statementsOf(read, topic));
  const near = new Set(
    sentences.filter((_, index) => isHeadlined || isNearRecipient(sentences, index, topic)),
  );
  const { passed, setAside } = sift(
    all,
    (statement) =>
      isAboutDelivery(statement)
        ? 'about-delivery'
        : near.has(statement.read) || statement.topicality === 'full'
          ? undefined
          : 'without-recipient',
    (statement) => statement,
  );
  return { statements: passed, setAside };
}

function isNearRecipient(sentences: readonly ReadSentence[], index: number, topic: Topic): boolean {
  return sentences
    .slice(Math.max(0, index - RECIPIENT_REACH), index + RECIPIENT_REACH + 1)
    .some((sentence) => mentionsRecipient(sentence, topic));
}

function mentionsRecipient({ mentions }: ReadSentence, topic: Topic): boolean {
  return mentions.some(({ actor }) => actor.country === topic.recipient);
}

/** Cues that only say more of a norm or of an attitude. */
const BESIDE_NORMS: ReadonlySet<CueKind> = new Set([...SAY_MORE, 'keep']);

/** Whether a sentence has anything that a norm or an attitude is read off: half of all have not. */
function mayState({ cues, objects, geos }: SentenceView): boolean {
  return (
    cues.some(({ kind }) => !BESIDE_NORMS.has(kind)) ||
    (objects.length > 0 && geos.some(({ geo }) => isConfinement(geo)))
  );
}

function statementsOf(read: ReadSentence, topic: Topic): Statement[] {
  const { view } = read;
  if (!mayState(view)) return [];
  const question = answeredQuestion(view);
  const statements: Statement[] = [];
  let before: Norm | undefined;
  for (const clause of splitClauses(view, question)) {
    const reading =
      (question && clause.from === 0 ? readAnswer(view, clause, question, topic) : undefined) ??
      readClause(view, clause, before, topic);
    if (!reading) continue;
    before = reading.norm;
    statements.push(...statementsOn(read, clause, reading, topic));
  }
  return statements;
}

function readClause(
  view: SentenceView,
  clause: TokenRange,
  before: Norm | undefined,
  topic: Topic,
): Reading | undefined {
  const attitudes = attitudesIn(view, clause);
  const found =
    findNorm(view, clause, topic) ??
    withheldBeside(view, clause, before) ??
    reactedTo(view, attitudes, before) ??
    keptAsBefore(view, clause, before);
  if (found === undefined) return undefined;
  // "does not intend to tie their hands": the no is the norm's
  const outer = attitudes.filter(
    ({ kind, from, to }) =>
      !(kind === 'refuse' && found.kind === 'absent' && from >= found.from && to <= found.to),
  );
  return { norm: turnedByDenial(view, turnedByAdvice(view, found, outer), outer), attitudes: outer };
}

/** "Lets Ukraine fire rockets over the border, but not ATACMS": what is left out is forbidden. */
function withheldBeside(view: SentenceView, clause: TokenRange, before: Norm | undefined): Norm | undefined {
  return before?.kind === 'permitted' && isWithheld(view, clause)
    ? { from: clause.from + 1, to: clause.from + 2, kind: 'forbidden', modality: 'fact' }
    : undefined;
}

/** "Pleads for the right to fire them, but the White House has not budged": on what, was just said. */
function keptAsBefore(
  { cues }: SentenceView,
  clause: TokenRange,
  before: Norm | undefined,
): Norm | undefined {
  const kept = cues.find(({ kind, from }) => kind === 'unchanged' && from >= clause.from && from < clause.to);
  return kept && before ? { from: kept.from, to: kept.to, kind: 'kept', modality: 'fact' } : undefined;
}

/** One for each attitude to the norm that stands by itself. */
function statementsOn(
  read: ReadSentence,
  clause: TokenRange,
  { norm, attitudes, asked }: Reading,
  topic: Topic,
): Statement[] {
  const { view, mentions } = read;
  const wishes = attitudes.filter((attitude) => isWishBehind(view, norm, attitude));
  const owned = attitudes.filter(
    (attitude) =>
      !wishes.includes(attitude) && isOwned(read, attitude) && !isAnsweredBefore(view, attitude, norm),
  );
  const outer = attitudeTo(
    view,
    norm,
    attitudes.filter((attitude) => !owned.includes(attitude) && !wishes.includes(attitude)),
  );
  // "has authorised it, ignoring Moscow's warning": what stands before another's attitude is not under it
  const isUnder = owned.some((attitude) => attitude.from < norm.to);
  const held = [...(isUnder && outer === undefined ? [] : [outer]), ...owned, ...wishes];
  return held.map((attitude) => ({
    read,
    clause,
    norm: seenBy(attitude, norm, owned, view),
    attitude,
    asked,
    // an answer that is a mere yes has its place from the question
    topicality: topicalityOf(
      view,
      mentions,
      norm.from === norm.to ? (asked ?? norm) : norm,
      attitude?.kind,
      topic,
    ),
    unasserted: whyUnasserted(read, clause, norm, attitude, topic),
  }));
}

/** "Criticised Washington's refusal to let …": what is criticised is the restriction. */
function seenBy(
  attitude: CueMention | undefined,
  norm: Norm,
  owned: readonly CueMention[],
  view: SentenceView,
): Norm {
  if (attitude?.kind === 'oppose' && isBlamedFor(view, norm)) return { ...norm, kind: 'restricted' };
  const isOfRefusal =
    attitude?.kind === 'oppose' &&
    owned.some((other) => isRefusalNoun(view, other) && other.from > attitude.from && other.from < norm.from);
  return isOfRefusal ? { ...norm, kind: 'restricted' } : norm;
}

/** "Criticised the government for blocking such strikes". */
function isBlamedFor({ tokens }: SentenceView, { kind, from }: Norm): boolean {
  return kind === 'forbidden' && tokens[from - 1]?.word === 'for';
}

/** "Salvini rejected Stoltenberg's call to …": the call is a second statement, of its owner. */
function isOwned({ view, mentions }: ReadSentence, attitude: CueMention): boolean {
  return (
    judgeOfRelative({ view, mentions }, attitude) !== undefined ||
    ((isAttitudeNoun(view, attitude) || isRefusalNoun(view, attitude)) &&
      mentions.some(
        ({ to, usage }) => usage === 'possessive' && attitude.from - to >= 0 && attitude.from - to <= 2,
      ))
  );
}

/** "Asked about Berg's appeal, he answered that nothing would change": what is answered is no part of the appeal. */
function isAnsweredBefore({ tokens }: SentenceView, { kind, to }: CueMention, norm: Norm): boolean {
  return (
    (kind === 'call' || kind === 'request') &&
    tokens
      .slice(to, Math.max(to, norm.from))
      .some(({ word }) => /^(?:said|answered|replied|responded|insisted|stressed)$/.test(word))
  );
}

/** "Lifted the limits, something which Kyiv had pressed for": the wish came first, and is another's. */
function isWishBehind({ tokens }: SentenceView, norm: Norm, { kind, from, to }: CueMention): boolean {
  if ((kind !== 'request' && kind !== 'call' && kind !== 'consider') || from < norm.to) return false;
  if (norm.kind !== 'permitted' && norm.kind !== 'lifted') return false;
  const before = tokens.slice(Math.max(norm.to, from - 7), from).map(({ word }) => word);
  const isRelative = /\b(?:something|move|step|decision|which|what) /.test(`${before.join(' ')} `);
  const isOfGiver = /^(?:by|from)$/.test(tokens[to - 1]?.word ?? '') || tokens[to]?.word === 'by';
  return isOfGiver || isRelative;
}

/** "Refused to send missiles that could strike Russia" is about sending. */
function isAboutDelivery(statement: Statement): boolean {
  const { clause, attitude, topicality } = statement;
  const { view } = statement.read;
  const norm = statement.asked ?? statement.norm;
  if (norm.kind === 'national')
    return hasDelivery(view, { from: norm.to, to: clause.to }) && !hasUseIn(view, clause);
  // "no change to our view on the provision of missiles to use inside Russia"
  if (norm.kind === 'kept' && topicality === 'full') return false;
  if (attitude !== undefined && isRefusalToGive(view, attitude)) return true;
  const anchor = attitude?.from ?? norm.from;
  if (norm.from === norm.to) {
    return hasDelivery(view, clause) || (!hasUse(view) && hasDelivery(view, { from: 0, to: clause.to + 12 }));
  }
  if (isApprovalOfDelivery(view, clause, norm)) return true;
  const delivery = view.cues.find(
    ({ kind, from }) => kind === 'delivery' && from >= Math.max(anchor, clause.from) && from < clause.to,
  );
  if (!delivery) return false;
  if (delivery.from >= norm.to) return delivery.from - norm.to <= 5;
  return attitude !== undefined && !isExplicit(view, norm);
}

/** "Holds to his refusal to give missiles, in spite of reports that …": what is refused is the giving. */
function isRefusalToGive({ cues, tokens }: SentenceView, { kind, to }: CueMention): boolean {
  const given = cues.find((cue) => cue.kind === 'delivery' && cue.from >= to && cue.from - to <= 1);
  return (
    kind === 'refuse' &&
    given !== undefined &&
    !tokens.slice(given.to, given.to + 4).some(({ word }) => LEAVE.test(word))
  );
}

const LEAVE =
  /^(?:permission|leave|approval|consent|green|authorisation|authorization|clearance|blessing|right)$/;

function hasDelivery({ cues }: SentenceView, { from, to }: TokenRange): boolean {
  return cues.some((cue) => cue.kind === 'delivery' && cue.from >= from && cue.from < to);
}

function hasUseIn({ cues }: SentenceView, { from, to }: TokenRange): boolean {
  return cues.some((cue) => cue.kind === 'use' && cue.from >= from && cue.from < to);
}

function hasUse({ cues }: SentenceView): boolean {
  return cues.some(({ kind }) => kind === 'use');
}

/** "Whether to supply them, but wanted to know their use before giving his approval": to what, was said before. */
function isApprovalOfDelivery(view: SentenceView, clause: TokenRange, norm: Norm): boolean {
  const isPlaced = view.geos.some(({ from }) => from >= clause.from && from < clause.to);
  return (
    norm.kind === 'permitted' &&
    !isPlaced &&
    !view.cues.some(({ kind, from }) => kind === 'use' && from >= norm.from && from < clause.to) &&
    hasDelivery(view, { from: 0, to: norm.from })
  );
}

/** Whether the norm hangs on a word of permission, and not on "could be used" alone. */
function isExplicit(view: SentenceView, norm: Norm): boolean {
  return view.cues.some(
    ({ kind, from }) =>
      from === norm.from &&
      (kind === 'permit' || kind === 'permission' || kind === 'lift' || kind === 'restriction'),
  );
}
