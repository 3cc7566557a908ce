import type { Topic } from '../../topics/topic.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import { type Candidate, candidateBy } from '../candidate.ts';
import type { Statement } from '../find-statements.ts';
import { POLARITY } from '../position.ts';

/** What somebody has taken or given, and no "plan" or "proposal". */
const DECISION =
  /^(?:ahead|announcement|approval|authori[sz]ation|consent|decision|light|move|nod|permission|step)$/;
/** How far before the norm the word for the decision stands: "the decision of the outgoing president to allow". */
const REACH = 12;
/** Adjectives between the owner and the decision: "Biden's eleventh-hour decision". */
const MAX_BETWEEN = 3;

/**
 * The permission that a reaction is about, as the position of those who gave it: "Fico condemned Biden's decision to
 * let it strike" tells of two. Nothing where the decision is not said to be somebody's, or is still to be taken.
 */
export function decisionJudged(
  statement: Statement,
  found: readonly Candidate[],
  topic: Topic,
): readonly Candidate[] {
  if (!isReaction(statement)) return [];
  const owner = takerOf(statement);
  const country = owner?.actor.country;
  if (owner === undefined || country === undefined) return [];
  if (country === topic.recipient || country === topic.adversary) return [];
  if (found.some(({ actor, action }) => actor.country === country && POLARITY[action] === 'pro')) return [];
  const { norm } = statement;
  const taken = candidateBy(
    { ...statement, attitude: undefined, norm: { ...norm, modality: 'fact' } },
    owner.actor,
    topic,
  );
  return typeof taken !== 'string' && POLARITY[taken.action] === 'pro' ? [taken] : [];
}

function isReaction({ norm, attitude }: Statement): boolean {
  const isLeave = norm.from < norm.to && (norm.kind === 'permitted' || norm.kind === 'lifted');
  return isLeave && /^(?:oppose|refuse|support|warn)$/.test(attitude?.kind ?? '');
}

function takerOf(statement: Statement): ActorMention | undefined {
  const { read, norm, clause } = statement;
  const words = read.view.tokens.map(({ word }) => word);
  const from = Math.max(clause.from, norm.from - REACH);
  const at = words.findLastIndex((word, index) => index >= from && index < norm.to && DECISION.test(word));
  if (at < 0) return actingBefore(statement);
  // "Hungarian politicians condemned the decision": who judges it does not own it
  const judgedAt = statement.attitude?.to ?? 0;
  return ownerOf(
    read.mentions.filter(({ from }) => judgedAt > at || from >= judgedAt),
    words,
    at,
  );
}

function ownerOf(
  mentions: readonly ActorMention[],
  words: readonly string[],
  at: number,
): ActorMention | undefined {
  const isOwner = ({ to, usage }: ActorMention) =>
    usage === 'possessive' && to <= at && at - to <= MAX_BETWEEN;
  const isOf = ({ from }: ActorMention) =>
    /^(?:by|of)$/.test(words[at + 1] ?? '') && from > at && from - at <= MAX_BETWEEN + 1;
  return mentions.findLast(isOwner) ?? mentions.find(isOf);
}

/** "By letting it strike, Berg has taken a step that …": who does so stands behind the comma. */
function subjectBehind({ read, norm }: Statement): ActorMention | undefined {
  const comma = read.view.tokens.findIndex(({ text }, at) => at > norm.to && text === ',');
  return comma < 0
    ? undefined
    : read.mentions.find(({ from, usage }) => usage !== 'oblique' && from > comma && from - comma <= 8);
}

/** "Criticised Washington for letting …", "welcomed the US lifting limits". */
function actingBefore(statement: Statement): ActorMention | undefined {
  const { read, norm, attitude } = statement;
  const { tokens } = read.view;
  const verb = tokens[norm.from]?.word ?? '';
  const before = tokens[norm.from - 1]?.word ?? '';
  const end = before === 'for' ? norm.from - 1 : norm.from;
  if (verb.endsWith('ing') && norm.from === 1 && /^(?:by|in)$/.test(before)) return subjectBehind(statement);
  if (!verb.endsWith('ing') || attitude === undefined || attitude.from >= norm.from) return undefined;
  return read.mentions.find(({ from, to }) => to === end && from >= attitude.to - 1);
}
