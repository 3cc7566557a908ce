import { z } from 'zod';
import { ACTIONS, ACTOR_TYPES } from '../positions/position.ts';
import { PERSON_PRONOUNS } from '../text/person-pronoun.ts';
import { RELEVANCES } from '../understanding.ts';
import { CUE_KINDS } from './cue-kinds.ts';
import { ledgerFile } from './ledger-file.ts';
import { wordsFile } from './topic-words.ts';

const patterns = z.array(z.string().min(1)).min(1);
const day = z.iso.date();
const code = z.string().regex(/^[A-Z]{2,5}$/, 'a country code such as DE, or NATO, EU, EP, UN, MULTI');
const origin = z.string().min(1);

const topicFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  description: z.string().min(1),
  /** Who is to use the object. */
  recipient: code,
  /** Against whom, or whose property. */
  adversary: code,
  /** True when the state that gave an object decides about it; false when each state decides for itself. */
  ownersAreSuppliers: z.boolean(),
  /** Countries that never decide in this topic, whatever they say. */
  notDeciders: z.array(code),
  /** Codes of bodies of states that have none of the topic's objects themselves. */
  bodies: z.array(code).default([]),
  genericObject: z.string().min(1),
  defaultScopeGeo: z.string().min(1),
  defaultScopeTarget: z.string().min(1),
  /** One word of every group must occur, as part of any word, before an article can be relevant. Letters a to z. */
  gate: z.array(z.array(z.string().regex(/^[a-z]{2,}$/)).min(1)).min(1),
});

const countriesFile = z.strictObject({
  origin,
  countries: z.array(
    z.strictObject({
      code,
      name: z.string(),
      names: patterns,
      demonyms: z.array(z.string()),
      capitals: z.array(z.string()),
      /** Whom "its leader" means, where that is the head of state and not of government. */
      ledBy: z.literal('president').optional(),
    }),
  ),
});

const organisationsFile = z.strictObject({
  origin,
  organisations: z.array(
    z.strictObject({
      name: z.string(),
      country: code,
      type: z.enum(ACTOR_TYPES),
      decides: z.boolean(),
      names: patterns,
    }),
  ),
});

const rolesFile = z.strictObject({
  origin,
  roles: z.array(
    z.strictObject({
      role: z.string(),
      type: z.enum(ACTOR_TYPES),
      decides: z.boolean(),
      /** The state whose titles these are, where only one has them. */
      country: code.optional(),
      patterns,
    }),
  ),
});

const groupsFile = z.strictObject({
  origin,
  groups: z.array(
    z.strictObject({
      name: z.string(),
      country: code,
      /** Whether it means those who gave the object, where nothing tells whose it is. */
      gives: z.literal(true).optional(),
      patterns,
    }),
  ),
});

const peopleFile = z.strictObject({
  origin,
  people: z.array(
    z.strictObject({
      name: z.string(),
      /** What texts call the person; `he` unless said. */
      pronoun: z.enum(PERSON_PRONOUNS).default('he'),
      country: code,
      aliases: patterns,
      terms: z.array(z.strictObject({ role: z.string(), from: day, to: day.optional() })).min(1),
    }),
  ),
});

const objectsFile = z.strictObject({
  origin,
  classes: z.array(z.strictObject({ id: z.string(), generic: z.string().optional() })).min(1),
  named: z.array(z.strictObject({ name: z.string(), class: z.string(), suppliers: z.array(code), patterns })),
  phrases: z.array(z.strictObject({ name: z.string(), class: z.string(), patterns })),
  /** Phrases that look like the object and are not: other people's weapons, "arms control". */
  others: z.array(z.string()),
  /** Words that mark a generic object as one that a partner gave. */
  suppliedMarks: z.array(z.string()),
});

const placesFile = z.strictObject({
  origin,
  default: z.string(),
  /** Phrases that say the use is the one this topic is about. */
  theatre: patterns,
  /** Places where something else happens, such as an offensive: they are no scope. */
  elsewhere: z.array(z.string()).default([]),
  /** First rule that matches wins: the most particular comes first. */
  rules: z.array(z.strictObject({ geo: z.string(), isPartial: z.boolean().optional(), patterns })),
  targets: z.array(z.strictObject({ target: z.string(), patterns })),
  conditions: z.array(z.strictObject({ condition: z.string(), patterns })),
});

const cuesFile = z.strictObject({
  origin,
  cues: z.array(z.strictObject({ kind: z.enum(CUE_KINDS), patterns })),
  vetoes: z.array(z.strictObject({ why: z.string(), patterns })),
});

const examplesFile = z.strictObject({
  origin,
  examples: z.array(
    z.strictObject({
      text: z.string(),
      publishedAt: z.iso.datetime().optional(),
      relevance: z.enum(RELEVANCES).optional(),
      positions: z.array(
        z.strictObject({
          country: code,
          action: z.enum(ACTIONS),
          weapon: z.string().optional(),
          scopeGeo: z.string().optional(),
        }),
      ),
    }),
  ),
});

const packSchema = z.strictObject({
  topic: topicFile,
  countries: countriesFile,
  organisations: organisationsFile,
  roles: rolesFile,
  groups: groupsFile,
  people: peopleFile,
  objects: objectsFile,
  places: placesFile,
  cues: cuesFile,
  examples: examplesFile,
  ledger: ledgerFile,
  words: wordsFile,
});

/** What people write of a topic: the files of its folder under config/topics, checked. */
export type TopicPack = z.infer<typeof packSchema>;

/** What is wrong with a topic pack: every problem with the file and place it is in. */
export class TopicPackError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The topic pack cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'TopicPackError';
    this.problems = problems;
  }
}

/**
 * Checks the parsed JSON files of a topic.
 *
 * @param files - by file name without `.json`; a name with `.json` is accepted as well
 * @throws TopicPackError naming every problem, not only the first
 */
export function parseTopicPack(files: Readonly<Record<string, unknown>>): TopicPack {
  const parsed = packSchema.safeParse(filesByName(files));
  if (!parsed.success) throw new TopicPackError(parsed.error.issues.map(describeIssue));
  const problems = crossCheck(parsed.data);
  if (problems.length > 0) throw new TopicPackError(problems);
  return parsed.data;
}

/** The files by their names without folder and `.json`. */
export function filesByName(files: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(files).map(([name, value]) => [name.replace(/^.*\//, '').replace(/\.json$/, ''), value]),
  );
}

/** @returns the file, the place in it, and what is wrong there */
export function describeIssue(issue: z.core.$ZodIssue): string {
  const [file, ...path] = issue.path.map(String);
  return `${file ?? 'folder'}.json ${path.join('.')}: ${issue.message}`;
}

/** What the schema cannot see: names in one file that must exist in another. */
function crossCheck(pack: TopicPack): string[] {
  const roles = new Set(pack.roles.roles.map(({ role }) => role));
  const classes = new Set(pack.objects.classes.map(({ id }) => id));
  return [
    ...pack.people.people.flatMap(({ name, terms }) =>
      terms
        .filter(({ role }) => !roles.has(role))
        .map(({ role }) => `people.json ${name}: no role "${role}" in roles.json`),
    ),
    ...[...pack.objects.named, ...pack.objects.phrases]
      .filter((object) => !classes.has(object.class))
      .map((object) => `objects.json ${object.name}: no class "${object.class}"`),
  ];
}

/** Every place that a position of the topic may be about. */
export function knownPlaces({ places, topic }: TopicPack): ReadonlySet<string> {
  return new Set([places.default, topic.defaultScopeGeo, ...places.rules.map(({ geo }) => geo)]);
}
