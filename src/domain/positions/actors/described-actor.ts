import type { PhraseMatch } from '../../text/phrase-table.ts';
import type { Token } from '../../text/tokens.ts';
import type { Label, Role, Topic } from '../../topics/topic.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { Actor } from './actor-mention.ts';
import { describe } from './name-beside.ts';
import { choosePerson, holderOf, lastHolderOf, personActor } from './person-in-office.ts';
import { groupActor } from './state-actor.ts';

/** A label of the topic in a sentence. */
export type Match = PhraseMatch<Label>;

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
 * Who is described by labels that stand together, "U.S. President Joe Biden".
 *
 * @param unknownName - that stands with them and that the topic does not know
 * @param date - `YYYY-MM-DD`, to know who held which office; missing when unknown
 */
export function actorOf(
  view: SentenceView,
  group: readonly Match[],
  unknownName: string | undefined,
  topic: Topic,
  date: string | undefined,
): Actor {
  const role = group.map(({ value }) => value).findLast((value) => value.kind === 'role')?.role;
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
      name: unknownName ?? name,
      type: unknownName === undefined ? type : 'person',
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

/** "Officials in Washington" or "in Ukraine", "a spokesman in Berlin": where they are says whose they are. */
function seatBehind({ tokens, actorMatches }: SentenceView, group: readonly Match[]): Match[] {
  const to = group.at(-1)?.to ?? 0;
  const roles = group.flatMap(({ value }) => (value.kind === 'role' ? [value.role.role] : []));
  // "the ambassador in Berlin" is of another state
  if (roles.length === 0 || roles.includes('ambassador') || tokens[to]?.word !== 'in') return [];
  return actorMatches.filter(
    ({ from, value }) =>
      from === to + 1 &&
      value.kind === 'country' &&
      (value.form === 'capital' || (value.form === 'name' && roles.includes('official'))),
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
  if (country && isFormer(tokens, group)) return formerHolder(tokens, group, role, country, topic, date);
  const holder =
    country && !MANY_HOLD_IT.has(role.role) ? holderOf(topic, role.role, country, date) : undefined;
  if (holder) return { ...base, name: holder.name, type: 'person' };
  const [first] = group;
  const from = (first?.from ?? 0) - (first && isOwned(tokens, first) ? 2 : 0);
  const to = group.at(-1)?.to ?? from;
  return { ...base, name: describe(tokens.slice(from, to)), type: role.type, isOffice: true };
}

/** "The former Dutch prime minister" is not the one in office. */
function isFormer(tokens: readonly Token[], group: readonly Match[]): boolean {
  const before = (group[0]?.from ?? 0) - 1;
  return /^(?:former|ex)$/.test(tokens[tokens[before]?.text === '-' ? before - 1 : before]?.word ?? '');
}

/** The one who held an office last before the one in it, and decides nothing in it any more. */
function formerHolder(
  tokens: readonly Token[],
  group: readonly Match[],
  role: Role,
  country: string,
  topic: Topic,
  date: string | undefined,
): Actor {
  const left = lastHolderOf(topic, role.role, country, date);
  if (left) {
    const ofThatName = topic.people.filter(({ name }) => name === left.name);
    return personActor(choosePerson(ofThatName, undefined, undefined, date), undefined, date);
  }
  const name = describe(tokens.slice(group[0]?.from, group.at(-1)?.to));
  return {
    name,
    type: 'person',
    country,
    decides: false,
    role: 'former official',
    isPronoun: false,
    isOffice: true,
  };
}

/** "Putin's spokesman" is another than Putin. */
export function isOwned(tokens: readonly Token[], { from }: Match): boolean {
  return /^['’]s?$/.test(tokens[from - 1]?.word ?? '');
}
