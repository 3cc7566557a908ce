import type { Topic } from '../../topics/topic.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import { jointActors } from '../actors/joint-actors.ts';
import type { Candidate } from '../candidate.ts';
import { findWeapon } from '../find-weapon.ts';
import { type Action, POLARITY } from '../position.ts';
import type { ReadSentence } from '../read-article.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';
import { takenOver } from '../taken-over.ts';
import { partyOf } from './standing-in-topic.ts';

/** At most so many sentences lie between a position and the word that somebody takes the same. */
const REACH = 2;
const SAME = '(?:very |much |broadly |exactly )?(?:same|similar|identical)';
const OF_DECISION = '(?:announcement|change|course|decision|move|permission|policy|shift|step)s?';
const OF_VIEW =
  '(?:approach|argument|attitude|case|conclusion|line|opinion|point|position|stance|stand|tack|view)s?';
const TAKES =
  '(?:adopt(?:ed|s)?|announced|came to|defend(?:ed|s)|g[ai]ven?|h[eo]lds?|issued|ma[dk]e|makes|reached|share[ds]?|taken?|takes|took)';
/** "Took a similar decision", "has done the same", "followed suit": one who acted as another did. */
const ACTED = new RegExp(
  `\\b(?:${TAKES} (?:an? |the )?${SAME} ${OF_DECISION}|(?:did|does|done) (?:the same|likewise|so too)|(?:followed|follows) (?:suit|(?:his|her|its|the|their) (?:lead|example)))\\b`,
);
/** "Takes the same line", "is of the same mind", "said the same": one who thinks as another does. */
const THOUGHT = new RegExp(
  `\\b(?:${TAKES} (?:an? |the )?${SAME} ${OF_VIEW}|(?:of|to) the same (?:mind|opinion|view|effect)|(?:said|says|saying) (?:much |exactly |broadly )?the same)\\b(?! (?:afternoon|applie[ds]|appl(?:y|ies)|day|evening|interview|month|morning|night|time|week|year))`,
);
/** "So has Denmark": who it is stands behind. */
const SO = /(?<=^|[;,—–-] |[;,] and )so (?:are|did|do|does|had|has|have|is|was|were)(?= )/;
const STANDS =
  '(?:are|has been|have been|is|remains?|stays?|was|were) (?:also |firmly |likewise |still |strongly |too )?';
const CLOSED = '(?= ?(?:[.;:!?,]|$))';
/** "Hungary and Italy are against.", "Estonia was in favour": of what was just told. */
const AGAINST = new RegExp(
  `\\b${STANDS}(?:against(?: it| that| the idea)?|opposed(?: to (?:it|that|the idea))?)${CLOSED}`,
);
const IN_FAVOUR = new RegExp(`\\b${STANDS}(?:in favou?r(?: of (?:it|that|the idea))?|for it)${CLOSED}`);
/** What is not done, not yet, or only wished. */
const NOT_DONE =
  /\b(?:no|not|never|nobody|n't|ask(?:s|ed|ing)?|call(?:s|ed|ing)?|could|declin\w+|expect\w*|hop(?:e|es|ed|ing)|if|likely|may|might|press\w*|refus\w+|should|urg(?:e|es|ed|ing)|want\w*|whether|will|would)\b/;
/** So many characters before the word of sameness tell whether it is done. */
const REACH_OF_NOT = 60;

/** What somebody does as another did, or thinks of what was told. */
type EchoKind = 'acts' | 'thinks' | 'so' | 'against' | 'in favour';

/** The first that matches decides. */
const ECHOES: readonly (readonly [EchoKind, RegExp])[] = [
  ['so', SO],
  ['acts', ACTED],
  ['thinks', THOUGHT],
  ['against', AGAINST],
  ['in favour', IN_FAVOUR],
];

/** What is thought of the topic at large, whatever the position told before. */
const OPINIONS: Readonly<Partial<Record<EchoKind, Action>>> = {
  against: 'OPPOSES_LIFTING',
  'in favour': 'CALLS_FOR_LIFTING',
};

/** What every echo has in it. */
const MAY_ECHO = /\bso\b|same|similar|identical|likewise|suit|lead|example|against|opposed|favou?r|for it/;

interface Echo {
  readonly kind: EchoKind;
  readonly range: TokenRange;
}

/**
 * Positions that a sentence gives by saying that somebody takes the same as another did before: "Washington lifted the
 * ban. Berlin followed suit." What was threatened, asked for or only reported is not repeated.
 */
export function echoed(
  sentences: readonly ReadSentence[],
  candidates: readonly Candidate[],
  topic: Topic,
): Candidate[] {
  return sentences.flatMap((read) => {
    const before = candidates.filter((candidate) => isShortlyBefore(candidate, read));
    const echo = before.length > 0 ? echoIn(read) : undefined;
    if (echo === undefined) return [];
    const by = echoers(read, echo, topic);
    const model = modelOf(echo, before, by);
    if (model === undefined) return [];
    return by
      .filter(({ actor }) => !isKnown(actor.country, read, candidates))
      .map((mention) => asTheirs(model, mention, read, echo, topic));
  });
}

function isShortlyBefore({ statement }: Candidate, { view }: ReadSentence): boolean {
  const distance = view.index - statement.read.view.index;
  return distance >= 0 && distance <= REACH;
}

function echoIn({ view }: ReadSentence): Echo | undefined {
  const text = view.sentence.text.toLowerCase();
  if (!MAY_ECHO.test(text)) return undefined;
  for (const [kind, pattern] of ECHOES) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const before = text.slice(Math.max(0, found.index - REACH_OF_NOT), found.index);
    return NOT_DONE.test(before) ? undefined : { kind, range: tokensOf(view, found) };
  }
  return undefined;
}

function tokensOf({ sentence, tokens }: SentenceView, { index, 0: words }: RegExpExecArray): TokenRange {
  const start = sentence.start + index;
  const to = tokens.findIndex((token) => token.start >= start + words.length);
  return { from: tokens.findIndex(({ end }) => end > start), to: to < 0 ? tokens.length : to };
}

/**
 * Who takes the same: the subject of the word of sameness with those joined to it, else the speaker. "A day after
 * Washington" names the model.
 */
function echoers({ view, mentions, speaker }: ReadSentence, echo: Echo, topic: Topic): ActorMention[] {
  const { from, to } = echo.range;
  const isBehind = echo.kind === 'so';
  const subject = isBehind
    ? mentions.find((mention) => mention.from >= to && mention.from - to <= SUBJECT_WITHIN)
    : (mentions.findLast((mention) => mention.to <= from && mention.usage === 'free') ?? speaker);
  if (subject === undefined) return [];
  return jointActors(view, mentions, subject).filter(
    ({ actor: { country }, to: end }) =>
      country !== undefined &&
      country !== topic.recipient &&
      country !== topic.adversary &&
      (isBehind || subject === speaker || end <= from),
  );
}

const SUBJECT_WITHIN = 3;

/** The position told last before, in the sentence or shortly before it; of two that a sentence gives, what was allowed. */
function modelOf(
  { kind }: Echo,
  candidates: readonly Candidate[],
  by: readonly ActorMention[],
): Candidate | undefined {
  const own = new Set(by.map(({ actor }) => actor.country));
  const isOpinion = OPINIONS[kind] !== undefined;
  const before = candidates.filter(
    ({ action, actor }) => isOpinion || (REPEATED.has(action) && !own.has(actor.country)),
  );
  const last = Math.max(...before.map(({ statement }) => statement.read.view.index));
  const nearest = before.filter(({ statement }) => statement.read.view.index === last);
  const allowed = nearest.filter(({ action }) => POLARITY[action] === 'pro');
  return (kind === 'acts' ? allowed : nearest).at(-1) ?? nearest.at(-1);
}

const REPEATED: ReadonlySet<Action> = new Set([
  'CALLS_FOR_LIFTING',
  'CONSIDERING',
  'DECLARES_NO_RESTRICTION',
  'DEFERS_TO_NATIONAL_DECISION',
  'EASES',
  'ENDORSES_RIGHT',
  'MAINTAINS_RESTRICTION',
  'OPPOSES_LIFTING',
  'PERMITS',
  'PERMITS_WITH_LIMITS',
] as const);

function isKnown(country: string | undefined, read: ReadSentence, candidates: readonly Candidate[]): boolean {
  return candidates.some(({ actor, statement }) => statement.read === read && actor.country === country);
}

function asTheirs(
  model: Candidate,
  { actor }: ActorMention,
  read: ReadSentence,
  { kind, range }: Echo,
  topic: Topic,
): Candidate {
  const statement = takenOver(model.statement, read, range);
  const weapon = findWeapon(read, statement.clause, actor.country, topic);
  return {
    ...model,
    action: OPINIONS[kind] ?? model.action,
    actor,
    weapon,
    party: partyOf(actor, weapon.objects, weapon.suppliers, topic),
    statement,
  };
}
