import type { PersonPronoun } from '../text/person-pronoun.ts';

/** A person whom the topic knows, so that "the Union chief" can become a name. */
export interface KnownPerson {
  /** Canonical name, such as it is printed in results. */
  readonly name: string;
  readonly pronoun?: PersonPronoun | undefined;
  /** The office held at the article's date: "foreign minister". */
  readonly role?: string | undefined;
  /** Other spellings and short forms, such as a surname that is unmistakable within the topic. */
  readonly aliases: readonly string[];
  /**
   * Descriptions that mean this person at the article's date, without an article: "Union chief". Whoever fills
   * the lexicon leaves out offices that the person did not hold then.
   */
  readonly offices: readonly string[];
}

/** A body that speaks, such as a ministry. */
export interface KnownOrganisation {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What its unnamed spokespersons are called in results, such as "Harbour Ministry spokesperson". */
  readonly spokesperson?: string | undefined;
}

/** What a topic knows about those who speak. Recognition works without it; it settles names and offices. */
export interface SpeakerLexicon {
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly KnownOrganisation[];
  /** Words for states and their seats of government, which are no person's name. */
  readonly places?: readonly string[] | undefined;
}

export const EMPTY_LEXICON: SpeakerLexicon = { people: [], organisations: [] };

/** The lexicon by lower-case phrase. */
export interface LexiconIndex {
  /** Canonical names of people to what they are called by, where that is known. */
  readonly pronouns: ReadonlyMap<string, PersonPronoun>;
  /** Canonical names of people to the words of their office. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** Names and aliases of people to canonical names. */
  readonly people: ReadonlyMap<string, string>;
  /** Words for states and their seats of government, in lower case. */
  readonly places: ReadonlySet<string>;
  /** Offices to canonical names. */
  readonly offices: ReadonlyMap<string, string>;
  /** Names and aliases of organisations to the organisation. */
  readonly organisations: ReadonlyMap<string, KnownOrganisation>;
}

const indexes = new WeakMap<SpeakerLexicon, LexiconIndex>();

/** Arranges a lexicon for look-up, once for all articles; a phrase given twice belongs to the first. */
export function indexLexicon(lexicon: SpeakerLexicon): LexiconIndex {
  const known = indexes.get(lexicon);
  if (known) return known;
  const index = buildIndex(lexicon);
  indexes.set(lexicon, index);
  return index;
}

function buildIndex(lexicon: SpeakerLexicon): LexiconIndex {
  const people = new Map<string, string>();
  const pronouns = new Map<string, PersonPronoun>();
  const roles = new Map<string, readonly string[]>();
  const offices = new Map<string, string>();
  const organisations = new Map<string, KnownOrganisation>();
  for (const person of lexicon.people) {
    for (const alias of [person.name, ...person.aliases]) setOnce(people, phraseKey(alias), person.name);
    if (person.role) roles.set(person.name, person.role.split(' '));
    if (person.pronoun) pronouns.set(person.name, person.pronoun);
    for (const office of person.offices) setOnce(offices, phraseKey(office), person.name);
  }
  for (const organisation of lexicon.organisations) {
    for (const alias of [organisation.name, ...organisation.aliases]) {
      setOnce(organisations, phraseKey(alias), organisation);
    }
  }
  const places = new Set((lexicon.places ?? []).map(phraseKey));
  return { people, places, pronouns, roles, offices, organisations };
}

/** Lower case, without article, possessive and typographic variants, so that spellings of a phrase meet. */
export function phraseKey(phrase: string): string {
  return phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|a|an)\s+/, '')
    .replace(/'s?$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function setOnce<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
