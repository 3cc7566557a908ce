import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ACTIONS, STATUSES } from '../positions/position.ts';
import { RELEVANCES } from '../understanding.ts';
import { describeIssue, filesByName, knownPlaces, type TopicPack, TopicPackError } from './topic-pack.ts';

/** Weights of clues in hundredths, which take a sixth less room: for each clue one for each verdict. */
export type Hundredths = Readonly<Record<string, readonly number[]>>;

/** A `ClueModel`, as `caveat eval --fit …` prints it. */
function modelFile<Verdict extends z.ZodType<string>>(verdict: Verdict) {
  return {
    origin: z.string().min(1),
    verdicts: z.array(verdict).min(2),
    bias: z.array(z.number()),
    hundredths: z.custom<Hundredths>(isObject, 'must be an object with the weights of each clue'),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Numbers {
  readonly verdicts: readonly string[];
  readonly bias: readonly number[];
  readonly hundredths: Hundredths;
}

/**
 * Looks at the weights in a loop of its own: there are half a million of them, and a schema of each would take longer
 * at every cold start than reading a hundred articles.
 */
function checkWeights({ verdicts, bias, hundredths }: Numbers, context: z.core.$RefinementCtx): void {
  const say = (path: string[], what: string) =>
    context.addIssue({
      code: 'custom',
      path,
      message: `must have ${what} for each of ${verdicts.length} verdicts`,
    });
  if (bias.length !== verdicts.length) say(['bias'], 'a number');
  const wrong = Object.keys(hundredths).find((clue) => !areWeights(hundredths[clue], verdicts.length));
  if (wrong !== undefined) say(['hundredths', wrong], 'a whole number');
}

function areWeights(weights: unknown, count: number): boolean {
  return Array.isArray(weights) && weights.length === count && weights.every(Number.isInteger);
}

/** A reader whose word counts from some probability on. */
function thresholdReaderFile<Verdict extends z.ZodType<string>>(verdict: Verdict) {
  return z
    .strictObject({ ...modelFile(verdict), threshold: z.number().min(0).max(1) })
    .superRefine(checkWeights);
}

function readerFile<Verdict extends z.ZodType<string>>(verdict: Verdict) {
  return z.strictObject(modelFile(verdict)).superRefine(checkWeights);
}

const readersSchema = z.strictObject({
  'relevance-reader': readerFile(z.enum(RELEVANCES)).optional(),
  'second-reader': thresholdReaderFile(z.enum([...ACTIONS, 'none'])).optional(),
  'scope-reader': readerFile(z.string()).optional(),
  'weapon-reader': readerFile(z.enum(['yes', 'no'])).optional(),
  'status-reader': readerFile(z.enum(STATUSES)).optional(),
  'confidence-reader': thresholdReaderFile(z.enum(['right', 'wrong'])).optional(),
});

type ReaderFiles = z.infer<typeof readersSchema>;

/** The readers of a topic that were fitted to labelled articles, each of which may be missing. */
export interface TopicReaders extends ReaderFiles {
  /** Tells them from all others: the SHA-256 of their files, in hexadecimal digits. */
  readonly fingerprint: string;
}

/** Of a topic that nobody has fitted any for: rules alone read it. */
export const NO_READERS: TopicReaders = { fingerprint: '' };

/**
 * Checks the files of a topic's folder `readers`.
 *
 * @param texts - JSON, by file name without `.json`; a name with `.json` is accepted as well
 * @throws TopicPackError naming every file with a problem, with the first wrong clue of each
 */
export function parseTopicReaders(texts: Readonly<Record<string, string>>, pack: TopicPack): TopicReaders {
  const parsed = readersSchema.safeParse(filesByName(parseEach(texts)));
  if (!parsed.success)
    throw new TopicPackError(parsed.error.issues.map((issue) => `readers/${describeIssue(issue)}`));
  const problems = crossCheck(parsed.data, pack);
  if (problems.length > 0) throw new TopicPackError(problems);
  return { ...parsed.data, fingerprint: fingerprintOf(texts) };
}

/** @throws TopicPackError naming every file that is no JSON */
function parseEach(texts: Readonly<Record<string, string>>): Record<string, unknown> {
  const problems: string[] = [];
  const files = Object.entries(texts).map(([name, text]) => [name, parseOne(name, text, problems)]);
  if (problems.length > 0) throw new TopicPackError(problems);
  return Object.fromEntries(files);
}

function parseOne(name: string, text: string, problems: string[]): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.push(`readers/${name}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Of the texts and not of what they hold, which would have to be written out again: they are millions of characters. */
function fingerprintOf(texts: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(texts).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${name}\n${text}\n`, 'utf8');
  return hash.digest('hex');
}

/** What the schema cannot see: what one file needs of another. */
function crossCheck(readers: ReaderFiles, pack: TopicPack): string[] {
  const places = knownPlaces(pack);
  return [
    ...(readers['scope-reader']?.verdicts ?? [])
      .filter((geo) => !places.has(geo))
      .map((geo) => `readers/scope-reader.json verdicts: no place "${geo}" in places.json`),
    ...(readers['confidence-reader'] && !readers['second-reader']
      ? ['readers/confidence-reader.json: judges by the word of second-reader.json, which is missing']
      : []),
  ];
}
