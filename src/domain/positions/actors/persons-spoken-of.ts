import { PERSON_PRONOUNS, type PersonPronoun, PRONOUN_FORMS } from '../../text/person-pronoun.ts';
import type { Actor } from './actor-mention.ts';

/** The persons whom an article has spoken of last, so that "she" is not the minister when he was named last. */
export class PersonsSpokenOf {
  readonly #known: ReadonlyMap<string, PersonPronoun>;
  readonly #byPronoun = new Map<PersonPronoun, Actor>();
  /** The same as it was before the sentence that is read. */
  #before: ReadonlyMap<PersonPronoun, Actor> = new Map();
  #last: Actor | undefined;

  /** @param known - what the persons of the topic are called by; somebody else may be either */
  constructor(known: ReadonlyMap<string, PersonPronoun>) {
    this.#known = known;
  }

  get last(): Actor | undefined {
    return this.#last;
  }

  add(actor: Actor): void {
    this.#last = actor;
    for (const pronoun of this.#pronounsOf(actor)) this.#byPronoun.set(pronoun, actor);
  }

  /** Somebody of whom nothing is known speaks: no pronoun means one of those before. */
  forget(): void {
    this.#last = undefined;
    this.#byPronoun.clear();
  }

  /** @param word - a form of a pronoun, in lower case */
  isCalled(actor: Actor, word: string): boolean {
    const pronoun = PRONOUN_FORMS.get(word);
    return pronoun === undefined || this.#pronounsOf(actor).includes(pronoun);
  }

  /** What is told from here on is another sentence. */
  startSentence(): void {
    this.#before = new Map(this.#byPronoun);
  }

  /** Whom a pronoun meant before this sentence. */
  meantBefore(word: string): Actor | undefined {
    const pronoun = PRONOUN_FORMS.get(word);
    return pronoun && this.#before.get(pronoun);
  }

  /** @param word - a form of a pronoun, in lower case, such as "his" */
  meantBy(word: string): Actor | undefined {
    const pronoun = PRONOUN_FORMS.get(word);
    return pronoun === undefined ? this.#last : this.#byPronoun.get(pronoun);
  }

  #pronounsOf({ name }: Actor): readonly PersonPronoun[] {
    const known = this.#known.get(name);
    return known === undefined ? PERSON_PRONOUNS : [known];
  }
}
