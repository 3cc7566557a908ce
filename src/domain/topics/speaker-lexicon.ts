import { holderOf, termAt } from '../positions/actors/person-in-office.ts';
import type { SpeakerLexicon } from '../quotes/speaker-lexicon.ts';
import type { Person, Topic } from './topic.ts';

const lexicons = new WeakMap<Topic, Map<string, SpeakerLexicon>>();

/**
 * Who may speak in an article of a month, for the reader of quotations. Offices change by the month, so that one
 * lexicon serves all articles of a month and is built once.
 *
 * @param date - `YYYY-MM-DD` of the article; without it nobody's office is known
 */
export function speakerLexicon(topic: Topic, date: string | undefined): SpeakerLexicon {
  const month = date?.slice(0, 7) ?? '';
  const ofTopic = lexicons.get(topic) ?? new Map<string, SpeakerLexicon>();
  lexicons.set(topic, ofTopic);
  const known = ofTopic.get(month);
  if (known) return known;
  const lexicon = buildLexicon(topic, date);
  ofTopic.set(month, lexicon);
  return lexicon;
}

function buildLexicon(topic: Topic, date: string | undefined): SpeakerLexicon {
  return {
    people: topic.people.map((person) => ({
      name: person.name,
      pronoun: person.pronoun,
      role: date === undefined ? undefined : termAt(person, date)?.role.role,
      aliases: person.aliases,
      offices: date === undefined ? [] : officesOf(person, date, topic),
    })),
    organisations: topic.organisations,
    places: [...topic.countryWords.values(), topic.capitals].flat().map(plainWords),
  };
}

/** "Ukrainian president", "president of Ukraine" and "Ukrainian leader", while the person is in office. */
function officesOf(person: Person, date: string, topic: Topic): string[] {
  const role = termAt(person, date)?.role.role;
  const country = topic.countryNames.get(person.country);
  if (!role || !country || role === 'spokesperson') return [];
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
