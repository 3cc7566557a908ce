import { type Clues, evenly } from '../../clues/clue-model.ts';
import { stemOf } from '../../clues/word-stem.ts';
import { wordsAndPairs } from '../../clues/words-and-pairs.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { ReadSentence } from '../read-article.ts';
import type { TokenRange } from '../sentence-view.ts';
import { partyOf } from '../stances/standing-in-topic.ts';
import type { Stand } from './stands.ts';

/** Sentences further on are alike. */
const LAST_PLACE = 3;

/**
 * What a sentence shows of one who may hold a position in it, as names that are each there or not: the kinds of its
 * cues and their order, the part and the party of the actor, what else the topic knows of it, its words and pairs of words. Names,
 * numbers and what the topic's tables know are left out of the words, so that no country and no weapon is learnt.
 */
export function cluesOf(read: ReadSentence, stand: Stand, relevance: Relevance, topic: Topic): Clues {
  const { view } = read;
  const { part } = stand;
  const party = partyIn(stand, topic);
  const kinds = new Set(view.cues.map(({ kind }) => kind));
  const ordered = view.cues.filter(({ kind }) => !/^(?:anonymous|limit|use)$/.test(kind));
  const isGiven = view.supplied.length > 0 || view.objects.some(({ object }) => object.isNamed);
  const names = new Set([
    `part ${part}`,
    `party ${party}`,
    `object ${view.objects.length > 0}`,
    `given ${isGiven}`,
    `place ${view.geos.length + view.theatres.length > 0}`,
    `at ${Math.min(LAST_PLACE, view.index)}`,
    `article ${relevance}`,
    ...[...kinds].flatMap((kind) => [
      `cue ${kind}`,
      `cue ${kind} ${part}`,
      `cue ${kind} ${party}`,
      `cue ${kind} ${party} ${part}`,
    ]),
    ...ordered.slice(1).map(({ kind }, at) => `cues ${ordered[at]?.kind} ${kind}`),
    ...view.cues.map((cue) => `cue ${cue.kind} ${sideOf(cue, stand)}`),
    ...wordsAndPairs(wordsOf(read, stand, topic)),
  ]);
  return evenly(names);
}

function partyIn({ country, mention }: Stand, topic: Topic): string {
  return country === 'MULTI' ? 'group' : partyOf(mention.actor, [], [], topic);
}

function sideOf(cue: TokenRange, { mention, part }: Stand): string {
  if (part === 'speaker') return 'said';
  return cue.from >= mention.to ? 'after' : 'before';
}

/** The words in lower case and without their endings; what the tables know stands for its kind. */
function wordsOf({ view, mentions }: ReadSentence, { country }: Stand, topic: Topic): string[] {
  const covers =
    (at: number) =>
    ({ from, to }: TokenRange) =>
      from <= at && at < to;
  return view.tokens.flatMap(({ word, text }, at) => {
    const actors = mentions.filter(covers(at)).map(({ actor }) => actor.country);
    if (actors.length > 0) return [actorWord(actors, country, topic)];
    if (view.objects.some(covers(at))) return ['OBJECT'];
    if (view.geos.some(covers(at)) && !/^(?:at|deep|in|inside|on)$/.test(word)) return ['PLACE'];
    if (/\d/.test(text)) return ['NUMBER'];
    if (at > 0 && /^\p{Lu}/u.test(text)) return ['NAME'];
    return /^\p{P}+$/u.test(text) ? [] : [stemOf(word)];
  });
}

function actorWord(actors: readonly (string | undefined)[], own: string, topic: Topic): string {
  if (actors.includes(own)) return 'SELF';
  if (actors.includes(topic.recipient)) return 'RECIPIENT';
  return actors.includes(topic.adversary) ? 'ADVERSARY' : 'OTHER';
}
