import type { Person, Role, Topic } from '../../topics/topic.ts';
import type { Actor } from './actor-mention.ts';

/** Of several people with one name, the one in the country mentioned, else the one in office at the date. */
export function choosePerson(
  people: readonly Person[],
  country: string | undefined,
  role: Role | undefined,
  date: string | undefined,
): Person | undefined {
  const ofCountry = people.filter((person) => person.country === country);
  if (ofCountry.length === 1) return ofCountry[0];
  const inOffice = people.filter((person) => termAt(person, date) !== undefined);
  return (
    inOffice.find((person) => role && termAt(person, date)?.role.role === role.role) ??
    inOffice[0] ??
    people[0]
  );
}

/** The office that a person held on a day; without a day, the first one listed. */
export function termAt(person: Person, date: string | undefined): Person['terms'][number] | undefined {
  if (date === undefined) return person.terms[0];
  return person.terms.find(({ from, to }) => from <= date && (to === undefined || date < to));
}

/** Who is named before the first term that is known holds no office yet, and decides nothing. */
function outOfOffice(person: Person, date: string | undefined): Role | undefined {
  const [first] = person.terms;
  const isBefore = date !== undefined && person.terms.every(({ from }) => date < from);
  return first && isBefore ? { ...first.role, decides: false } : first?.role;
}

export function personActor(
  person: Person | undefined,
  written: Role | undefined,
  date: string | undefined,
): Actor {
  const held = person ? (termAt(person, date)?.role ?? outOfOffice(person, date)) : written;
  const isFormer =
    written?.role === 'former official' ||
    written?.role === 'candidate' ||
    written?.role === 'president-elect';
  const role = isFormer ? written : held;
  return {
    name: person?.name ?? '',
    type: 'person',
    country: person?.country,
    decides: role?.decides ?? false,
    hasDecided: person?.terms.some((term) => term.role.decides && (date === undefined || term.from <= date)),
    role: role?.role,
    isPronoun: false,
  };
}

/** Who of those in office on a day has a surname, when only one is known: "MR MILLER" of a transcript. */
export function personOfSurname(topic: Topic, surname: string, date: string | undefined): Person | undefined {
  const ending = ` ${surname.toLowerCase()}`;
  const known = topic.people.filter(
    (person) => person.name.toLowerCase().endsWith(ending) && termAt(person, date) !== undefined,
  );
  return known.length === 1 ? known[0] : undefined;
}

/** Who holds an office of a country on a day, when exactly one is known; spokespeople are too many to tell. */
export function holderOf(
  topic: Topic,
  role: string,
  country: string,
  date: string | undefined,
): Person | undefined {
  if (date === undefined || role === 'spokesperson') return undefined;
  if (role === 'leader') return leaderOf(topic, country, date);
  const holders = (topic.peopleByCountry.get(country) ?? []).filter(
    (person) => termAt(person, date)?.role.role === role,
  );
  return holders.length === 1 ? holders[0] : undefined;
}

/** Who left an office of a country last before a day. */
export function lastHolderOf(
  topic: Topic,
  role: string,
  country: string,
  date: string | undefined,
): Person | undefined {
  if (date === undefined) return undefined;
  let last: Person | undefined;
  let leftLast = '';
  for (const person of topic.peopleByCountry.get(country) ?? [])
    for (const term of person.terms)
      if (term.role.role === role && term.to !== undefined && term.to <= date && term.to > leftLast)
        [last, leftLast] = [person, term.to];
  return last;
}

/** "The Ukrainian leader" is the president, "the Hungarian leader" the head of government. */
function leaderOf(topic: Topic, country: string, date: string): Person | undefined {
  const heads = ['chancellor', 'prime minister', 'president'];
  const people = topic.peopleByCountry.get(country) ?? [];
  for (const head of topic.ledByPresident.has(country) ? heads.toReversed() : heads) {
    const leader = people.find((person) => termAt(person, date)?.role.role === head);
    if (leader) return leader;
  }
  return undefined;
}
