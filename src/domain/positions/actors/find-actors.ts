import type { PhraseMatch } from '../../text/phrase-table.ts';
import { isCapitalised, type Token } from '../../text/tokens.ts';
import type { Label, Role, Topic } from '../../topics/topic.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { Actor, ActorMention } from './actor-mention.ts';
import { usageOf } from './actor-usage.ts';
import { describe, type NearbyName, nameBeside, nameOwnedBy } from './name-beside.ts';
import { choosePerson, holderOf, personActor } from './person-in-office.ts';
import { groupActor } from './state-actor.ts';

type Match = PhraseMatch<Label>;

/** Roles that name no single office: whoever is meant stays unknown without a country or a name. */
export const MANY_HOLD_IT: ReadonlySet<string> = new Set([
  'official',
  'expert',
  'lawmaker',
  'senator',
  'former official',
  'general',
]);

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
  const end = tokens.slice(0, MAX_DATELINE).findIndex(({ text }) => /^[-–—:]$/.test(text));
  const [first] = tokens;
  if (end < 1 || index > 0 || first === undefined) return 0;
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
  if (!/^(?:counterparts?|colleagues?)$/.test(tokens[before.to]?.word ?? '')) return false;
  const isNext = tokens.slice(before.to + 1, from).every(({ text }) => text === ',');
  const beside = tokens.slice(Math.max(0, before.from - 2), before.from);
  return isNext && beside.some(({ word }) => /^(?:alongside|by|from|to|with)$/.test(word));
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
  const isFirstName =
    between.length === 1 &&
    isCapitalised(between[0]) &&
    left.value.kind === 'role' &&
    right.value.kind === 'person';
  return isRest || isFirstName;
}

function describesSame(tokens: readonly Token[], group: readonly Match[], next: Match): boolean {
  const kinds = group.map(({ value }) => value.kind);
  const has = (kind: Label['kind']) => kinds.includes(kind);
  if (next.value.kind === 'person')
    return !has('person') && !has('group') && (has('role') || kinds.at(-1) !== 'country');
  if (next.value.kind === 'role')
    return (
      !has('group') && (has('person') ? !isOfMany(tokens, next) && !isOwned(tokens, next) : !has('role'))
    );
  if (next.value.kind === 'country' || next.value.kind === 'organisation')
    return has('role') && !has('country');
  return false;
}

/** "Putin's spokesman" is another than Putin. */
function isOwned(tokens: readonly Token[], { from }: Match): boolean {
  return /^['’]s?$/.test(tokens[from - 1]?.word ?? '');
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
  const areMany = group.some((match) => isOfMany(tokens, match));
  const beside = group.some(({ value }) => value.kind === 'person')
    ? undefined
    : isState
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

function actorOf(
  view: SentenceView,
  group: readonly Match[],
  unknownName: string | undefined,
  topic: Topic,
  date: string | undefined,
): Actor {
  const role = group.map(({ value }) => value).find((value) => value.kind === 'role')?.role;
  const { tokens } = view;
  const within = view.placesInOffices.filter(({ from, to }) =>
    group.some((office) => office.from <= from && to <= office.to),
  );
  const place = [...group, ...within, ...seatBehind(view, group)]
    .map(({ value }) => value)
    .find((value) => value.kind === 'country' || value.kind === 'organisation');
  const country =
    place?.kind === 'country'
      ? place.code
      : place?.kind === 'organisation'
        ? place.organisation.country
        : (countryOfOwner(view, group) ?? role?.country);
  const named = group.map(({ value }) => value).find((value) => value.kind === 'person');
  if (named) {
    const actor = personActor(choosePerson(named.people, country, role, date), role, date);
    return isOfThatTime(tokens, group) ? { ...actor, decides: actor.hasDecided ?? actor.decides } : actor;
  }
  if (role) return officeActor(tokens, group, role, country, unknownName, topic, date);
  const first = group[0]?.value;
  if (first?.kind === 'organisation') {
    const { name, type, country: seat, decides } = first.organisation;
    const isOfOneState = seat?.length === 2;
    return {
      name,
      type,
      country: (isOfOneState ? stateBefore(view, group) : undefined) ?? seat,
      decides,
      isPronoun: false,
    };
  }
  if (first?.kind === 'group') return groupActor({ name: first.name, country: first.code });
  // what office somebody holds who is only called a state's, nobody says
  if (unknownName) return { name: unknownName, type: 'person', country, decides: false, isPronoun: false };
  const name = first?.kind === 'country' ? first.name : '';
  return { name, type: 'government', country, decides: true, isPronoun: false };
}

/** "Then Defence Minister Berg", "former Prime Minister Berg's government": who decided when it was said. */
function isOfThatTime(tokens: readonly Token[], group: readonly Match[]): boolean {
  const from = group[0]?.from ?? 0;
  const to = group.at(-1)?.to ?? from;
  const isThen = tokens.slice(Math.max(0, from - 2), to).some(({ word }) => word === 'then');
  const isOwner = /^['’]s?$/.test(tokens[to]?.word ?? '');
  return isThen || (isOwner && /^(?:administration|cabinet|government)$/.test(tokens[to + 1]?.word ?? ''));
}

/** "Italy's Democratic Party", "the Swiss Social Democrats": names that parties of many states bear. */
function stateBefore({ tokens, actorMatches }: SentenceView, group: readonly Match[]): string | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const end = isOwned(tokens, first) ? first.from - 1 : first.from;
  const owner = actorMatches.find(({ to, value }) => to === end && value.kind === 'country')?.value;
  return owner?.kind === 'country' ? owner.code : undefined;
}

/** "Putin's spokesman" is of Putin's country. */
function countryOfOwner({ tokens, actorMatches }: SentenceView, group: readonly Match[]): string | undefined {
  const [first] = group;
  if (first === undefined || !isOwned(tokens, first)) return undefined;
  const owner = actorMatches.find(({ to, value }) => to === first.from - 1 && value.kind === 'person')?.value;
  return owner?.kind === 'person' && owner.people.length === 1 ? owner.people[0]?.country : undefined;
}

/** "Officials in Washington", "a spokesman in Berlin": the capital says whose they are. */
function seatBehind({ tokens, actorMatches }: SentenceView, group: readonly Match[]): Match[] {
  const to = group.at(-1)?.to ?? 0;
  const isOffice = group.some(({ value }) => value.kind === 'role');
  if (!isOffice || tokens[to]?.word !== 'in') return [];
  return actorMatches.filter(
    ({ from, value }) => from === to + 1 && value.kind === 'country' && value.form === 'capital',
  );
}

function officeActor(
  tokens: readonly Token[],
  group: readonly Match[],
  role: Role,
  country: string | undefined,
  unknownName: string | undefined,
  topic: Topic,
  date: string | undefined,
): Actor {
  const base = { country, decides: role.decides, role: role.role, isPronoun: false };
  if (unknownName) return { ...base, name: unknownName, type: 'person' };
  const holder =
    country && !MANY_HOLD_IT.has(role.role) ? holderOf(topic, role.role, country, date) : undefined;
  if (holder) return { ...base, name: holder.name, type: 'person' };
  const [first] = group;
  const from = (first?.from ?? 0) - (first && isOwned(tokens, first) ? 2 : 0);
  const to = group.at(-1)?.to ?? from;
  return { ...base, name: describe(tokens.slice(from, to)), type: role.type, isOffice: true };
}
