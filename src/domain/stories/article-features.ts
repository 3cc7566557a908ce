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

/** Gives each distinct term a number, since ten thousand articles' words as strings fill the memory. */
export type TermNumbers = Map<string, number>;

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

/** @param numbers grows by the article's new terms; one map serves all articles that are compared */
export function describeArticle(article: StoryArticle, numbers: TermNumbers): ArticleFeatures {
  const news = article.positions.filter((position) => position.status === 'news');
  return {
    article,
    listedMs: Date.parse(article.listedAt),
    terms: numberTerms(countTerms(article), numbers),
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

function countTerms({ title, text }: StoryArticle): Map<string, number> {
  const counts = new Map<string, number>();
  const lead = leadOf(text);
  addTerms(counts, tokenise(title), WEIGHT.title);
  addTerms(counts, tokenise(lead), WEIGHT.lead);
  addTerms(counts, tokenise(text.slice(lead.length, MAX_EVENT_CHARACTERS)), WEIGHT.body);
  return counts;
}

/** The first two paragraphs; below them begins the background, which articles on different events share word for word. */
function leadOf(text: string): string {
  const [first = '', second = ''] = text.split('\n\n', 2);
  return text.slice(0, Math.min(first.length + second.length + 2, MAX_LEAD_CHARACTERS));
}

function numberTerms(counts: ReadonlyMap<string, number>, numbers: TermNumbers): TermCounts {
  const terms = Int32Array.from(counts.keys(), (term) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  });
  return { terms, counts: Float64Array.from(counts.values()) };
}

/** Each word once by its stem, and two capitalised words in a row once more as a name. */
function addTerms(counts: Map<string, number>, tokens: readonly Token[], weight: number): void {
  for (const [index, token] of tokens.entries()) {
    if (!isTelling(token)) continue;
    const isName = isCapitalised(token);
    add(counts, stemWord(token.word), isName ? weight * NAME_WEIGHT : weight);
    const next = tokens[index + 1];
    if (isName && next && isCapitalised(next) && isTelling(next))
      add(counts, `${token.word} ${next.word}`, weight);
  }
}

function isTelling(token: Token): boolean {
  return token.word.length > 1 && /^[\p{L}\p{N}]/u.test(token.word) && !STOP_WORDS.has(token.word);
}

function add(counts: Map<string, number>, term: string, weight: number): void {
  counts.set(term, (counts.get(term) ?? 0) + weight);
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
