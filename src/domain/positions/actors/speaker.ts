import { SPEECH_VERBS } from '../../text/reporting-words.ts';
import { isCapitalised } from '../../text/tokens.ts';
import { isWithin, type SentenceView, type TokenRange, wordsIn } from '../sentence-view.ts';
import type { ActorMention } from './actor-mention.ts';

/** Who is reported to have said what a sentence says. */
export interface Speech {
  readonly speaker: ActorMention;
  /** Token of the reporting verb. */
  readonly verbAt: number;
}

/** At most so many tokens stand between a speaker and the verb: "Biden, who met allies in Rome, said". */
const REACH = 16;

/** Finds the speaker of a sentence: "X said", "said X", "according to X". The verb nearest to an actor wins. */
export function findSpeech(view: SentenceView, mentions: readonly ActorMention[]): Speech | undefined {
  if (mentions.length === 0) return undefined;
  const actors = mentions.filter(
    ({ usage, actor }) => usage === 'free' || actor.type === 'anonymous official',
  );
  return (
    accordingTo(view, mentions) ??
    subjectOfVerb(view, actors) ??
    invertedSubject(view, actors) ??
    inOpinionOf(view, mentions)
  );
}

function accordingTo(view: SentenceView, mentions: readonly ActorMention[]): Speech | undefined {
  const at = view.tokens.findIndex(
    ({ word }, index) => word === 'according' && view.tokens[index + 1]?.word === 'to',
  );
  if (at < 0) return undefined;
  const speaker = mentions.find(
    ({ from }) =>
      from >= at + 2 &&
      from <= at + 6 &&
      !view.tokens.slice(at + 2, from).some(({ text }) => text === ',' || /^\p{Lu}/u.test(text)),
  );
  return speaker ? { speaker, verbAt: at } : undefined;
}

/** "In his opinion", "in Borrell's view", "in the view of the Commission". */
function inOpinionOf(view: SentenceView, mentions: readonly ActorMention[]): Speech | undefined {
  const at = view.tokens.findIndex(({ word }) => OPINION.test(word));
  const isOf = view.tokens[at + 1]?.word === 'of';
  const speaker = mentions.find(({ from, to, usage }) =>
    isOf
      ? at <= 2 && from > at + 1 && from - at <= 3
      : usage === 'possessive' && from <= 3 && at - to >= 0 && at - to <= 1,
  );
  return speaker && view.tokens.slice(0, Math.min(speaker.from, at)).some(({ word }) => word === 'in')
    ? { speaker, verbAt: at }
    : undefined;
}

const OPINION = /^(?:opinion|view|words|eyes)$/;

function isSpeechVerb(view: SentenceView, at: number): boolean {
  const word = view.tokens[at]?.word ?? '';
  if (!MAY_TELL.has(word)) return false;
  const isVerb = SPEECH_VERBS.has(word) || tellsWithOthers(view, at, word);
  return isVerb && !view.isQuoted[at] && !isNoun(view, at);
}

/** Verbs of saying, and words that only others beside them make one. */
const MAY_TELL: ReadonlySet<string> = new Set([
  ...SPEECH_VERBS,
  'clear',
  'down',
  'held',
  'known',
  'out',
  'plain',
  'statement',
]);

/** "Made it clear", "held that", "issued the following statement". */
function tellsWithOthers(view: SentenceView, at: number, word: string): boolean {
  return (
    (/^(?:clear|known|plain)$/.test(word) && MADE.test(wordsIn(view, at - 3, at))) ||
    (/^(?:down|held|known|out)$/.test(word) && view.tokens[at + 1]?.word === 'that') ||
    (word === 'statement' &&
      /\b(?:released|issued|published) (?:the following|a|this)\b/.test(wordsIn(view, at - 3, at)))
  );
}

/** "The United States", "member states": no verb where it names somebody, or states nothing. */
function isNoun({ tokens, actorMatches }: SentenceView, at: number): boolean {
  if (isWithin(at, actorMatches)) return true;
  const next = tokens[at + 1]?.word ?? '';
  return tokens[at]?.word === 'states' && next !== 'that' && /^\p{L}/u.test(next);
}

/** Finds who says what a clause of a sentence says, by a verb of its own: "…, though the ministry maintains …". */
export function findSpeechIn(
  view: SentenceView,
  mentions: readonly ActorMention[],
  clause: TokenRange,
): Speech | undefined {
  const actors = mentions.filter(({ usage, from }) => usage === 'free' && from >= clause.from);
  return subjectOfVerb(view, actors, clause);
}

function subjectOfVerb(
  view: SentenceView,
  actors: readonly ActorMention[],
  clause: TokenRange = { from: 0, to: view.tokens.length },
): Speech | undefined {
  if (actors.length === 0) return undefined;
  for (let at = clause.from; at < clause.to; at += 1) {
    if (!isSpeechVerb(view, at) || isOfUnknownName(view, actors, at) || isInvertedAt(view, actors, at))
      continue;
    const speaker = subjectBefore(view, actors, at);
    if (speaker) return { speaker, verbAt: at };
  }
  return undefined;
}

function subjectBefore(
  view: SentenceView,
  actors: readonly ActorMention[],
  at: number,
): ActorMention | undefined {
  const before = actors.filter(
    ({ from, to, usage }) =>
      usage !== 'possessive' &&
      to <= at &&
      at - from <= REACH + (to - from) &&
      !view.isQuoted[from] &&
      !isBracketed(view, from, at),
  );
  const last = isParticiple(view, at) ? before[0] : before.at(-1);
  return (last && describedBy(view, before, last)) ?? last;
}

/** "Berg singled out Oslo, saying that": the one who did says it, and not who stands nearest. */
function isParticiple({ tokens }: SentenceView, at: number): boolean {
  return (
    /^(?:saying|adding|telling|arguing|warning|claiming|insisting|stressing|noting)$/.test(
      tokens[at]?.word ?? '',
    ) && tokens[at - 1]?.text === ','
  );
}

/** "The minister (of the Union) said": what is bracketed says nothing. */
function isBracketed({ tokens }: SentenceView, from: number, verbAt: number): boolean {
  const marks = tokens.slice(from, verbAt).find(({ text }) => text === '(' || text === ')');
  return marks?.text === ')';
}

/** "Ukraine has the right, Doe said": a name that nobody knows is not the one before it. */
function isOfUnknownName({ tokens }: SentenceView, actors: readonly ActorMention[], at: number): boolean {
  const name = tokens[at - 1];
  const isAfterClause = tokens[at - 2]?.text === ',';
  return (
    isAfterClause &&
    isCapitalised(name) &&
    !DAYS.test(name?.word ?? '') &&
    !actors.some(({ from, to }) => from < at && to >= at)
  );
}

/** "… launches its attacks, stated the ambassador": nothing follows the name that it could be the subject of. */
function isInvertedAt(view: SentenceView, actors: readonly ActorMention[], at: number): boolean {
  const after = actors.find(({ from }) => from > at && from - at <= 4);
  return (
    /^[,–—-]$/.test(view.tokens[at - 1]?.text ?? '') &&
    !ADDRESSES.test(view.tokens[at]?.word ?? '') &&
    after !== undefined &&
    /^(?:[.,;”"]?|on|in|at|during|after|before|to)$/.test(view.tokens[after.to]?.word ?? '')
  );
}

/** Verbs whose object is the one who is spoken to. */
const ADDRESSES =
  /^(?:told|tells|urged|urges|warned|warns|reminded|reminds|informed|briefed|assured|accused|charged|denounced|criticised|criticized|condemned)$/;
const DAYS = /day$/;

/** "Ed Doe, an expert of the party, said": the expert is a description of the one named right before. */
function describedBy(
  { tokens }: SentenceView,
  actors: readonly ActorMention[],
  last: ActorMention,
): ActorMention | undefined {
  if (!isNameless(last.actor)) return undefined;
  return actors.findLast(
    ({ to, actor }) =>
      actor.type === 'person' &&
      !isNameless(actor) &&
      tokens[to]?.text === ',' &&
      last.from > to &&
      last.from - to <= 8,
  );
}

function isNameless({ isOffice, role }: ActorMention['actor']): boolean {
  return isOffice === true && (role === 'expert' || role === 'lawmaker' || role === 'adviser');
}

const MADE = /\b(?:made|makes|make|making)(?: it)?(?: very| quite| absolutely| be)?$/;

/** Inversion follows a comma or a quotation: in "Ed Doe said Ukraine …" the verb has its subject before it. */
function mayBeInverted(view: SentenceView, at: number): boolean {
  const before = view.tokens[at - 1]?.text ?? '';
  return before === '' || /^[,“”"’—–-]$/.test(before);
}

/** "…, warned the minister". */
function invertedSubject(view: SentenceView, actors: readonly ActorMention[]): Speech | undefined {
  if (actors.length === 0) return undefined;
  for (let at = 0; at < view.tokens.length; at += 1) {
    if (!isSpeechVerb(view, at) || !mayBeInverted(view, at) || view.tokens[at]?.word === 'told') continue;
    const speaker = actors.find(({ from }) => from > at && from - at <= 4);
    if (speaker && isAddressed(view, at, speaker)) continue;
    if (speaker && !isSubjectOfMore(view, speaker)) return { speaker, verbAt: at };
  }
  return undefined;
}

/** "…, on Thursday, warned the allies that": they are spoken to. "…, warned Doe." ends with who speaks. */
function isAddressed({ tokens }: SentenceView, verbAt: number, { to }: ActorMention): boolean {
  return ADDRESSES.test(tokens[verbAt]?.word ?? '') && /^\p{L}/u.test(tokens[to]?.text ?? '');
}

/** "Doe said the allies should not": who goes on to act is spoken of, and does not speak. */
function isSubjectOfMore({ tokens }: SentenceView, { to }: ActorMention): boolean {
  return /^(?:should|must|would|will|can|could|may|might|shall|cannot|ought)$/.test(tokens[to]?.word ?? '');
}
