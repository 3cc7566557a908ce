import { POLARITY, type Position } from '../positions/position.ts';
import { isCapitalised, type Token, tokenise } from '../text/tokens.ts';
import { dayNumber, type EventDays, findEventDays } from './event-days.ts';
import { shingle } from './hash-words.ts';
import { stemWord } from './stem-word.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { StoryArticle } from './story.ts';

/** What is told below this is background; reading on would only slow the work. */
const MAX_EVENT_CHARACTERS = 5_000;
const MAX_COPY_CHARACTERS = 20_000;
const MAX_LEAD_CHARACTERS = 700;
/** How often a word counts where it stands: headlines and leads name the event. */
const WEIGHT = { title: 3, lead: 2, body: 0.5 } as const;
/** Names tell one event from another better than common words do. */
const NAME_WEIGHT = 1.5;

const COPY_SHINGLE_WORDS = 5;
const QUOTE_SHINGLE_WORDS = 5;
const QUOTATION = /[“"«]([^”"»\n]{20,1500})[”"»]/gu;

/** The terms of all articles that are compared with each other. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly stems = new Map<string, string>();

  /** Gives each distinct term a number, since ten thousand articles' words as strings fill the memory. */
  numberOf(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** The stem of a folded word; empty where the word says nothing about an event. Words recur, so each is looked at once. */
  stemOf(word: string): string {
    const known = this.stems.get(word);
    if (known !== undefined) return known;
    const stem = isTelling(word) ? stemWord(word) : '';
    this.stems.set(word, stem);
    return stem;
  }
}

/** Stemmed words and names by their numbers, each with its weighted count, in the order of first occurrence. */
export interface TermCounts {
  readonly terms: Int32Array;
  readonly counts: Float64Array;
}

/** An article as clustering sees it. */
export interface ArticleFeatures {
  readonly article: StoryArticle;
  readonly listedMs: number;
  readonly terms: TermCounts;
  /** Fingerprints of every five words of the text, for finding copies. */
  readonly textShingles: Uint32Array;
  /** Fingerprints of every five words between quotation marks. */
  readonly quoteShingles: Uint32Array;
  readonly eventDays: EventDays;
  /** Who takes the article's news positions: names and countries. */
  readonly actors: ReadonlySet<string>;
  /** Days on which a country spoke for, against or openly, by both of them; only statements dated to the day. */
  readonly statements: ReadonlyMap<string, number>;
}

/** @param vocabulary grows by the article's new terms; one serves all articles that are compared */
export function describeArticle(article: StoryArticle, vocabulary: Vocabulary): ArticleFeatures {
  const news = article.positions.filter((position) => position.status === 'news');
  return {
    article,
    listedMs: Date.parse(article.listedAt),
    terms: countTerms(article, vocabulary),
    textShingles: shingle(wordsOf(article.text.slice(0, MAX_COPY_CHARACTERS)), COPY_SHINGLE_WORDS),
    quoteShingles: shingleQuotations(article.text.slice(0, MAX_COPY_CHARACTERS)),
    eventDays: findEventDays(article),
    actors: new Set(news.flatMap((position) => [position.actor, position.country])),
    statements: new Map(news.flatMap(datedStatement)),
  };
}

function datedStatement(position: Position): [string, number][] {
  const day = position.datePrecision === 'day' ? dayNumber(position.statementDate ?? '') : undefined;
  return day === undefined ? [] : [[`${position.country} ${POLARITY[position.action]}`, day]];
}

function countTerms({ title, text }: StoryArticle, vocabulary: Vocabulary): TermCounts {
  const counts = new Map<number, number>();
  const lead = leadOf(text);
  addTerms(counts, tokenise(title), WEIGHT.title, vocabulary);
  addTerms(counts, tokenise(lead), WEIGHT.lead, vocabulary);
  addTerms(counts, tokenise(text.slice(lead.length, MAX_EVENT_CHARACTERS)), WEIGHT.body, vocabulary);
  return { terms: Int32Array.from(counts.keys()), counts: Float64Array.from(counts.values()) };
}

/** The first two paragraphs; below them begins the background, which articles on different events share word for word. */
function leadOf(text: string): string {
  const [first = '', second = ''] = text.split('\n\n', 2);
  return text.slice(0, Math.min(first.length + second.length + 2, MAX_LEAD_CHARACTERS));
}

/** Each word once by its stem, and two capitalised words in a row once more as a name. */
function addTerms(
  counts: Map<number, number>,
  tokens: readonly Token[],
  weight: number,
  vocabulary: Vocabulary,
): void {
  const add = (term: string, amount: number) => {
    const number = vocabulary.numberOf(term);
    counts.set(number, (counts.get(number) ?? 0) + amount);
  };
  for (const [index, token] of tokens.entries()) {
    const stem = vocabulary.stemOf(token.word);
    if (stem === '') continue;
    const isName = isCapitalised(token);
    add(stem, isName ? weight * NAME_WEIGHT : weight);
    const next = tokens[index + 1];
    if (isName && next && isCapitalised(next) && vocabulary.stemOf(next.word) !== '') {
      add(`${token.word} ${next.word}`, weight);
    }
  }
}

function isTelling(word: string): boolean {
  return word.length > 1 && /^[\p{L}\p{N}]/u.test(word) && !STOP_WORDS.has(word);
}

/** Quotations by their marks, since the words within are what copies share; who said them does not matter here. */
function shingleQuotations(text: string): Uint32Array {
  const hashes = new Set<number>();
  for (const [, quoted = ''] of text.matchAll(QUOTATION)) {
    const words = wordsOf(quoted);
    if (words.length < QUOTE_SHINGLE_WORDS) continue;
    for (const hash of shingle(words, QUOTE_SHINGLE_WORDS)) hashes.add(hash);
  }
  return Uint32Array.from(hashes).sort();
}

/** Words alone: punctuation and the style of quotation marks differ between copies of one text. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
