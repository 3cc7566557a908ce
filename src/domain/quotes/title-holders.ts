import type { People } from './people.ts';
import { fitsRole, withoutArticle } from './phrase-words.ts';
import type { Token } from './speech-tokens.ts';
import { DEMONYMS, PREPOSITIONS } from './speech-words.ts';

/** How many titles are kept in mind; more than any article has. */
const MEMORY = 300;

/** Who in an article holds which title, so that "the minister" becomes a name. */
export class TitleHolders {
  readonly #people: People;
  /** Persons with their titles, in the order of the article. */
  readonly #titled: readonly (readonly [string, ReadonlySet<string>])[];

  constructor(people: People) {
    this.#people = people;
    this.#titled = [...people.roles].slice(-MEMORY);
  }

  /**
   * The person who was given the title that a phrase repeats, as the article stands at a sentence.
   *
   * @param spokenOf - who was spoken of last; asked only where the title does not decide
   */
  of(words: readonly Token[], sentence: number, spokenOf: () => string | undefined): string | undefined {
    const wanted = withoutArticle(words)
      .filter((word) => word.kind === 'word' && !PREPOSITIONS.has(word.lower) && word.lower !== 'the')
      .map((word) => word.lower.replace(/'s$/, ''));
    const fits = (word: string, roles: ReadonlySet<string>) =>
      fitsRole(word, roles) || (wanted.length > 1 && word === 'secretary' && roles.has('minister'));
    const holders = this.#titled.filter(([, roles]) => wanted.every((word) => fits(word, roles)));
    const lesser = holders.filter(([, roles]) => wanted.includes('prime') || !roles.has('prime'));
    const names = (lesser.length > 0 ? lesser : holders).map(([name]) => name);
    const title = wanted.filter((word) => !DEMONYMS.has(word));
    return this.#latestOf(names, sentence, spokenOf) ?? this.#onlyHolderOf(title, spokenOf);
  }

  /** Of several people the one spoken of, else who was named last before a sentence, else first behind it. */
  #latestOf(
    names: readonly string[],
    sentence: number,
    spokenOf: () => string | undefined,
  ): string | undefined {
    if (names.length < 2) return names[0];
    const spoken = spokenOf();
    if (spoken !== undefined && names.includes(spoken)) return spoken;
    const mentions = this.#people.mentions.filter(({ name }) => names.includes(name));
    const before =
      mentions.findLast((mention) => mention.sentence < sentence) ??
      mentions.find((mention) => mention.sentence === sentence);
    return (before ?? mentions[0])?.name;
  }

  /** "the Danish minister" may be the only minister whom the article names, if it does not say of which country; with one word of a title he must be spoken of already. */
  #onlyHolderOf(title: readonly string[], spokenOf: () => string | undefined): string | undefined {
    const holders = this.#titled.filter(([, roles]) => title.every((word) => roles.has(word)));
    const [holder] = holders.length === 1 ? holders : [];
    if (title.length === 0 || holder === undefined) return undefined;
    const [name, roles] = holder;
    const isSpokenOf = title.length > 1 || spokenOf() === name;
    return isSpokenOf && ![...roles].some((word) => DEMONYMS.has(word)) ? name : undefined;
  }
}
