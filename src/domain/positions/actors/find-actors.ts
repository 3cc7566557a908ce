import { PREPOSITIONS } from '../../text/reporting-words.ts';
import { isCapitalised, type Token } from '../../text/tokens.ts';
import type { Label, Topic } from '../../topics/topic.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { ActorMention } from './actor-mention.ts';
import { usageOf } from './actor-usage.ts';
import { actorOf, isOwned, MANY_HOLD_IT, type Match } from './described-actor.ts';
import { describe, type NearbyName, nameBeside, nameOwnedBy } from './name-beside.ts';

/**
 * Finds who is mentioned in a sentence. A country, an office and a name that stand together are one mention
 * ("U.S. President Joe Biden", "Kaja Kallas, Estonia's prime minister"). Pronouns are left to `coreference.ts`.
 *
 * @param date - `YYYY-MM-DD` of the article, to know who held which office; missing when unknown
 */
export function findActors(view: SentenceView, topic: Topic, date: string | undefined): ActorMention[] {
  const { tokens, actorMatches } = view;
  const used = new Set<Match>();
  const mentions: ActorMention[] = [];
  const opening = datelineEnd(view);
  for (const [index, match] of actorMatches.entries()) {
    if (used.has(match) || match.from < opening) continue;
    const group = together(tokens, actorMatches, index);
    for (const member of group) used.add(member);
    mentions.push(mentionOf(view, group, topic, date));
  }
  return mentions
    .map((mention, index) => ofWhoseSide(tokens, mention, mentions[index + 1]))
    .map((mention, index, all) => sharingUsage(tokens, all[index - 1], mention));
}

/** "LONDON, June 5 (Agency) - Ukraine may", "KYIV (Agency): The": where it was written, up to the dash or the colon. */
function datelineEnd({ tokens, index, actorMatches }: SentenceView): number {
  const [first] = tokens;
  if (index > 0 || first === undefined) return 0;
  const end = tokens.slice(0, MAX_DATELINE).findIndex(({ text }) => /^[-–—:]$/.test(text));
  if (end < 1) return 0;
  const isDateline = tokens
    .slice(0, end)
    .every((token) => isCapitalised(token) || /^(?:\d+|[,.()/]|de|del)$/.test(token.word));
  if (!isDateline) return 0;
  const isInCapitals = /^\p{Lu}{3}/u.test(first.text);
  if (tokens[end]?.text === ':') {
    // "GERMANY: Berlin has allowed" is a list's label
    const isState = actorMatches.some(
      ({ from, value }) => from < end && value.kind === 'country' && value.form === 'name',
    );
    return isInCapitals && !isState ? end + 1 : 0;
  }
  const isSpaced = (tokens[end]?.start ?? 0) > (tokens[end - 1]?.end ?? 0);
  const isPlace = end === 1 || isInCapitals || tokens[end - 1]?.text === ')';
  return isSpaced && isPlace ? end + 1 : 0;
}

/** So many tokens may stand before the dash of a dateline. */
const MAX_DATELINE = 12;

/** "Allies of President-elect Doe": his side at home, and no states. */
function ofWhoseSide(
  tokens: readonly Token[],
  mention: ActorMention,
  next: ActorMention | undefined,
): ActorMention {
  const { actor, to } = mention;
  const isOfPerson =
    actor.type === 'group' &&
    next?.actor.type === 'person' &&
    tokens[to]?.word === 'of' &&
    next.from - to <= OF_WITHIN;
  if (!isOfPerson) return mention;
  const { name, country } = next.actor;
  return { ...mention, actor: { ...actor, name: `allies of ${name}`, country, decides: false } };
}

/** "Of former President". */
const OF_WITHIN = 3;

/** "Between Biden and Starmer", "to Biden adviser Jake Sullivan": what a preposition says of the first, it says of the second. */
function sharingUsage(
  tokens: readonly Token[],
  before: ActorMention | undefined,
  mention: ActorMention,
): ActorMention {
  if (before?.usage === 'oblique' && mention.usage === 'free' && mention.from === before.to) {
    return { ...mention, usage: 'oblique' };
  }
  if (before && mention.usage === 'free' && isCounterpartBeside(tokens, before, mention))
    return { ...mention, usage: 'oblique' };
  const isJoinedTo =
    (before?.usage === 'oblique' || before?.usage === 'agent') &&
    mention.usage === 'free' &&
    mention.from - before.to <= 3 &&
    /^(?:and|or)$/.test(tokens[before.to]?.word ?? '') &&
    tokens
      .slice(before.to + 1, mention.from)
      .every(({ word }) => /^(?:the|a|his|her|its|mr|mrs|ms|sir)$/.test(word));
  return isJoinedTo ? { ...mention, usage: before.usage } : mention;
}

/** "With his British counterpart, John Doe": with whom somebody spoke. */
function isCounterpartBeside(
  tokens: readonly Token[],
  before: ActorMention,
  { from }: ActorMention,
): boolean {
  const isCounterpart = (at: number) => /^(?:counterparts?|colleagues?)$/.test(tokens[at]?.word ?? '');
  if (!isCounterpart(before.to) && !isCounterpart(before.to - 1)) return false;
  const isNext = tokens
    .slice(isCounterpart(before.to) ? before.to + 1 : before.to, from)
    .every(({ text }) => text === ',');
  const beside = tokens.slice(Math.max(0, before.from - 2), before.from);
  return isNext && beside.some(({ word }) => /^(?:alongside|beside|by|from|to|with)$/.test(word));
}

/** The match at `index` with the ones right behind it that describe the same actor. */
function together(tokens: readonly Token[], matches: readonly Match[], index: number): Match[] {
  const group: Match[] = [];
  for (const match of matches.slice(index)) {
    const last = group.at(-1);
    if (last && !(isJoined(tokens, last, match) && describesSame(tokens, group, match))) break;
    group.push(match);
  }
  return group;
}

/** Whether between two matches stand only words that may stand inside one description. */
function isJoined(tokens: readonly Token[], left: Match, right: Match): boolean {
  const between = tokens.slice(left.to, right.from);
  if (between.length > 4) return false;
  const isOfAnother =
    left.value.kind === 'person' &&
    right.value.kind === 'role' &&
    between.some(({ text }) => text === ',') &&
    isCapitalised(tokens[right.to]);
  if (isOfAnother) return false;
  // "the Foreign Ministry, Moscow warned": a capital behind a comma begins to act
  const isCapital = right.value.kind === 'country' && right.value.form === 'capital';
  const isClosed = /^(?:,|\.|'s|’s|['’])$/.test(tokens[right.to]?.word ?? '');
  if (isCapital && !isClosed && between.some(({ text }) => text === ',')) return false;
  const isPlace = left.value.kind === 'country' || left.value.kind === 'organisation';
  if (isPlace && between.some(({ text }) => text === ',')) return false;
  const isRest = between.every(({ word }) =>
    /^(?:'s|'|’|,|the|of|for|from|at|new|outgoing|acting|current|deputy|chief|top|senior|then|-|mr|mrs|ms|sir|dame|lord|dr)$/.test(
      word,
    ),
  );
  // "Adm. John Doe"
  if (
    right.value.kind === 'person' &&
    left.value.kind === 'role' &&
    between.every(({ text }) => text === '.')
  )
    return true;
  if (isOwnersOffice(between, right)) return true;
  const isFirstName =
    between.length === 1 &&
    isCapitalised(between[0]) &&
    left.value.kind === 'role' &&
    right.value.kind === 'person';
  return isRest || isFirstName;
}

/** "Ukraine's outspoken ambassador": with one word on what he is like. */
function isOwnersOffice([owner, like, ...others]: readonly Token[], { value }: Match): boolean {
  return (
    value.kind === 'role' &&
    others.length === 0 &&
    /^['’]s?$/.test(owner?.word ?? '') &&
    /^\p{Ll}[\p{L}-]+$/u.test(like?.text ?? '') &&
    !PREPOSITIONS.has(like?.word ?? '')
  );
}

function describesSame(tokens: readonly Token[], group: readonly Match[], next: Match): boolean {
  const kinds = group.map(({ value }) => value.kind);
  const has = (kind: Label['kind']) => kinds.includes(kind);
  if (next.value.kind === 'person')
    return !has('person') && !has('group') && (has('role') || kinds.at(-1) !== 'country');
  if (next.value.kind === 'role')
    return (
      !has('group') &&
      (has('person')
        ? !isOfMany(tokens, next) && !isOwned(tokens, next)
        : !has('role') || isOfMinistry(group.at(-1), next))
    );
  if (next.value.kind === 'country' || next.value.kind === 'organisation')
    return has('role') && !has('country');
  return false;
}

/** "Foreign Ministry spokeswoman", "Foreign Office minister" are one. */
function isOfMinistry(last: Match | undefined, { value, from }: Match): boolean {
  return (
    last?.to === from &&
    last.value.kind === 'role' &&
    last.value.role.role === 'ministry' &&
    value.kind === 'role'
  );
}

/** "To President Berg, officials said": many are no description of one. */
function isOfMany(tokens: readonly Token[], { value, to }: Match): boolean {
  return (
    value.kind === 'role' &&
    MANY_HOLD_IT.has(value.role.role) &&
    /(?:s|men)$/.test(tokens[to - 1]?.word ?? '')
  );
}

function mentionOf(
  view: SentenceView,
  group: readonly Match[],
  topic: Topic,
  date: string | undefined,
): ActorMention {
  const { tokens } = view;
  const from = group[0]?.from ?? 0;
  const lastTo = group.at(-1)?.to ?? from;
  const isState = group.length === 1 && group[0]?.value.kind === 'country';
  const isOrganisation = group.length === 1 && group[0]?.value.kind === 'organisation';
  const colleagueTo = isState ? colleagueEnd(view, lastTo) : undefined;
  if (colleagueTo !== undefined) return colleagueOf(view, group, colleagueTo, topic, date);
  const areMany = group.some((match) => isOfMany(tokens, match));
  const beside = group.some(({ value }) => value.kind === 'person')
    ? undefined
    : isState || isOrganisation
      ? nameOwnedBy(tokens, lastTo)
      : nameBeside(tokens, group, areMany);
  // "in Downing Street, the Ukrainian leader": what stands beside it is no name
  const isTaken = ({ from: start, to: end }: NearbyName) =>
    view.actorMatches.some((match) => !group.includes(match) && match.from < end && match.to > start);
  const unknownName = beside && !isTaken(beside) ? beside : undefined;
  const to = Math.max(lastTo, unknownName?.to ?? 0);
  const start = Math.min(from, unknownName?.from ?? from);
  return {
    from: start,
    to,
    usage: usageOf(view, start, to, group),
    actor: actorOf(view, group, unknownName?.name, topic, date),
  };
}

/** "His Danish colleague": somebody of that state, unless a known name follows. Token behind the words. */
function colleagueEnd({ tokens, actorMatches }: SentenceView, at: number): number | undefined {
  const isNumber = tokens[at]?.word === 'opposite' && tokens[at + 1]?.word === 'number';
  const to = isNumber ? at + 2 : at + 1;
  if (!isNumber && !/^(?:colleague|counterpart)$/.test(tokens[at]?.word ?? '')) return undefined;
  const name = tokens[to]?.text === ',' ? to + 1 : to;
  return actorMatches.some(({ from, value }) => from === name && value.kind === 'person') ? undefined : to;
}

function colleagueOf(
  view: SentenceView,
  group: readonly Match[],
  to: number,
  topic: Topic,
  date: string | undefined,
): ActorMention {
  const from = group[0]?.from ?? 0;
  const { country } = actorOf(view, group, undefined, topic, date);
  const name = describe(view.tokens.slice(from, to));
  return {
    from,
    to,
    usage: usageOf(view, from, to, []),
    actor: {
      name,
      type: 'person',
      country,
      decides: true,
      role: 'colleague',
      isPronoun: false,
      isOffice: true,
    },
  };
}
