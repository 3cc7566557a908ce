/** What a person is called by: the subject form stands for all of them. */
export const PERSON_PRONOUNS = ['he', 'she'] as const;
export type PersonPronoun = (typeof PERSON_PRONOUNS)[number];

/** Every form of them, in lower case. */
export const PRONOUN_FORMS: ReadonlyMap<string, PersonPronoun> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['she', 'she'],
  ['her', 'she'],
]);
