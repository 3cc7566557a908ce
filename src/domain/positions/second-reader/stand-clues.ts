import type { CueKind } from '../../topics/cue-kinds.ts';
import type { Topic } from '../../topics/topic.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import type { ReadSentence } from '../read-article.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';
import { partyOf } from '../stances/standing-in-topic.ts';
import type { Stand } from './stands.ts';

/** Sentences further on are alike. */
const LAST_PLACE = 3;
/** More who act are alike. */
const MANY_FREE = 3;

/** What is read off a sentence once, for all who stand in it. */
export interface Marks {
  readonly kinds: ReadonlySet<CueKind>;
  /** The states of those who may act, up to as many as tell anything. */
  readonly free: ReadonlySet<string>;
  readonly quoted: 'all' | 'part' | 'none';
}

export function marksOf({ view, mentions }: ReadSentence): Marks {
  return {
    kinds: new Set(view.cues.map(({ kind }) => kind)),
    free: freeIn(mentions),
    quoted: quotedIn(view),
  };
}

/** What a sentence shows of whoever stands in it, besides its words. */
export function sentenceClues({ view }: ReadSentence, { kinds, free, quoted }: Marks): string[] {
  const { cues } = view;
  const isGiven = view.supplied.length > 0 || view.objects.some(({ object }) => object.isNamed);
  const ordered = cues.filter(({ kind }) => !/^(?:anonymous|limit|use)$/.test(kind));
  return [
    `object ${view.objects.length > 0}`,
    `given ${isGiven}`,
    `place ${view.geos.length + view.theatres.length > 0}`,
    `at ${Math.min(LAST_PLACE, view.index)}`,
    `free ${free.size}`,
    `quoted ${quoted}`,
    ...[...kinds].map((kind) => `cue ${kind}`),
    ...ordered.slice(1).map(({ kind }, at) => `cues ${ordered[at]?.kind} ${kind}`),
  ];
}

/** What it shows of one who may hold a position in it. */
export function standClues(
  read: ReadSentence,
  marks: Marks,
  stand: Stand,
  party: string,
  topic: Topic,
): string[] {
  return [
    ...actorClues(stand, party, marks.kinds),
    ...speakerClues(speakerFor(stand.country, read, topic), marks, stand, party),
    ...read.view.cues.map((cue) => `cue ${cue.kind} ${whereFrom(stand, cue)}`),
  ];
}

/** What the topic knows of the actor, by itself and with each kind of cue. */
function actorClues({ part, mention }: Stand, party: string, kinds: ReadonlySet<CueKind>): string[] {
  const { type, decides } = mention.actor;
  return [
    `part ${part}`,
    `party ${party}`,
    `type ${type}`,
    `decides ${decides}`,
    ...[...kinds].flatMap((kind) => [
      `cue ${kind} ${part}`,
      `cue ${kind} ${party}`,
      `cue ${kind} ${party} ${part}`,
      `cue ${kind} ${type}`,
      `cue ${kind} decides ${decides}`,
    ]),
  ];
}

/** Whose words the sentence gives, how much of it stands between quotation marks, and who else acts in it. */
function speakerClues(
  speaker: string,
  { free, quoted }: Marks,
  { country, part }: Stand,
  party: string,
): string[] {
  const [first] = free;
  return [
    `speaker ${speaker}`,
    `speaker ${speaker} ${party}`,
    `speaker ${speaker} ${part}`,
    `free ${free.size} ${part}`,
    `first ${first === country}`,
    `first ${first === country} ${speaker}`,
    `quoted ${quoted} ${part} ${speaker}`,
  ];
}

function freeIn(mentions: readonly ActorMention[]): ReadonlySet<string> {
  const countries = mentions.flatMap(({ usage, actor }) => (usage === 'free' ? (actor.country ?? []) : []));
  return new Set([...new Set(countries)].slice(0, MANY_FREE));
}

/** What the speaker of a sentence is to one who stands in it. */
function speakerFor(country: string, { speaker }: ReadSentence, topic: Topic): string {
  if (speaker === undefined) return 'nobody';
  if (speaker.actor.country === undefined) return 'unknown';
  if (speaker.actor.country === country) return 'self';
  if (speaker.actor.country === topic.recipient) return 'recipient';
  return speaker.actor.country === topic.adversary ? 'adversary' : 'other';
}

function quotedIn({ isQuoted, tokens }: SentenceView): Marks['quoted'] {
  const quoted = isQuoted.filter(Boolean).length;
  if (quoted > 0.9 * tokens.length) return 'all';
  return quoted > 0 ? 'part' : 'none';
}

/** On which side of the actor a cue stands. */
function whereFrom({ mention, part }: Stand, cue: TokenRange): string {
  if (part === 'speaker') return 'said';
  return cue.from >= mention.to ? 'after' : 'before';
}

export function partyIn({ country, mention }: Stand, topic: Topic): string {
  return country === 'MULTI' ? 'group' : partyOf(mention.actor, [], [], topic);
}
