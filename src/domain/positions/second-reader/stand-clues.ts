import { type ClueSink, putRow, putterOf } from '../../clues/clue-sink.ts';
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

/** Puts what a sentence shows of whoever stands in it, besides its words. */
export function putSentenceClues<Place>(
  sink: ClueSink<Place>,
  { view }: ReadSentence,
  { kinds, free, quoted }: Marks,
): void {
  const put = putterOf(sink);
  put('object', String(view.objects.length > 0));
  put('given', String(view.supplied.length > 0 || view.objects.some(({ object }) => object.isNamed)));
  put('place', String(view.geos.length + view.theatres.length > 0));
  put('at', String(Math.min(LAST_PLACE, view.index)));
  put('free', String(free.size));
  put('quoted', quoted);
  for (const kind of kinds) put('cue', kind);
  putRowOfCues(sink, view);
}

/** Each kind of cue with the one before it. */
function putRowOfCues<Place>(sink: ClueSink<Place>, { cues }: SentenceView): void {
  const pair = sink.to(sink.start, 'cues');
  let before: Place | undefined;
  for (const { kind } of cues) {
    if (kind === 'anonymous' || kind === 'limit' || kind === 'use') continue;
    if (before !== undefined) sink.put(sink.to(before, kind));
    before = sink.to(pair, kind);
  }
}

/** Puts what it shows of one who may hold a position in it. */
export function putStandClues<Place>(
  sink: ClueSink<Place>,
  read: ReadSentence,
  marks: Marks,
  stand: Stand,
  party: string,
  topic: Topic,
): void {
  putActorClues(sink, stand, party, marks.kinds);
  putSpeakerClues(sink, speakerFor(stand.country, read, topic), marks, stand, party);
  const cues = sink.to(sink.start, 'cue');
  for (const cue of read.view.cues) sink.put(sink.to(sink.to(cues, cue.kind), whereFrom(stand, cue)));
}

/** What the topic knows of the actor, by itself and with each kind of cue. */
function putActorClues<Place>(
  sink: ClueSink<Place>,
  { part, mention }: Stand,
  party: string,
  kinds: ReadonlySet<CueKind>,
): void {
  const { type, decides } = mention.actor;
  const put = putterOf(sink);
  put('part', part);
  put('party', party);
  put('type', type);
  put('decides', String(decides));
  const cues = sink.to(sink.start, 'cue');
  for (const kind of kinds) {
    const cue = sink.to(cues, kind);
    const ofParty = sink.to(cue, party);
    sink.put(sink.to(cue, part));
    sink.put(ofParty);
    sink.put(sink.to(ofParty, part));
    sink.put(sink.to(cue, type));
    sink.put(sink.to(sink.to(cue, 'decides'), String(decides)));
  }
}

/** Whose words the sentence gives, how much of it stands between quotation marks, and who else acts in it. */
function putSpeakerClues<Place>(
  sink: ClueSink<Place>,
  speaker: string,
  { free, quoted }: Marks,
  { country, part }: Stand,
  party: string,
): void {
  const [firstFree] = free;
  const put = putterOf(sink);
  put('speaker', speaker, party, part);
  putRow(sink, 'free', String(free.size), part);
  put('first', String(firstFree === country), speaker);
  putRow(sink, 'quoted', quoted, part, speaker);
}

function freeIn(mentions: readonly ActorMention[]): ReadonlySet<string> {
  const countries = new Set<string>();
  for (const { usage, actor } of mentions)
    if (usage === 'free' && actor.country && countries.size < MANY_FREE) countries.add(actor.country);
  return countries;
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
