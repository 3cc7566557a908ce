import type { PhraseMatch } from '../text/phrase-table.ts';
import type { Sentence } from '../text/sentences.ts';
import { isCapitalised, type Token, tokenise } from '../text/tokens.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Label, Topic } from '../topics/topic.ts';
import type { Span } from './position.ts';
import {
  type ConditionMention,
  type CueMention,
  type GeoMention,
  type ObjectMention,
  SentenceLabels,
  type TargetMention,
  type TokenRange,
} from './sentence-labels.ts';

export type { CueMention, GeoMention, ObjectMention, TokenRange } from './sentence-labels.ts';

/** A sentence with everything that the topic's tables know about its words. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly index: number;
  readonly tokens: readonly Token[];
  /** Norms and attitudes; of overlapping phrases of one layer only the longest. */
  readonly cues: readonly CueMention[];
  readonly objects: readonly ObjectMention[];
  readonly geos: readonly GeoMention[];
  readonly targets: readonly TargetMention[];
  readonly conditions: readonly ConditionMention[];
  readonly supplied: readonly TokenRange[];
  readonly theatres: readonly TokenRange[];
  readonly vetoes: readonly TokenRange[];
  /** Countries, offices and names as matched, for `findActors`. */
  readonly actorMatches: readonly PhraseMatch<Label>[];
  /** Countries and bodies named inside the phrase of an office ("member of the Bundestag"). */
  readonly placesInOffices: readonly PhraseMatch<Label>[];
  /** For each token whether it stands between quotation marks. */
  readonly isQuoted: readonly boolean[];
}

type Layer = 'norm' | 'use' | 'attitude' | 'modifier';

const ATTITUDES: ReadonlySet<CueKind> = new Set([
  'call',
  'request',
  'consider',
  'refuse',
  'oppose',
  'support',
  'warn',
  'deny',
  'tighten',
] as const);

const MODIFIERS: ReadonlySet<CueKind> = new Set([
  'limit',
  'reversal',
  'widened',
  'reaffirmed',
  'ended',
  'hypothetical',
  'anonymous',
  'idiom',
] as const);

/** Reads one sentence with the topic's tables. */
export function viewSentence(
  sentence: Sentence,
  index: number,
  topic: Topic,
  opensQuoted: boolean,
): SentenceView {
  const tokens = tokenise(sentence.text, sentence.start);
  const labels = new SentenceLabels(topic.labels.findAll(tokens));
  const actorMatches = longestOnly(
    labels.actors.filter((match) => !isInLongerName(tokens, match) && !isOfCapital(tokens, match)),
  );
  return {
    sentence,
    index,
    tokens,
    cues: cuesOf(labels.cues),
    objects: objectsOf(labels.objects),
    geos: labels.geos.filter((place) => !labels.elsewhere.some((other) => overlaps(place, other))),
    targets: labels.targets,
    conditions: labels.conditions,
    supplied: labels.supplied,
    theatres: labels.theatres,
    vetoes: labels.vetoes,
    actorMatches,
    placesInOffices: placesIn(
      actorMatches.filter(({ value }) => value.kind === 'role'),
      labels.actors,
    ),
    isQuoted: quotedTokens(sentence.text, tokens, opensQuoted),
  };
}

function placesIn(
  offices: readonly PhraseMatch<Label>[],
  actors: readonly PhraseMatch<Label>[],
): PhraseMatch<Label>[] {
  if (offices.length === 0) return [];
  return actors.filter(
    (match) =>
      isPlaceLabel(match.value) &&
      offices.some((office) => office.from <= match.from && match.to <= office.to),
  );
}

/** "The Bulgarian capital" is where something is done, and not who does it. */
function isOfCapital(tokens: readonly Token[], { to, value }: PhraseMatch<Label>): boolean {
  if (value.kind !== 'country') return false;
  const isOwner = /^['’]s$/.test(tokens[to]?.word ?? '');
  return tokens[isOwner ? to + 1 : to]?.word === 'capital';
}

/** Words before "Democrats" that make of it another party. */
const OTHER_PARTY = /^(?:christian|free|left|liberal|social)$/;

/** "Tanmanjeet Singh Dhesi" is nobody called Singh, and a Social Democrat no Democrat. */
function isInLongerName(tokens: readonly Token[], { from, to, value }: PhraseMatch<Label>): boolean {
  if (value.kind === 'organisation')
    return (
      tokens[from]?.word.startsWith('democrat') === true && OTHER_PARTY.test(tokens[from - 1]?.word ?? '')
    );
  return (
    value.kind === 'person' &&
    to - from === 1 &&
    [tokens[from - 1], tokens[to]].every((token) => isCapitalised(token) && !NO_NAME.test(token?.word ?? ''))
  );
}

/** Words with a capital that stand beside a surname and belong to no name: titles, days and months. */
const NO_NAME =
  /^(?:mr|mrs|ms|sir|lord|dame|dr|president|chancellor|minister|secretary|senator|general|premier|king|.*day|january|february|march|april|may|june|july|august|september|october|november|december|administration|government|cabinet)$/;

/** A name inside a longer phrase ("long-range ATACMS missiles") is what the phrase is about. */
function objectsOf(all: readonly ObjectMention[]): readonly ObjectMention[] {
  if (all.length === 0) return all;
  const named = longestOnly(all.filter(({ object }) => object.isNamed));
  const others = longestOnly(
    all.filter((mention) => !mention.object.isNamed && !named.some((name) => overlaps(name, mention))),
  );
  return [...named, ...others]
    .filter(({ object }) => !object.isOther)
    .sort((one, other) => one.from - other.from);
}

/** Of each layer the longest cues, and all that modify them. */
function cuesOf(all: readonly CueMention[]): readonly CueMention[] {
  if (all.length === 0) return all;
  const cues = withoutDeniedPlans(all);
  return [
    ...longestOfLayer(cues, 'norm'),
    ...longestOfLayer(cues, 'use'),
    ...longestOfLayer(cues, 'attitude'),
    ...cues.filter(({ kind }) => kind !== 'idiom' && layerOf(kind) === 'modifier'),
  ].sort((one, other) => one.from - other.from);
}

/** "No plans to lift the restrictions" is not "no restrictions". */
function withoutDeniedPlans(cues: readonly CueMention[]): readonly CueMention[] {
  if (!cues.some(({ kind }) => kind === 'no-restriction')) return cues;
  const operators = cues.filter(({ kind }) => kind === 'lift' || kind === 'permit');
  return cues.filter(
    (cue) =>
      cue.kind !== 'no-restriction' || !operators.some(({ from, to }) => cue.from < from && to <= cue.to),
  );
}

/** An idiom ("press conference") takes part in every layer, so that the words in it are read as nothing else. */
function longestOfLayer(cues: readonly CueMention[], layer: Layer): CueMention[] {
  const own = cues.filter(({ kind }) => kind === 'idiom' || layerOf(kind) === layer);
  return longestOnly(own).filter(({ kind }) => kind !== 'idiom');
}

/** Whether a cue says what somebody thinks of the norm. */
export function isAttitude(kind: CueKind): boolean {
  return ATTITUDES.has(kind);
}

function layerOf(kind: CueKind): Layer {
  if (kind === 'use') return 'use';
  if (isAttitude(kind)) return 'attitude';
  return MODIFIERS.has(kind) ? 'modifier' : 'norm';
}

function isPlaceLabel({ kind }: Label): boolean {
  return kind === 'country' || kind === 'organisation';
}

/** A sentence as what proves something: where it stands and what it says. */
export function spanOf({ sentence: { start, end, text } }: Pick<SentenceView, 'sentence'>): Span {
  return { start, end, text };
}

/** The words from one token to before another, as one string. */
export function wordsIn({ tokens }: Pick<SentenceView, 'tokens'>, from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), to)
    .map(({ word }) => word)
    .join(' ');
}

/** Of overlapping ranges the longest stays; of equally long ones the first. */
export function longestOnly<Range extends TokenRange>(ranges: readonly Range[]): Range[] {
  if (areApart(ranges)) return [...ranges];
  const kept: Range[] = [];
  const byLength = [...ranges].sort(
    (one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from,
  );
  for (const range of byLength) {
    if (!kept.some((other) => overlaps(range, other))) kept.push(range);
  }
  return kept.sort((one, other) => one.from - other.from);
}

/** Whether ranges follow each other, as most do, so that there is nothing to choose. */
function areApart(ranges: readonly TokenRange[]): boolean {
  return ranges.every(({ from }, index) => index === 0 || (ranges[index - 1]?.to ?? 0) <= from);
}

/** Whether one of some ranges has a token. */
export function isWithin(at: number, ranges: readonly TokenRange[]): boolean {
  return ranges.some(({ from, to }) => from <= at && at < to);
}

export function overlaps(one: TokenRange, other: TokenRange): boolean {
  return one.from < other.to && other.from < one.to;
}

function quotedTokens(sentence: string, tokens: readonly Token[], opensQuoted: boolean): boolean[] {
  if (!MARKS.test(sentence)) return tokens.map(() => opensQuoted);
  let isInside = opensQuoted;
  return tokens.map(({ text }) => {
    if (text === '“' || text === '„' || text === '«') isInside = true;
    else if (text === '”' || text === '»') isInside = false;
    else if (text === '"') isInside = !isInside;
    return isInside;
  });
}

const MARKS = /[“„«”»"]/;
