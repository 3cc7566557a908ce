import { SPEECH_VERBS } from '../text/reporting-words.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Topic } from '../topics/topic.ts';
import { splitClauses } from './clauses.ts';
import { isDirectlyNegated } from './negation.ts';
import type { Norm } from './norm.ts';
import { findNorm } from './norms.ts';
import type { ReadSentence } from './read-article.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';
import { type SetAside, type SetAsideReason, sift } from './set-aside.ts';
import { isAttitudeNoun } from './stance-actor.ts';
import { type Topicality, topicalityOf } from './topicality.ts';

/** A clause that says something about the norm: that it holds or changes, or what somebody thinks of it. */
export interface Statement {
  readonly read: ReadSentence;
  readonly clause: TokenRange;
  readonly norm: Norm;
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

const ATTITUDES: ReadonlySet<CueKind> = new Set([
  'call',
  'request',
  'consider',
  'refuse',
  'oppose',
  'support',
  'warn',
  'deny',
  'tighten',
] as const);
/** Attitudes that may follow what they are about: "strikes … would be a mistake, he said". */
const MAY_FOLLOW: ReadonlySet<CueKind> = new Set([
  'consider',
  'refuse',
  'oppose',
  'support',
  'warn',
  'deny',
] as const);
/** What a reaction without a norm of its own is about: something said or done before. */
const REACTED_TO =
  /^(?:decision|decisions|move|step|idea|proposal|plan|permission|authorisation|authorization|policy|remarks?|statements?|comments?|words|strikes?|attacks?|such|change|shift|calls?|possibility|possibilities|option|notion|suggestions?|appeal|requests?|vote|budge|reports?|claims?)$/;

/** So many sentences before or after, the recipient must be mentioned: else the rules are somebody else's. */
const RECIPIENT_REACH = 5;

/** Finds the statements of an article, sentence by sentence, in order. */
export function findStatements(sentences: readonly ReadSentence[], topic: Topic): FoundStatements {
  const all = sentences.flatMap((read) => statementsOf(read, topic));
  const near = new Set(sentences.filter((_, index) => isNearRecipient(sentences, index, topic)));
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

function statementsOf(read: ReadSentence, topic: Topic): Statement[] {
  const statements: Statement[] = [];
  let before: Norm | undefined;
  for (const clause of splitClauses(read.view)) {
    const attitudes = attitudesIn(read.view, clause);
    const found = findNorm(read.view, clause, topic) ?? reactedTo(read.view, attitudes, before);
    if (!found) continue;
    const norm = turnedByDenial(read.view, turnedByAdvice(found, attitudes), attitudes);
    before = norm;
    const owned = attitudes.filter((attitude) => isOwned(read, attitude));
    const outer = attitudeTo(
      read.view,
      norm,
      attitudes.filter((attitude) => !owned.includes(attitude)),
    );
    const held = owned.length > 0 && outer === undefined ? owned : [outer, ...owned];
    for (const attitude of held) {
      statements.push({
        read,
        clause,
        norm,
        attitude,
        topicality: topicalityOf(read.view, read.mentions, norm, attitude?.kind, topic),
        unasserted: whyUnasserted(read, clause, norm, attitude),
      });
    }
  }
  return statements;
}

/** "While the policy could change, …": an opening that names nobody is nobody's position. */
function isNobodysOpening({ view, mentions }: ReadSentence, clause: TokenRange): boolean {
  return (
    clause.from === 0 &&
    /^(?:while|although|though)$/.test(view.tokens[0]?.word ?? '') &&
    !mentions.some(({ from }) => from < clause.to)
  );
}

/** "Salvini rejected Stoltenberg's call to …": the call is a second statement, of its owner. */
function isOwned({ view, mentions }: ReadSentence, attitude: CueMention): boolean {
  return (
    isAttitudeNoun(view, attitude) &&
    mentions.some(
      ({ to, usage }) => usage === 'possessive' && attitude.from - to >= 0 && attitude.from - to <= 2,
    )
  );
}

function whyUnasserted(
  read: ReadSentence,
  clause: TokenRange,
  norm: Norm,
  attitude: CueMention | undefined,
): SetAsideReason | undefined {
  if (isHeadingOrQuestion(read.view)) return 'heading-or-question';
  if (isNobodysOpening(read, clause)) return 'opening-of-nobody';
  if (attitude !== undefined) {
    return attitude.kind === 'call' && isAskedWhether(read.view, norm, attitude) ? 'hypothetical' : undefined;
  }
  if (isHypothetical(read.view, clause, norm)) return 'hypothetical';
  if (isAskedOf(read, norm)) return 'only-asked-of';
  if (isNamedOnly(read.view, clause, norm)) return 'only-named';
  return isOnlyPossible(read.view, norm) ? 'only-possible' : undefined;
}

/** "An advocate of strikes, raising questions about whether he would allow": what is open is not called for. */
function isAskedWhether({ cues, tokens }: SentenceView, norm: Norm, attitude: CueMention): boolean {
  return cues.some(
    ({ kind, from }) =>
      kind === 'hypothetical' && from >= attitude.to && from < norm.from && tokens[from]?.word === 'whether',
  );
}

/** "A statement that would allow": it allows nothing yet. */
function isOnlyPossible(view: SentenceView, norm: Norm): boolean {
  const words = view.tokens.slice(Math.max(0, norm.from - 3), norm.from).map(({ word }) => word);
  return /\b(?:which|that) (?:would|could|might)\b/.test(words.join(' ')) && norm.kind !== 'used';
}

function attitudesIn(view: SentenceView, clause: TokenRange): CueMention[] {
  return view.cues.filter(
    ({ kind, from, to }) =>
      ATTITUDES.has(kind) &&
      from >= clause.from &&
      from < clause.to &&
      !isInIfClause(view, from) &&
      !isUndone(view, { kind, from, to }),
  );
}

/** "Does not oppose", "was denied": no attitude of the subject. */
function isUndone(view: SentenceView, cue: CueMention): boolean {
  const words = view.tokens.slice(Math.max(0, cue.from - 6), cue.from).map(({ word }) => word);
  if (cue.kind === 'warn' && words.some((word) => FEARS.test(word))) return true;
  if (
    TURNED_DOWN.test(view.tokens[cue.from]?.word ?? '') &&
    PASSIVE.test(words.at(-1) ?? '') &&
    cue.kind === 'deny'
  )
    return true;
  return CAN_BE_NEGATED.has(cue.kind) && isDirectlyNegated(view, cue);
}

/** Worry about escalation is a reason and no threat. */
const FEARS =
  /^(?:fear|fears|feared|fearing|concern|concerns|concerned|worry|worries|worried|risk|risks|avoid|avoiding)$/;
const TURNED_DOWN = /^(?:denied|rejected|refused|dismissed)$/;
const PASSIVE = /^(?:be|been|was|were|is|are|being)$/;
const CAN_BE_NEGATED: ReadonlySet<CueKind> = new Set([
  'oppose',
  'deny',
  'warn',
  'tighten',
  'refuse',
  'call',
] as const);

/** "Asked if Ottawa objected": the attitude is the question's. */
function isInIfClause(view: SentenceView, at: number): boolean {
  return view.cues.some(
    ({ kind, to }) =>
      kind === 'hypothetical' &&
      to <= at &&
      at - to <= 14 &&
      !view.tokens.slice(to, at).some(({ text, word }) => text === ',' || SPEECH_VERBS.has(word)),
  );
}

/** A threat or a judgement without a norm of its own is about what the sentence said before, or about its occasion. */
function reactedTo(
  view: SentenceView,
  attitudes: readonly CueMention[],
  before: Norm | undefined,
): Norm | undefined {
  const reaction = attitudes.find(({ kind }) => MAY_FOLLOW.has(kind));
  if (!reaction) return undefined;
  const isPointing = pointsBack(view, reaction);
  const isEnough = before !== undefined || isPointing || reaction.kind === 'warn';
  // of limits that are merely there, what was just said or decided is judged, and not the limits
  const isOfWords = before?.kind === 'restricted' && isPointing;
  const kind = isOfWords ? 'permitted' : (before?.kind ?? 'used');
  return isEnough ? { from: reaction.to, to: reaction.to, kind, modality: 'fact' } : undefined;
}

/** A judgement after the norm is about it, unless it has an object of its own: "eased … to support the troops". */
function isAbout(view: SentenceView, attitude: CueMention): boolean {
  if (attitude.kind !== 'support') return true;
  const before = view.tokens.slice(Math.max(0, attitude.from - 3), attitude.from + 1);
  if (before.some(({ word }) => /^(?:is|are|was|were|be|as)$/.test(word))) return true;
  const isWholeJudgement = attitude.to - attitude.from >= 5;
  const after = view.tokens.slice(attitude.to, attitude.to + 8);
  return (
    isWholeJudgement || after.length <= 2 || after.some(({ word }) => REACTED_TO.test(word) || word === 'by')
  );
}

/** Whether what follows names something said or done before: "the decision", or a "this" with nothing behind it. */
function pointsBack(view: SentenceView, { from, to }: CueMention): boolean {
  const isPassive = [from - 1, from].some((at) => PASSIVE.test(view.tokens[at]?.word ?? ''));
  return view.tokens
    .slice(isPassive ? Math.max(0, from - 4) : from, to + 8)
    .some(
      ({ word }, index, all) =>
        REACTED_TO.test(word) ||
        (/^(?:it|this|that)$/.test(word) && /^[.,;”"]?$/.test(all[index + 1]?.text ?? '')),
    );
}

/** "Urged him to reject demands for strikes": what is called for is the opposite. */
function turnedByAdvice(norm: Norm, attitudes: readonly CueMention[]): Norm {
  const call = attitudes.find(({ kind, from }) => kind === 'call' && from < norm.from);
  const isToRefuse =
    call !== undefined &&
    attitudes.some(
      ({ kind, from }) => (kind === 'refuse' || kind === 'oppose') && from > call.from && from < norm.from,
    );
  return isToRefuse && (norm.kind === 'used' || norm.kind === 'permitted' || norm.kind === 'lifted')
    ? { ...norm, kind: 'forbidden' }
    : norm;
}

/** "No new agreements beyond the old limits": what is denied is that they were lifted, and not that they are there. */
function turnedByDenial(view: SentenceView, norm: Norm, attitudes: readonly CueMention[]): Norm {
  const isNothingNew = attitudes.some(
    ({ kind, from }) => kind === 'deny' && view.tokens[from]?.word === 'no',
  );
  return isNothingNew && norm.kind === 'restricted' ? { ...norm, kind: 'lifted' } : norm;
}

function attitudeTo(
  view: SentenceView,
  norm: Norm,
  attitudes: readonly CueMention[],
): CueMention | undefined {
  const others = attitudes.filter((attitude) => !isPartOf(norm, attitude));
  return (
    others.find(({ kind, from, to }) => kind === 'call' && from < norm.from && to >= norm.to) ??
    others.find(({ from }) => from < Math.max(norm.to, norm.from + 1)) ??
    others.find((attitude) => MAY_FOLLOW.has(attitude.kind) && isAbout(view, attitude))
  );
}

/** "Gave up its opposition to", "lifted its veto": what is lifted is nobody's attitude any more. */
function isPartOf(norm: Norm, { kind, from }: CueMention): boolean {
  const isInside = from > norm.from && from < norm.to;
  return isInside && !((kind === 'tighten' || kind === 'request') && norm.kind === 'permitted');
}

/** "Whether he would lift the ban", "if the ban were lifted". */
function isHypothetical(view: SentenceView, clause: TokenRange, norm: Norm): boolean {
  // "Whether Ukraine may use them is for each state to decide": the question is whose decision it is.
  if (norm.kind === 'national') return false;
  return view.cues.some(
    ({ kind, from, to }) =>
      kind === 'hypothetical' &&
      from >= clause.from &&
      from < norm.from &&
      norm.from - from <= 16 &&
      !view.tokens.slice(to, norm.from).some(({ text }) => text === ','),
  );
}

/** "Persuade the White House to lift the ban": the one before "to" is asked and has done nothing. */
function isAskedOf({ view, mentions }: ReadSentence, norm: Norm): boolean {
  return (
    view.tokens[norm.from - 1]?.word === 'to' &&
    mentions.some(({ to, usage }) => to === norm.from - 1 && usage !== 'agent')
  );
}

/** "Lifting the limits would change little", "talks about allowing strikes": an act that is talked of. */
function isNamedOnly(view: SentenceView, clause: TokenRange, norm: Norm): boolean {
  const at = [norm.from, norm.from - 1, norm.from - 2].find((index) =>
    view.tokens[index]?.word.endsWith('ing'),
  );
  if (!ACTS.has(norm.kind) || at === undefined || at < clause.from) return false;
  const before = view.tokens[at - 1];
  const isOpening = at === clause.from && before?.text !== ',';
  return isOpening || /^[“"‘]$/.test(before?.text ?? '') || TALKED_OF.test(before?.word ?? '');
}

const ACTS: ReadonlySet<Norm['kind']> = new Set(['permitted', 'lifted', 'forbidden', 'imposed'] as const);
const TALKED_OF = /^(?:about|on|over|for|against|that|with|without|from|than|of|if|when|while)$/;

/** A heading or a question inside an article states nothing. */
function isHeadingOrQuestion({ sentence, tokens, isQuoted }: SentenceView): boolean {
  if (sentence.text.endsWith('?')) return !isQuoted.includes(true);
  return tokens.length <= 10 && !/[.!…:;,"”’]$/.test(sentence.text);
}

/** "Refused to send missiles that could strike Russia" is about sending. */
function isAboutDelivery({ read: { view }, clause, norm, attitude }: Statement): boolean {
  if (norm.kind === 'national') return false;
  const anchor = attitude?.from ?? norm.from;
  if (norm.from === norm.to)
    return view.cues.some(({ kind, from }) => kind === 'delivery' && from >= clause.from && from < clause.to);
  const delivery = view.cues.find(
    ({ kind, from }) => kind === 'delivery' && from >= Math.max(anchor, clause.from) && from < clause.to,
  );
  if (!delivery) return false;
  if (delivery.from >= norm.to) return delivery.from - norm.to <= 5;
  return attitude !== undefined && !isExplicit(view, norm);
}

/** Whether the norm hangs on a word of permission, and not on "could be used" alone. */
function isExplicit(view: SentenceView, norm: Norm): boolean {
  return view.cues.some(
    ({ kind, from }) =>
      from === norm.from &&
      (kind === 'permit' || kind === 'permission' || kind === 'lift' || kind === 'restriction'),
  );
}
