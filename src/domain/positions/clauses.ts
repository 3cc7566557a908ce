import { CAN_WORDS, isNegator, SPEECH_VERBS } from '../text/reporting-words.ts';
import type { Token } from '../text/tokens.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { AnsweredQuestion } from './answered-question.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';
import { MAY_FOLLOW } from './stances/attitudes.ts';

const CONTRASTS: ReadonlySet<string> = new Set(
  'although but despite even however though whereas while yet'.split(' '),
);
const RELATIVES = /^(?:which|who|whose)$/;
/** How a sentence begins whose main clause comes after a comma. */
const OPENERS = /^(?:while|although|though|after|before|when|as|despite|since|following|if)$/;
const SPANS_OF_TIME = /^(?:days|hours|weeks|months|shortly|soon|just|immediately|one|two|three|a)$/;
const ADDITIONS = /^(?:and|adding|with|so|because|since|after|before|as|when|if)$/;

/** Whether a word sets what follows against what came before. */
export function isContrast(word: string): boolean {
  return CONTRASTS.has(word);
}

/**
 * Cuts a sentence into clauses that each say something of their own: one without a norm or an attitude belongs to the
 * clause before it, as "but only near the border" does.
 *
 * @param asked - the question that the sentence tells with its answer, when it does
 */
export function splitClauses(view: SentenceView, asked: AnsweredQuestion | undefined): TokenRange[] {
  const joined: TokenRange[] = [];
  // a question and its answer are one
  const oneUpTo = Math.max(asked?.question.from ?? 0, asked?.answer.from ?? 0);
  for (const clause of cutClauses(view)) {
    const last = joined.at(-1);
    const isOwn = hasOwnStatement(view, clause) || isMainClause(view, clause);
    if (last && (clause.from <= oneUpTo || !isOwn))
      joined[joined.length - 1] = { from: last.from, to: clause.to };
    else joined.push(clause);
  }
  return joined;
}

/** "While the policy could change, the minister …": what follows the comma stands by itself. */
function isMainClause(view: SentenceView, { from }: TokenRange): boolean {
  return (
    OPENERS.test(view.tokens[0]?.word ?? '') &&
    view.tokens[from - 1]?.text === ',' &&
    !view.tokens.slice(0, from - 1).some(({ text }) => text === ',') &&
    (/^(?:he|she|it|they)$/.test(view.tokens[from]?.word ?? '') ||
      view.cues.some((cue) => cue.kind === 'restriction' && cue.from - from <= 1 && cue.from >= from) ||
      view.actorMatches.some((match) => match.from - from <= 2 && match.from >= from))
  );
}

/** Cues that only say more of others. */
export const SAY_MORE: readonly CueKind[] = [
  'limit',
  'impose',
  'hypothetical',
  'anonymous',
  'reversal',
  'widened',
  'reaffirmed',
  'ended',
  'delivery',
];

/** Cues that are about something only together with others. */
const DEPENDENT: ReadonlySet<CueKind> = new Set([...SAY_MORE, 'use']);

function hasOwnStatement(view: SentenceView, clause: TokenRange): boolean {
  return (
    view.cues.some(
      (cue) =>
        cue.from >= clause.from &&
        cue.from < clause.to &&
        !DEPENDENT.has(cue.kind) &&
        !isPartOfLimit(view, cue),
    ) ||
    isSaidOfUse(view, clause) ||
    isNoToAnother(view, clause) ||
    isWithheld(view, clause)
  );
}

/** "But not its ATACMS missiles", "though not for strikes deep inside Russia": where a leave just told of ends. */
export function isWithheld({ tokens, objects, geos }: SentenceView, { from, to }: TokenRange): boolean {
  const [contrast, no, next] = tokens.slice(from, from + 3).map(({ word }) => word);
  if (!CONTRASTS.has(contrast ?? '') || no !== 'not' || NOT_OF.test(next ?? '')) return false;
  return [...objects, ...geos].some((range) => range.from > from && range.from - from <= 8 && range.to <= to);
}

/** "But not because", "but not yet". */
const NOT_OF = /^(?:all|always|because|everyone|only|until|with|without|yet)$/;

/** "But Storm Shadow may still not be fired there": what another thing may not do, stands by itself. */
function isNoToAnother({ tokens, cues, objects }: SentenceView, { from, to }: TokenRange): boolean {
  const named = objects.find((object) => object.from - from <= 3 && object.from >= from && object.to <= to);
  const use = cues.find((cue) => cue.kind === 'use' && cue.to <= to && named && cue.from > named.to);
  if (!CONTRASTS.has(tokens[from]?.word ?? '') || named === undefined || use === undefined) return false;
  const between = tokens.slice(named.to, use.from).map(({ word }) => word);
  return between.some((word) => CAN_WORDS.has(word) || word === 'must') && between.some(isNegator);
}

/** "But under certain conditions" limits what was said before it. */
function isPartOfLimit({ cues }: SentenceView, { kind, from, to }: CueMention): boolean {
  return (
    kind === 'restriction' &&
    cues.some((limit) => limit.kind === 'limit' && limit.from <= from && limit.to >= to)
  );
}

/** "Are intended only for use at home". */
const FOR_ONLY = /^(?:only|solely|exclusively|intended|meant)$/;

/** "While Berlin indicated that Ukraine can use …": a use that somebody speaks of stands by itself. */
function isSaidOfUse({ tokens, cues, actorMatches }: SentenceView, { from, to }: TokenRange): boolean {
  const saysAt = tokens.findIndex(({ word }, at) => at > from && at < to && SPEECH_VERBS.has(word));
  if (saysAt < 0 || !actorMatches.some((actor) => actor.from >= from && actor.to <= saysAt)) return false;
  return cues.some(
    (cue) =>
      cue.kind === 'use' &&
      cue.from > saysAt &&
      cue.to <= to &&
      tokens
        .slice(Math.max(saysAt, cue.from - 5), cue.from)
        .some(({ word }) => CAN_WORDS.has(word) || FOR_ONLY.test(word)),
  );
}

/**
 * Cuts a sentence where another clause with its own actor may begin: at semicolons, at contrasts, and at commas
 * before a conjunction. Quoted speech is cut like any other. A clause never has fewer than four words.
 */
function cutClauses(view: SentenceView): TokenRange[] {
  const { tokens } = view;
  const cuts: number[] = [];
  for (let at = 0; at < tokens.length; at += 1)
    if (mayStartClause(view, at) && isClauseStart(view, at)) cuts.push(at);
  const clauses: TokenRange[] = [];
  let from = 0;
  for (const cut of [...cuts, tokens.length]) {
    const isShort = cut - from < 4 && cut < tokens.length;
    if (isShort) continue;
    if (cut > from) clauses.push({ from, to: cut });
    from = cut;
  }
  return clauses;
}

/** "Two days after Biden allowed …": another's act, told for its time. */
function isSomeTimeAfter({ tokens, actorMatches }: SentenceView, at: number): boolean {
  return (
    /^(?:after|before)$/.test(tokens[at]?.word ?? '') &&
    /^(?:days?|hours?|weeks?|months?|shortly|soon|just)$/.test(tokens[at - 1]?.word ?? '') &&
    actorMatches.some(({ from }) => from > at && from - at <= 3)
  );
}

/** "Rome allows no shot across the border and Budapest rejects the idea": each says something of its own. */
function isAnotherActing(view: SentenceView, at: number): boolean {
  const { tokens, actorMatches } = view;
  if (tokens[at]?.word !== 'and') return false;
  const actor = actorMatches.find(({ from }) => from === at + 1);
  return (
    actor !== undefined &&
    isStated(
      view,
      ({ from }) => from === actor.to || (from === actor.to + 1 && mayStandBetween(tokens[actor.to])),
    ) &&
    isStatedBefore(view, at)
  );
}

/** Between one who acts and what is said of the act: "Budapest is opposed", "Oslo also refuses". */
function mayStandBetween(token: Token | undefined): boolean {
  return /^(?:is|are|was|were|has|have|had|does|did|will|would|also|still)$/.test(token?.word ?? '');
}

/** "Has not permitted it and is seeking consent": of one who does two things, each is said by itself. */
function isSecondPredicate(view: SentenceView, at: number): boolean {
  return (
    view.tokens[at]?.word === 'and' &&
    /^(?:is|are|was|were|has|have|had)$/.test(view.tokens[at + 1]?.word ?? '') &&
    isStated(view, ({ from }) => from > at && from - at <= 4) &&
    isStatedBefore(view, at)
  );
}

/** Whether a cue says something by itself at a place. */
function isStated({ cues }: SentenceView, isHere: (cue: CueMention) => boolean): boolean {
  return cues.some((cue) => !DEPENDENT.has(cue.kind) && isHere(cue));
}

function isStatedBefore(view: SentenceView, at: number): boolean {
  return isStated(view, ({ to }) => to < at && at - to <= 16);
}

/** "Said that nothing had changed and that they were free to use it": two things are said. */
function isSecondThat({ tokens, cues }: SentenceView, at: number): boolean {
  return (
    tokens[at]?.word === 'and' &&
    tokens[at + 1]?.word === 'that' &&
    !cues.some(({ kind, from }) => kind === 'user-decides' && from > at) &&
    tokens.some(
      ({ word }, index) => index < at && word === 'that' && SPEECH_VERBS.has(tokens[index - 1]?.word ?? ''),
    )
  );
}

/** "Unlike Washington, which bars it, Warsaw has no limits": where another's relative clause ends. */
function isAfterRelative({ tokens, actorMatches, cues }: SentenceView, at: number): boolean {
  if (tokens[at - 1]?.text !== ',' || !actorMatches.some(({ from }) => from === at || from === at + 1))
    return false;
  const opening = tokens.findLastIndex(({ text }, index) => index < at - 1 && text === ',');
  const isStatedIn = (start: number, end: number) =>
    cues.some(({ kind, from }) => !DEPENDENT.has(kind) && from >= start && from < end);
  return (
    RELATIVES.test(tokens[opening + 1]?.word ?? '') && isStatedIn(opening, at) && isStatedIn(at, at + 12)
  );
}

/** "Italy and Belgium, however, remain opposed": a word between a subject and its verb starts nothing. */
function isAside({ tokens, cues }: SentenceView, at: number): boolean {
  return (
    /^(?:however|though)$/.test(tokens[at]?.word ?? '') &&
    tokens[at - 1]?.text === ',' &&
    tokens[at + 1]?.text === ',' &&
    !cues.some(({ to }) => to <= at)
  );
}

/** "London allowed it first, a step welcomed by Vilnius": what others think of it. */
function isVerdict({ tokens, cues }: SentenceView, at: number): boolean {
  return (
    /^(?:a|the)$/.test(tokens[at]?.word ?? '') &&
    /^(?:decision|move|step|policy|position|stance|view|call|idea|reversal|change|shift)$/.test(
      tokens[at + 1]?.word ?? '',
    ) &&
    cues.some(
      ({ kind, from, to }) =>
        (kind === 'support' || kind === 'oppose') &&
        from > at &&
        to <= at + (/^(?:reversal|change|shift)$/.test(tokens[at + 1]?.word ?? '') ? 10 : 6),
    )
  );
}

/** "Moscow would respond to shots at it, a move which the White House has been mulling": what another does about it. */
function isStepOfAnother({ tokens, cues, actorMatches }: SentenceView, at: number): boolean {
  const article = tokens[at]?.word ?? '';
  if (!/^(?:a|the|something)$/.test(article) || tokens[at + 2] === undefined) return false;
  const isThing = article === 'something' || STEP.test(tokens[at + 1]?.word ?? '');
  const behind = article === 'something' ? at + 1 : at + 2;
  const actor = actorMatches.find(({ from }) => from > behind && from - behind <= 2);
  if (!isThing || !/^(?:that|which)$/.test(tokens[behind]?.word ?? '') || !actor) return false;
  return cues.some(({ kind, from }) => MAY_FOLLOW.has(kind) && from >= actor.to && from - actor.to <= 4);
}

const STEP = /^(?:decision|move|step|policy|idea|request|question|change|option|measure|possibility)$/;

/** "Called on Paris, London, and Berlin to allow": the last of those named starts nothing. */
function isLastOfList({ tokens, actorMatches }: SentenceView, at: number): boolean {
  if (tokens[at]?.word !== 'and') return false;
  const endingAt = (end: number) => actorMatches.find(({ to }) => to === end);
  const last = actorMatches.find(
    ({ from }) => from === at + 1 || (from === at + 2 && tokens[at + 1]?.word === 'the'),
  );
  const second = endingAt(at - 1);
  if (last === undefined || second === undefined) return false;
  const before = tokens[second.from - 1]?.word === 'the' ? second.from - 2 : second.from - 1;
  return tokens[before]?.text === ',' && endingAt(before) !== undefined;
}

/** "Berlin — along with Paris and London — no longer sets limits": neither the aside nor what goes on after it. */
function isParenthesis({ tokens }: SentenceView, at: number): boolean {
  const isDash = (index: number) => /^[—–]$/.test(tokens[index]?.text ?? '');
  const isAsideAt = (index: number) =>
    /^(?:along|together|including|like|alongside|as)$/.test(tokens[index]?.word ?? '') &&
    tokens.slice(index, index + 20).some((_, offset) => isDash(index + offset));
  if (!isDash(at - 1)) return false;
  const opening = tokens.findLastIndex((_, index) => index < at - 1 && isDash(index));
  return isAsideAt(at) || (opening >= 0 && isAsideAt(opening + 1));
}

/** "As the governments of Oslo and Rome made clear": nothing but such words between. */
function isRightBehind({ tokens }: SentenceView, at: number, actor: number): boolean {
  return (
    actor > at &&
    actor - at <= 4 &&
    tokens
      .slice(at + 1, actor)
      .every(({ word }) => /^(?:the|governments?|of|leaders?|its|ministers?)$/.test(word))
  );
}

/** Behind which marks, and with which words, a clause may begin at all: few tokens need a closer look. */
const MARKS_BEFORE: ReadonlySet<string> = new Set([',', ';', ':', '-', '–', '—']);
const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...'after and as because before since when'.split(' '),
  ...CONTRASTS,
]);

function mayStartClause({ tokens }: SentenceView, at: number): boolean {
  return at > 0 && (FIRST_WORDS.has(tokens[at]?.word ?? '') || MARKS_BEFORE.has(tokens[at - 1]?.text ?? ''));
}

function isClauseStart(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  const before = view.tokens[at - 1]?.text ?? '';
  if (!token) return false;
  if (/^[;—–]$/.test(before)) return !isParenthesis(view, at);
  if (
    before === '-' &&
    (view.tokens[at - 1]?.start ?? 0) > (view.tokens[at - 2]?.end ?? 0) &&
    token.start > (view.tokens[at - 1]?.end ?? 0)
  ) {
    return true;
  }
  if (before === ':' && /^(?:let|allow|lift|give|drop)$/.test(token.word)) return true;
  if (isAside(view, at) || isLastOfList(view, at)) return false;
  if (before === ',' && (isVerdict(view, at) || isStepOfAnother(view, at))) return true;
  if (CONTRASTS.has(token.word)) return token.word !== 'yet' && token.word !== 'even' ? true : before === ',';
  if (token.word === 'following' && before === ',') return true;
  if (
    /^(?:as|when|because|since|after)$/.test(token.word) &&
    before !== 'well' &&
    view.actorMatches.some(({ from }) => isRightBehind(view, at, from))
  )
    return true;
  if (isSomeTimeAfter(view, at) || isAnotherActing(view, at) || isAfterRelative(view, at)) return true;
  if (isSecondThat(view, at) || isSecondPredicate(view, at)) return true;
  if (before === ',' && isMainClause(view, { from: at, to: at })) return true;
  if (before === ',' && SPANS_OF_TIME.test(token.word))
    return view.tokens.slice(at + 1, at + 4).some(({ word }) => word === 'after' || word === 'before');
  return (
    before === ',' &&
    (ADDITIONS.test(token.word) || RELATIVES.test(token.word) || SPEECH_VERBS.has(token.word))
  );
}
