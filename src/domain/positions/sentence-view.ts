import type { PhraseMatch } from '../text/phrase-table.ts';
import type { Sentence } from '../text/sentences.ts';
import { isCapitalised, type Token, tokenise } from '../text/tokens.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Label, Topic, TopicObject } from '../topics/topic.ts';
import type { Span } from './position.ts';

/** A range of a sentence's tokens, end exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export interface CueMention extends TokenRange {
  readonly kind: CueKind;
}

export interface ObjectMention extends TokenRange {
  readonly object: TopicObject;
}

export interface GeoMention extends TokenRange {
  readonly geo: string;
  readonly rank: number;
  readonly isPartial: boolean;
}

/** A sentence with everything that the topic's tables know about its words. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly index: number;
  readonly tokens: readonly Token[];
  /** Norms and attitudes; of overlapping phrases of one layer only the longest. */
  readonly cues: readonly CueMention[];
  readonly objects: readonly ObjectMention[];
  readonly geos: readonly GeoMention[];
  readonly targets: readonly (TokenRange & { readonly target: string })[];
  readonly conditions: readonly (TokenRange & { readonly condition: string })[];
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
  const matches = topic.labels.findAll(tokens);
  const byKind = Map.groupBy(matches, ({ value }) => value.kind);
  const cues = cuesOf(byKind.get('cue') ?? []);
  const actorMatches = longestOnly(
    matches.filter(
      (match) => isActorLabel(match.value) && !isInLongerName(tokens, match) && !isOfCapital(tokens, match),
    ),
  );
  const elsewhere = byKind.get('elsewhere') ?? [];
  return {
    sentence,
    index,
    tokens,
    cues: [
      ...longestOfLayer(cues, 'norm'),
      ...longestOfLayer(cues, 'use'),
      ...longestOfLayer(cues, 'attitude'),
      ...cues.filter(({ kind }) => kind !== 'idiom' && layerOf(kind) === 'modifier'),
    ].sort((one, other) => one.from - other.from),
    objects: objectsOf(byKind.get('object') ?? []),
    geos: select(byKind.get('geo') ?? [], 'geo', ({ geo, rank, isPartial }) => ({
      geo,
      rank,
      isPartial,
    })).filter((place) => !elsewhere.some((other) => overlaps(place, other))),
    targets: select(byKind.get('target') ?? [], 'target', ({ target }) => ({ target })),
    conditions: select(byKind.get('condition') ?? [], 'condition', ({ condition }) => ({ condition })),
    supplied: select(byKind.get('supplied') ?? [], 'supplied', () => ({})),
    theatres: select(byKind.get('theatre') ?? [], 'theatre', () => ({})),
    vetoes: select(byKind.get('veto') ?? [], 'veto', () => ({})),
    actorMatches,
    placesInOffices: matches.filter(
      (match) =>
        isPlaceLabel(match.value) &&
        actorMatches.some(
          (office) => office.value.kind === 'role' && office.from <= match.from && match.to <= office.to,
        ),
    ),
    isQuoted: quotedTokens(tokens, opensQuoted),
  };
}

/** "The Bulgarian capital" is where something is done, and not who does it. */
function isOfCapital(tokens: readonly Token[], { to, value }: PhraseMatch<Label>): boolean {
  const isOwner = /^['’]s$/.test(tokens[to]?.word ?? '');
  return value.kind === 'country' && tokens[isOwner ? to + 1 : to]?.word === 'capital';
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
function objectsOf(matches: readonly PhraseMatch<Label>[]): ObjectMention[] {
  const all = select(matches, 'object', ({ object }) => ({ object }));
  const named = longestOnly(all.filter(({ object }) => object.isNamed));
  const others = longestOnly(
    all.filter((mention) => !mention.object.isNamed && !named.some((name) => overlaps(name, mention))),
  );
  return [...named, ...others]
    .filter(({ object }) => !object.isOther)
    .sort((one, other) => one.from - other.from);
}

function cuesOf(matches: readonly PhraseMatch<Label>[]): CueMention[] {
  const cues = select(matches, 'cue', ({ cue }) => ({ kind: cue }));
  const operators = cues.filter(({ kind }) => kind === 'lift' || kind === 'permit');
  // "no plans to lift the restrictions" is not "no restrictions"
  return cues.filter(
    (cue) =>
      cue.kind !== 'no-restriction' || !operators.some(({ from, to }) => cue.from < from && to <= cue.to),
  );
}

function select<Kind extends Label['kind'], Extra>(
  matches: readonly PhraseMatch<Label>[],
  kind: Kind,
  extra: (label: Extract<Label, { kind: Kind }>) => Extra,
): (TokenRange & Extra)[] {
  return matches.flatMap(({ from, to, value }) =>
    value.kind === kind ? [{ from, to, ...extra(value as Extract<Label, { kind: Kind }>) }] : [],
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

function isActorLabel({ kind }: Label): boolean {
  return (
    kind === 'country' || kind === 'organisation' || kind === 'person' || kind === 'role' || kind === 'group'
  );
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
  if (ranges.length < 2) return [...ranges];
  const kept: Range[] = [];
  const byLength = [...ranges].sort(
    (one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from,
  );
  for (const range of byLength) {
    if (!kept.some((other) => overlaps(range, other))) kept.push(range);
  }
  return kept.sort((one, other) => one.from - other.from);
}

export function overlaps(one: TokenRange, other: TokenRange): boolean {
  return one.from < other.to && other.from < one.to;
}

function quotedTokens(tokens: readonly Token[], opensQuoted: boolean): boolean[] {
  let isInside = opensQuoted;
  return tokens.map(({ text }) => {
    if (text === '“' || text === '„' || text === '«') isInside = true;
    else if (text === '”' || text === '»') isInside = false;
    else if (text === '"') isInside = !isInside;
    return isInside;
  });
}
