import { loadPack } from '../../tests/domain/topics/load-pack.ts';

/** Who a peer may find in a sentence, from the lists that we use too: names alone, without rules about them. */
export interface Gazetteer {
  /** Country codes in the order in which they are named. */
  readonly countriesIn: (sentence: string) => string[];
  readonly weaponIn: (sentence: string) => string;
}

export function loadGazetteer(topicId: string): Gazetteer {
  const pack = loadPack(topicId);
  const countries = new Map<string, string>([
    ...pack.countries.countries.flatMap(({ code, name, names, demonyms, capitals }) =>
      [name, ...names, ...demonyms, ...capitals].map((word): [string, string] => [word, code]),
    ),
    ...pack.organisations.organisations.flatMap(({ country, names }) =>
      names.map((word): [string, string] => [word, country]),
    ),
    ...pack.people.people.flatMap(({ country, aliases }) =>
      aliases.map((word): [string, string] => [word, country]),
    ),
  ]);
  const weapons = new Map(pack.objects.named.map(({ name }): [string, string] => [name, name]));
  const countryPattern = patternOf(countries);
  const weaponPattern = patternOf(weapons);
  return {
    countriesIn: (sentence) =>
      [...sentence.matchAll(countryPattern)].flatMap(([word]) => countries.get(word) ?? []),
    weaponIn: (sentence) => weapons.get([...sentence.matchAll(weaponPattern)][0]?.[0] ?? '') ?? 'generic',
  };
}

/** Plain words only: the notation of our phrases means nothing to others. */
function patternOf(words: ReadonlyMap<string, string>): RegExp {
  const plain = [...words.keys()]
    .map((word) => [word, word.replace(/^=/, '')] as const)
    .filter(([, word]) => /^[\p{L}\d .'-]+$/u.test(word))
    .map(([, word]) => word.replaceAll('.', '\\.'))
    .sort((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\d])(?:${plain.join('|')})(?![\\p{L}\\d])`, 'gu');
}
