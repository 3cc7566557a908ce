import { onceFor } from '../once-for.ts';
import { foldWord } from '../text/fold.ts';
import type { PersonPronoun } from '../text/person-pronoun.ts';
import { SpeechVocabulary } from './speech-vocabulary.ts';

/** A person whom the topic knows, so that a surname can become a name. */
export interface KnownPerson {
  /** Canonical name, such as it is printed in results. */
  readonly name: string;
  readonly pronoun?: PersonPronoun | undefined;
  /** Other spellings and short forms, such as a surname that is unmistakable within the topic. */
  readonly aliases: readonly string[];
}

/** What a person is at a date, so that "the Union chief" can become a name. */
export interface HeldOffice {
  /** "Foreign minister". */
  readonly role?: string | undefined;
  /** Descriptions that mean this person then, without an article: "Union chief". */
  readonly descriptions: readonly string[];
}

/** A body that speaks, such as a ministry. */
export interface KnownOrganisation {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What its unnamed spokespersons are called in results, such as "Harbour Ministry spokesperson". */
  readonly spokesperson?: string | undefined;
}

/** Those who may speak at any date. */
export interface KnownSpeakers {
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly KnownOrganisation[];
  /** Words for states and their seats of government, which are no person's name. */
  readonly places?: readonly string[] | undefined;
}

/** What a topic knows about those who speak. Recognition works without it; it settles names and offices. */
export interface SpeakerLexicon {
  readonly speakers: KnownSpeakers;
  /** By canonical name the office of each person who holds one at the article's date. */
  readonly offices: ReadonlyMap<string, HeldOffice>;
}

export const EMPTY_LEXICON: SpeakerLexicon = {
  speakers: { people: [], organisations: [] },
  offices: new Map(),
};

/** Those who may speak by lower-case phrase. */
interface SpeakersIndex {
  /** Canonical names of people to what they are called by, where that is known. */
  readonly pronouns: ReadonlyMap<string, PersonPronoun>;
  /** Canonical names of people. */
  readonly names: ReadonlySet<string>;
  /** Names and aliases of people to canonical names. */
  readonly people: ReadonlyMap<string, string>;
  /** Words for states and their seats of government, in lower case. */
  readonly places: ReadonlySet<string>;
  /** Names and aliases of organisations to the organisation. */
  readonly organisations: ReadonlyMap<string, KnownOrganisation>;
  readonly vocabulary: SpeechVocabulary;
}

/** The lexicon by lower-case phrase. */
export interface LexiconIndex extends SpeakersIndex {
  /** Canonical names of people to the words of their office. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** Offices to canonical names. */
  readonly offices: ReadonlyMap<string, string>;
}

/** Arranges a lexicon for look-up, once for all articles; a phrase given twice belongs to the first. */
export const indexLexicon = onceFor(({ speakers, offices }: SpeakerLexicon): LexiconIndex => {
  const roles = new Map<string, readonly string[]>();
  const holders = new Map<string, string>();
  for (const [name, { role, descriptions }] of offices) {
    if (role) roles.set(name, role.split(' '));
    for (const description of descriptions) setOnce(holders, phraseKey(description), name);
  }
  return { ...indexSpeakers(speakers), roles, offices: holders };
});

/** Many times what offices are, and the same at every date. */
const indexSpeakers = onceFor(({ people, organisations, places = [] }: KnownSpeakers): SpeakersIndex => {
  const known = new Map<string, string>();
  const pronouns = new Map<string, PersonPronoun>();
  const bodies = new Map<string, KnownOrganisation>();
  for (const { name, aliases, pronoun } of people) {
    for (const alias of [name, ...aliases]) setOnce(known, phraseKey(alias), name);
    if (pronoun) pronouns.set(name, pronoun);
  }
  for (const organisation of organisations)
    for (const alias of [organisation.name, ...organisation.aliases])
      setOnce(bodies, phraseKey(alias), organisation);
  return {
    people: known,
    names: new Set(known.values()),
    pronouns,
    organisations: bodies,
    places: new Set(places.map(phraseKey)),
    vocabulary: new SpeechVocabulary(),
  };
});

/** Lower case, without article, possessive and typographic variants, so that spellings of a phrase meet. */
export function phraseKey(phrase: string): string {
  const lower = phrase.toLowerCase().replace(/^(?:the|a|an)\s+/, '');
  const bare = foldWord(lower);
  if (!IRREGULAR.test(bare)) return bare;
  return bare
    .replaceAll('’', "'")
    .replace(/'s?$/, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/** What few phrases have: apostrophes, and white space that is not one space between words. */
const IRREGULAR = /['’]|^\s|\s$|\s{2}|[^\S ]/;

function setOnce<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
