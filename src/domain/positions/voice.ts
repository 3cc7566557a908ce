import type { Actor, ActorMention } from './actors/actor-mention.ts';
import { mediaCredits } from './actors/media-credits.ts';
import { findSpeechIn, type Speech } from './actors/speaker.ts';
import type { Candidate } from './candidate.ts';
import type { Statement } from './find-statements.ts';
import type { Action, ActorType, Attribution } from './position.ts';
import type { TokenRange } from './sentence-view.ts';
import { isAttitudeNoun } from './stances/attitude-noun.ts';

/** Whose words carry a position, and how they are given. Without a speaker the article itself tells. */
export interface Voice {
  readonly speaker?: Actor | undefined;
  readonly attribution: Attribution;
}

/** What is done by saying it: whoever does it speaks, whatever the verb. */
const SPOKEN_ACTS: ReadonlySet<Action> = new Set([
  'CALLS_FOR_LIFTING',
  'REQUESTS_PERMISSION',
  'DECLARES_NO_RESTRICTION',
  'ENDORSES_RIGHT',
  'OPPOSES_LIFTING',
  'WARNS_AGAINST',
  'DEFERS_TO_NATIONAL_DECISION',
  'DENIES_REPORT',
] as const);

/** Actors that have a mouth; what a state or a group of them does is told by the article. */
const SPEAKING_TYPES: ReadonlySet<ActorType> = new Set([
  'person',
  'ministry/spokesperson',
  'organisation',
  'parliament/party',
  'armed forces',
  'anonymous official',
] as const);

/** Finds whose words carry a candidate: those of its sentence's speaker, of the actor, or the article's own. */
export function voiceOf(candidate: Pick<Candidate, 'statement' | 'actor' | 'action'>): Voice {
  const { view } = candidate.statement.read;
  const isQuoted = isInMarks(candidate);
  const speaker = isQuoted ? candidate.statement.read.speaker?.actor : speakerOf(candidate);
  const isNameless =
    view.cues.some(({ kind }) => kind === 'anonymous') &&
    (speaker === undefined || speaker.isOffice === true);
  if (speaker?.type === 'anonymous official' || isNameless)
    return { speaker: speaker ?? officialsIn(candidate), attribution: 'anonymous' };
  if (speaker === undefined) return told(candidate);
  return { speaker, attribution: isQuoted ? 'direct' : 'paraphrase' };
}

/** What an outlet reports without naming a source is as good as its sources are. */
function told({ statement }: Pick<Candidate, 'statement'>): Voice {
  const outlet = mediaCredits(statement.read).find(({ tells }) => tells)?.outlet;
  if (outlet === undefined) return { attribution: 'narration' };
  const speaker: Actor = { name: outlet, type: 'organisation', decides: false, isPronoun: false };
  return { speaker, attribution: 'anonymous' };
}

function speakerOf({ statement, actor, action }: Pick<Candidate, 'statement' | 'actor' | 'action'>) {
  const { hasOwnSpeaker } = statement.read;
  const { speaker } = speechOf(statement);
  const { attitude, read } = statement;
  // "The minister answered Berg's threat to …": the threat is Berg's
  if (attitude && isAttitudeNoun(read.view, attitude) && SPEAKING_TYPES.has(actor.type)) return actor;
  if (hasOwnSpeaker) return speaker && speaks(speaker) ? speaker.actor : undefined;
  const isAct = SPOKEN_ACTS.has(action) && SPEAKING_TYPES.has(actor.type);
  if (isAct) return actor;
  return speaker && speaks(speaker) && isSameSide(speaker.actor, actor) ? speaker.actor : undefined;
}

/** The speech that a statement is part of: that of its own clause, where that has another than the sentence. */
export function speechOf({ read, clause }: Statement): Partial<Speech> {
  const { view, mentions, speaker, speechAt } = read;
  const isOutside = speechAt !== undefined && (speechAt < clause.from || speechAt >= clause.to);
  const own = isOutside ? findSpeechIn(view, mentions, clause) : undefined;
  return own ?? { ...(speaker && { speaker }), ...(speechAt !== undefined && { verbAt: speechAt }) };
}

function speaks({ actor }: ActorMention): boolean {
  return actor.type !== 'government';
}

/** Whether what an actor does is the speaker's own, or his or her state's. */
export function isSameSide(speaker: Actor, actor: Actor): boolean {
  return speaker.name === actor.name || (speaker.country !== undefined && speaker.country === actor.country);
}

/** Whether the norm, or the attitude to it, is said in the speaker's own words. */
function isInMarks({ statement }: Pick<Candidate, 'statement'>): boolean {
  const { norm, attitude, read } = statement;
  const isQuoted = ({ from, to }: TokenRange) =>
    read.view.isQuoted.slice(from, Math.max(to, from + 1)).includes(true);
  return isQuoted(norm) || (attitude !== undefined && isQuoted(attitude));
}

/** Officials who are mentioned without a name, where the sentence rests on such. */
function officialsIn({ statement }: Pick<Candidate, 'statement'>): Actor | undefined {
  return statement.read.mentions.find(({ actor }) => actor.type === 'anonymous official')?.actor;
}
