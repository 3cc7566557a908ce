import { putterOf, type WordSink } from '../../clues/clue-sink.ts';
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
export interface Marks<Word> {
  readonly cues: readonly MarkedCue<Word>[];
  /** Each of their kinds once. */
  readonly kinds: ReadonlySet<Word>;
  /** The states of those who may act, up to as many as tell anything. */
  readonly free: ReadonlySet<string>;
  readonly quoted: 'all' | 'part' | 'none';
}

interface MarkedCue<Word> extends TokenRange {
  readonly word: Word;
  readonly kind: CueKind;
}

/** @param wordOf - what the sinks know a word by */
export function marksOf<Word>({ view, mentions }: ReadSentence, wordOf: (word: string) => Word): Marks<Word> {
  const cues = view.cues.map(({ kind, from, to }) => ({ kind, from, to, word: wordOf(kind) }));
  return {
    cues,
    kinds: new Set(cues.map(({ word }) => word)),
    free: freeIn(mentions),
    quoted: quotedIn(view),
  };
}

/** Puts what a sentence shows of whoever stands in it, besides its words. */
export function putSentenceClues<Place, Word>(
  sink: WordSink<Place, Word>,
  { view }: ReadSentence,
  { cues, kinds, free, quoted }: Marks<Word>,
): void {
  const put = putterOf(sink);
  put('object', String(view.objects.length > 0));
  put('given', String(view.supplied.length > 0 || view.objects.some(({ object }) => object.isNamed)));
  put('place', String(view.geos.length + view.theatres.length > 0));
  put('at', String(Math.min(LAST_PLACE, view.index)));
  put('free', String(free.size));
  put('quoted', quoted);
  const cue = sink.to(sink.start, 'cue');
  for (const kind of kinds) sink.put(sink.by(cue, kind));
  putRowOfCues(sink, cues);
}

/** Each kind of cue with the one before it. */
function putRowOfCues<Place, Word>(sink: WordSink<Place, Word>, cues: readonly MarkedCue<Word>[]): void {
  const pair = sink.to(sink.start, 'cues');
  let before: Place | undefined;
  for (const { kind, word } of cues) {
    if (kind === 'anonymous' || kind === 'limit' || kind === 'use') continue;
    if (before !== undefined) sink.put(sink.by(before, word));
    before = sink.by(pair, word);
  }
}

/** What one who may hold a position in a sentence is, in words that many clues have. */
export interface StandWords<Word> {
  readonly part: Word;
  readonly party: Word;
  readonly type: Word;
  readonly decides: Word;
  /** What the speaker of the sentence is to them. */
  readonly speaker: Word;
}

export function standWords<Word>(
  { country, part, mention }: Stand,
  party: string,
  read: ReadSentence,
  topic: Topic,
  wordOf: (word: string) => Word,
): StandWords<Word> {
  const { type, decides } = mention.actor;
  return {
    part: wordOf(part),
    party: wordOf(party),
    type: wordOf(type),
    decides: wordOf(String(decides)),
    speaker: wordOf(speakerFor(country, read, topic)),
  };
}

/** Puts what it shows of one who may hold a position in it. */
export function putStandClues<Place, Word>(
  sink: WordSink<Place, Word>,
  marks: Marks<Word>,
  stand: Stand,
  words: StandWords<Word>,
): void {
  putActorClues(sink, words, marks.kinds);
  putSpeakerClues(sink, words, marks, stand);
  const cues = sink.to(sink.start, 'cue');
  for (const cue of marks.cues) sink.put(sink.to(sink.by(cues, cue.word), whereFrom(stand, cue)));
}

/** What the topic knows of the actor, by itself and with each kind of cue. */
function putActorClues<Place, Word>(
  sink: WordSink<Place, Word>,
  { part, party, type, decides }: StandWords<Word>,
  kinds: ReadonlySet<Word>,
): void {
  const put = (what: string, value: Word) => sink.put(sink.by(sink.to(sink.start, what), value));
  put('part', part);
  put('party', party);
  put('type', type);
  put('decides', decides);
  const cues = sink.to(sink.start, 'cue');
  const decidesIt = sink.wordOf('decides');
  for (const kind of kinds) {
    const cue = sink.by(cues, kind);
    const ofParty = sink.by(cue, party);
    sink.put(sink.by(cue, part));
    sink.put(ofParty);
    sink.put(sink.by(ofParty, part));
    sink.put(sink.by(cue, type));
    sink.put(sink.by(sink.by(cue, decidesIt), decides));
  }
}

/** Whose words the sentence gives, how much of it stands between quotation marks, and who else acts in it. */
function putSpeakerClues<Place, Word>(
  sink: WordSink<Place, Word>,
  { speaker, party, part }: StandWords<Word>,
  { free, quoted }: Marks<Word>,
  { country }: Stand,
): void {
  const [firstFree] = free;
  const to = (what: string, value: string) => sink.to(sink.to(sink.start, what), value);
  const said = sink.by(sink.to(sink.start, 'speaker'), speaker);
  sink.put(said);
  sink.put(sink.by(said, party));
  sink.put(sink.by(said, part));
  sink.put(sink.by(to('free', String(free.size)), part));
  const first = to('first', String(firstFree === country));
  sink.put(first);
  sink.put(sink.by(first, speaker));
  sink.put(sink.by(sink.by(to('quoted', quoted), part), speaker));
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

function quotedIn({ isQuoted, tokens }: SentenceView): Marks<unknown>['quoted'] {
  let quoted = 0;
  for (const isIn of isQuoted) if (isIn) quoted += 1;
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
