import { putRow, type WordSink } from '../../clues/clue-sink.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { ReadSentence } from '../read-article.ts';
import { outlineOf, putOutline } from './outline.ts';
import { type Countries, type SentenceWord, sentenceWords, wordsBy } from './sentence-words.ts';
import { type Marks, marksOf, partyIn, putSentenceClues, putStandClues, standWords } from './stand-clues.ts';
import type { Stand } from './stands.ts';
import { Surroundings } from './surroundings.ts';
import {
  deniedWords,
  type NamedPair,
  namedPairs,
  putDeniedWords,
  putNamedWords,
  putPlainWords,
  putWordsOf,
} from './word-clues.ts';

/**
 * What a sentence of an article shows of those who may hold a position in it, as clues that are each there or not: the
 * kinds of cues and their order, the part and the party of the actor, what else the topic knows of it, who speaks, what
 * the sentences before are about, words and pairs of words.
 */
export class SentenceClues<Word> {
  readonly #read: ReadSentence;
  readonly #relevance: Relevance;
  readonly #topic: Topic;
  readonly #words: readonly SentenceWord<Word>[];
  readonly #named: readonly NamedPair<Word>[];
  readonly #denied: readonly string[];
  readonly #outline: readonly SentenceWord<Word>[];
  /** What actors are called. */
  readonly #names: Readonly<Record<Role, Word>>;
  readonly #marks: Marks<Word>;
  readonly #surroundings: Surroundings<Word>;

  /**
   * @param sentences - all of the article, in order
   * @param relevance - of the article by its points; what seems to be none may yet be a mention
   * @param wordOf - what the sinks know a word by: it is looked up here, once for all who stand in the sentence
   */
  constructor(
    read: ReadSentence,
    sentences: readonly ReadSentence[],
    relevance: Relevance,
    topic: Topic,
    wordOf: (word: string) => Word,
  ) {
    const words = sentenceWords(read);
    this.#read = read;
    this.#relevance = relevance;
    this.#topic = topic;
    this.#words = wordsBy(words, wordOf);
    this.#named = namedPairs(this.#words);
    this.#denied = deniedWords(words);
    this.#outline = wordsBy(outlineOf(read), wordOf);
    this.#names = {
      self: wordOf('SELF'),
      recipient: wordOf('RECIPIENT'),
      adversary: wordOf('ADVERSARY'),
      other: wordOf('OTHER'),
    };
    this.#marks = marksOf(read, wordOf);
    this.#surroundings = new Surroundings(sentences, read, wordOf);
  }

  /** Puts the clues that all who stand in the sentence share. */
  putShared<Place>(sink: WordSink<Place, Word>): void {
    putRow(sink, 'article', this.#relevance === 'none' ? 'mention' : this.#relevance);
    putSentenceClues(sink, this.#read, this.#marks);
    this.#surroundings.putForAll(sink);
    putPlainWords(sink, this.#words);
    putDeniedWords(sink, this.#denied);
  }

  /** Puts those of one of them; none of them is shared. */
  putOwn<Place>(sink: WordSink<Place, Word>, stand: Stand): void {
    const topic = this.#topic;
    const party = partyIn(stand, topic);
    const speaks = this.#read.speaker?.actor.country === stand.country;
    const nameOf = (countries: Countries) => this.#names[roleOf(countries, stand.country, topic)];
    const words = standWords(stand, party, this.#read, topic, (word) => sink.wordOf(word));
    putStandClues(sink, this.#marks, stand, words);
    this.#surroundings.put(sink, stand, words);
    putOutline(sink, this.#outline, speaks ? 'START SELF' : 'START', nameOf);
    putWordsOf(sink, words.party, this.#words);
    putNamedWords(sink, this.#named, nameOf);
  }
}

/** What actors are to one who stands in the sentence. */
type Role = 'self' | 'recipient' | 'adversary' | 'other';

function roleOf(countries: Countries, own: string, topic: Topic): Role {
  if (countries.includes(own)) return 'self';
  if (countries.includes(topic.recipient)) return 'recipient';
  return countries.includes(topic.adversary) ? 'adversary' : 'other';
}
