import { holderOf, termAt } from '../positions/actors/person-in-office.ts';
import type { HeldOffice, KnownSpeakers, SpeakerLexicon } from '../quotes/speaker-lexicon.ts';
import type { Person, Topic } from './topic.ts';

/** What was made of a topic: those who may speak, and by month the lexicon with their offices. */
interface Lexicons {
  readonly speakers: KnownSpeakers;
  readonly byMonth: Map<string, SpeakerLexicon>;
}

const lexicons = new WeakMap<Topic, Lexicons>();

/**
 * Who may speak in an article of a month, for the reader of quotations. Offices change by the month, so that one
 * lexicon serves all articles of a month and is built once.
 *
 * @param date - `YYYY-MM-DD` of the article; without it nobody's office is known
 */
export function speakerLexicon(topic: Topic, date: string | undefined): SpeakerLexicon {
  const month = date?.slice(0, 7) ?? '';
  const { speakers, byMonth } = lexicons.get(topic) ?? begin(topic);
  const known = byMonth.get(month);
  if (known) return known;
  const lexicon = { speakers, offices: officesAt(date, topic) };
  byMonth.set(month, lexicon);
  return lexicon;
}

function begin(topic: Topic): Lexicons {
  const { people, organisations, countryWords, capitals } = topic;
  const places = [...countryWords.values(), capitals].flat().map(plainWords);
  const begun = { speakers: { people, organisations, places }, byMonth: new Map() };
  lexicons.set(topic, begun);
  return begun;
}

function officesAt(date: string | undefined, topic: Topic): Map<string, HeldOffice> {
  if (date === undefined) return new Map();
  return new Map(
    topic.people.flatMap((person) => {
      const role = termAt(person, date)?.role.role;
      return role ? [[person.name, { role, descriptions: descriptionsOf(person, role, date, topic) }]] : [];
    }),
  );
}

/** "Ukrainian president", "president of Ukraine" and "Ukrainian leader", while the person is in office. */
function descriptionsOf(person: Person, role: string, date: string, topic: Topic): string[] {
  const country = topic.countryNames.get(person.country);
  if (!country || role === 'spokesperson') return [];
  const isLeader = holderOf(topic, 'leader', person.country, date) === person;
  const words = new Set([country, ...(topic.countryWords.get(person.country) ?? [])].map(plainWords));
  const offices = [role, ...(isLeader ? ['leader'] : [])].flatMap((office) =>
    [...words].flatMap((word) => [`${word}'s ${office}`, `${office} of ${word}`, `${word} ${office}`]),
  );
  return isLeader ? [...offices, ...headsOf(person.country, topic)] : offices;
}

/** "Head of the White House", "Kremlin chief": where presidents lead, the head of the government is another. */
function headsOf(country: string, topic: Topic): string[] {
  return topic.organisations
    .filter((organisation) => organisation.country === country && organisation.type === 'government')
    .flatMap(({ aliases }) => aliases)
    .filter((name) => !(topic.ledByPresident.has(country) && /government/i.test(name)))
    .flatMap((name) => [`head of the ${name}`, `${name} chief`, `${name} leader`]);
}

/** A pattern such as `=US` as it is printed. */
function plainWords(pattern: string): string {
  return pattern.replaceAll('=', '');
}
