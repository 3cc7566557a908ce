import { CAN_WORDS } from '../text/reporting-words.ts';
import type { Topic } from '../topics/topic.ts';
import type { Norm } from './norms/norm.ts';
import type { ReadSentence } from './read-article.ts';
import { type CueMention, type SentenceView, type TokenRange, wordsIn } from './sentence-view.ts';
import type { SetAsideReason } from './set-aside.ts';

/** Why a clause that is about the norm states nothing of it, or nothing when it does. */
export function whyUnasserted(
  read: ReadSentence,
  clause: TokenRange,
  norm: Norm,
  attitude: CueMention | undefined,
  topic: Topic,
): SetAsideReason | undefined {
  if (read.isQuestion || isHeadingOrQuestion(read.view)) return 'heading-or-question';
  if (isNobodysOpening(read, clause)) return 'opening-of-nobody';
  if (attitude !== undefined) {
    // "each friend who can persuade the allies": nobody has done it
    if (attitude.kind === 'call' && CAN_WORDS.has(read.view.tokens[attitude.from - 1]?.word ?? ''))
      return 'only-possible';
    return attitude.kind === 'call' && isAskedWhether(read.view, norm, attitude) ? 'hypothetical' : undefined;
  }
  if (isHypothetical(read.view, clause, norm)) return 'hypothetical';
  if (isAskedOf(read, norm, topic)) return 'only-asked-of';
  if (isNamedOnly(read.view, clause, norm)) return 'only-named';
  return isOnlyPossible(read.view, norm) ? 'only-possible' : undefined;
}

/** "While the policy could change, …": an opening that names nobody is nobody's position. */
function isNobodysOpening({ view, mentions }: ReadSentence, clause: TokenRange): boolean {
  return (
    clause.from === 0 &&
    /^(?:while|although|though)$/.test(view.tokens[0]?.word ?? '') &&
    !mentions.some(({ from }) => from < clause.to)
  );
}

/**
 * "An advocate of strikes, raising questions about whether he would allow": what is open is not called for. "Should
 * consider whether they could be used" is a call to think about it.
 */
function isAskedWhether({ cues, tokens }: SentenceView, norm: Norm, attitude: CueMention): boolean {
  return cues.some(
    ({ kind, from }) =>
      kind === 'hypothetical' &&
      from >= attitude.to &&
      from < norm.from &&
      tokens[from]?.word === 'whether' &&
      !tokens.slice(from - 2, from).some(({ word }) => WEIGHED.test(word)),
  );
}

const WEIGHED = /^(?:(?:re)?consider|rethink|(?:re)?think|discuss|review|weigh|examine)(?:ing)?$/;

/** "A statement that would allow": it allows nothing yet. */
function isOnlyPossible(view: SentenceView, norm: Norm): boolean {
  const words = view.tokens.slice(Math.max(0, norm.from - 3), norm.from).map(({ word }) => word);
  return /\b(?:which|that) (?:would|could|might)\b/.test(words.join(' ')) && norm.kind !== 'used';
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

/**
 * "Persuade the White House to lift the ban": the one before "to" is asked and has done nothing. "Allows Ukraine to use
 * them only at home": the recipient is not asked.
 */
function isAskedOf({ view, mentions }: ReadSentence, norm: Norm, topic: Topic): boolean {
  return (
    view.tokens[norm.from - 1]?.word === 'to' &&
    mentions.some(
      ({ from, to, usage, actor }) =>
        to === norm.from - 1 &&
        usage !== 'agent' &&
        actor.country !== topic.recipient &&
        !isTakersOwn(view, from),
    )
  );
}

/** "The decision of the United States to allow": its own, and not asked of it. */
function isTakersOwn(view: SentenceView, at: number): boolean {
  return /\b(?:decision|permission|move|step|readiness|willingness) (?:by|of)(?: the)?$/.test(
    wordsIn(view, at - 3, at),
  );
}

/** "Lifting the limits would change little", "talks about allowing strikes": an act that is talked of. */
function isNamedOnly(view: SentenceView, clause: TokenRange, norm: Norm): boolean {
  const at = [norm.from, norm.from - 1, norm.from - 2].find((index) =>
    view.tokens[index]?.word.endsWith('ing'),
  );
  if (!ACTS.has(norm.kind) || at === undefined || at < clause.from) return false;
  const before = view.tokens[at - 1];
  if (before?.word === 'about' && view.tokens[at - 2]?.word === 'set') return false;
  const isOpening = at === clause.from && before?.text !== ',';
  return isOpening || /^[“"‘]$/.test(before?.text ?? '') || TALKED_OF.test(before?.word ?? '');
}

const ACTS: ReadonlySet<Norm['kind']> = new Set(['permitted', 'lifted', 'forbidden', 'imposed'] as const);
const TALKED_OF = /^(?:about|on|over|for|against|that|with|from|than|of|if|when|while)$/;

/** A heading or a question inside an article states nothing. */
function isHeadingOrQuestion({ sentence, tokens, isQuoted }: SentenceView): boolean {
  if (sentence.text.endsWith('?')) return !isQuoted.includes(true);
  return tokens.length <= 10 && !/[.!…:;,"”’]$/.test(sentence.text);
}
