import { type Clues, evenlyTogether } from '../../clues/clue-model.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { ReadSentence } from '../read-article.ts';
import { outlineOf } from './outline.ts';
import { type SentenceWord, sentenceWords } from './sentence-words.ts';
import { type Marks, marksOf, partyIn, sentenceClues, standClues } from './stand-clues.ts';
import type { Stand } from './stands.ts';
import { Surroundings } from './surroundings.ts';

/** What is found once for all who stand in a sentence. */
interface SharedClues {
  readonly words: readonly SentenceWord[];
  readonly marks: Marks;
  readonly surroundings: Surroundings;
  readonly names: ReadonlySet<string>;
}

/**
 * What the sentences of an article show of those who may hold a position in them, as names that are each there or not:
 * the kinds of cues and their order, the part and the party of the actor, what else the topic knows of it, who speaks,
 * what the sentences before are about, words and pairs of words.
 */
export class ArticleClues {
  readonly #sentences: readonly ReadSentence[];
  readonly #relevance: Relevance;
  readonly #topic: Topic;
  readonly #shared = new Map<ReadSentence, SharedClues>();

  /** @param sentences - all of the article, in order */
  constructor(sentences: readonly ReadSentence[], relevance: Relevance, topic: Topic) {
    this.#sentences = sentences;
    this.#relevance = relevance;
    this.#topic = topic;
  }

  /** Clues that count alike: those that all who stand in the sentence share, and one's own. */
  of(read: ReadSentence, stand: Stand): readonly Clues[] {
    const shared = this.#sharedOf(read);
    return evenlyTogether([shared.names, this.#ownOf(read, stand, shared)]);
  }

  #sharedOf(read: ReadSentence): SharedClues {
    const known = this.#shared.get(read);
    if (known) return known;
    const words = sentenceWords(read);
    const marks = marksOf(read);
    const surroundings = new Surroundings(this.#sentences, read);
    const names = new Set([
      `article ${this.#relevance}`,
      ...sentenceClues(read, marks),
      ...surroundings.forAll(),
      ...plainWords(words),
    ]);
    const found = { words, marks, surroundings, names };
    this.#shared.set(read, found);
    return found;
  }

  #ownOf(read: ReadSentence, stand: Stand, { words, marks, surroundings }: SharedClues): Set<string> {
    const topic = this.#topic;
    const party = partyIn(stand, topic);
    const nameOf = (country: string | undefined) => actorWord([country], stand.country, topic);
    const speaks = read.speaker?.actor.country === stand.country;
    return new Set([
      ...standClues(read, marks, stand, party, topic),
      ...surroundings.of(stand, party),
      ...outlineOf(read, speaks ? 'START SELF' : 'START', nameOf),
      ...words.flatMap((word, at) => namedWords(words, word, at, stand.country, topic)),
    ]);
  }
}

function plainWords(words: readonly SentenceWord[]): string[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    if (typeof word !== 'string') return [];
    return typeof before === 'string' ? [`word ${word}`, `pair ${before} ${word}`] : [`word ${word}`];
  });
}

/** Words and pairs of words of which one is an actor. */
function namedWords(
  words: readonly SentenceWord[],
  word: SentenceWord,
  at: number,
  own: string,
  topic: Topic,
): string[] {
  const before = words[at - 1];
  const isPlain = typeof word === 'string';
  if (isPlain && (before === undefined || typeof before === 'string')) return [];
  const named = isPlain ? word : actorWord(word, own, topic);
  const clues = isPlain ? [] : [`word ${named}`];
  if (before === undefined) return clues;
  return [...clues, `pair ${typeof before === 'string' ? before : actorWord(before, own, topic)} ${named}`];
}

function actorWord(actors: readonly (string | undefined)[], own: string, topic: Topic): string {
  if (actors.includes(own)) return 'SELF';
  if (actors.includes(topic.recipient)) return 'RECIPIENT';
  return actors.includes(topic.adversary) ? 'ADVERSARY' : 'OTHER';
}
