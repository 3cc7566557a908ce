import { z } from 'zod';

const scope = z.strictObject({
  /** As it reads in a table. */
  label: z.string().min(1),
  /** As it reads after the verb of a subject line. */
  short: z.string().optional(),
});

/** How the pack's canonical values read to a person. A value without a word is printed as it is. */
export const wordsFile = z.strictObject({
  /** Names short enough for a subject line, by country code; the country's own name otherwise. */
  shortCountries: z.record(z.string(), z.string()),
  weapons: z.record(z.string(), z.string()),
  scopes: z.record(z.string(), scope),
  targets: z.record(z.string(), z.string()),
  conditions: z.record(z.string(), z.string()),
  statusVerbs: z.strictObject({
    permitted: z.string(),
    'permitted-with-limits': z.string(),
    'no-restriction-stated': z.string(),
    restricted: z.string(),
    undecided: z.string(),
  }),
});
export type TopicWords = z.infer<typeof wordsFile>;
