import { onceFor } from '../once-for.ts';
import { holderOf, termAt } from '../positions/actors/person-in-office.ts';
import type { HeldOffice, SpeakerLexicon } from '../quotes/speaker-lexicon.ts';
import type { Person, Topic } from './topic.ts';

/**
 * Who may speak in an article of a month, for the reader of quotations. Offices change by the month, so that one
 * lexicon serves all articles of a month and is built once.
 *
 * @param date - `YYYY-MM-DD` of the article; without it nobody's office is known
 */
export function speakerLexicon(topic: Topic, date: string | undefined): SpeakerLexicon {
  const month = date?.slice(0, 7) ?? '';
  const { speakers, byMonth } = lexiconsOf(topic);
  const known = byMonth.get(month);
  if (known) return known;
  const lexicon = { speakers, offices: officesAt(date, topic) };
  byMonth.set(month, lexicon);
  return lexicon;
}

/** Those who may speak at any date, and by month the lexicon with their offices. */
const lexiconsOf = onceFor(({ people, organisations, countryWords, capitals }: Topic) => ({
  speakers: {
    people,
    organisations,
    places: [...countryWords.values(), capitals].flat().map(plainWords),
  },
  byMonth: new Map<string, SpeakerLexicon>(),
}));

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
