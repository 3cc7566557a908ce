import type { CountryWords, DigestWords } from '../digest/digest-input.ts';
import type { TopicPack } from './topic-pack.ts';

/** The words a digest of the topic is written in. */
export function digestWords(pack: TopicPack): DigestWords {
  const { weapons, scopes, targets, conditions, statusVerbs } = pack.words;
  return { countries: countryWords(pack), weapons, scopes, targets, conditions, statusVerbs };
}

/** States by their own names; organisations by the name of the first that stands for the code. */
function countryWords(pack: TopicPack): Record<string, CountryWords> {
  const words: Record<string, CountryWords> = {};
  const add = (code: string, name: string) => {
    words[code] ??= { name, short: pack.words.shortCountries[code] ?? name };
  };
  for (const { code, name } of pack.countries.countries) add(code, name);
  for (const { country, name } of pack.organisations.organisations) add(country, name);
  for (const [code, short] of Object.entries(pack.words.shortCountries)) add(code, short);
  return words;
}
