import { stemOf } from '../../clues/word-stem.ts';
import { isSmallAsciiWord } from '../../text/ascii.ts';
import { isCapitalised, isPunctuation, type Token } from '../../text/tokens.ts';
import type { ReadSentence } from '../read-article.ts';
import type { TokenRange } from '../sentence-view.ts';

/** The countries of those who are mentioned at one place; none for one whose country is not known. */
export type Countries = readonly (string | undefined)[];

/** A word as a sink knows it, of a stem or of the kind of what a table knows, or actors who are mentioned there. */
export type SentenceWord<Word> = Word | Countries;

export function isActor<Word>(word: SentenceWord<Word>): word is Countries {
  return typeof word === 'object';
}

/** The words as a sink knows them. */
export function wordsBy<Word>(
  words: readonly SentenceWord<string>[],
  wordOf: (word: string) => Word,
): SentenceWord<Word>[] {
  return words.map((word) => (isActor(word) ? word : wordOf(word)));
}

/** Words that belong to the name of a place and say where in it. */
const OF_PLACES = /^(?:at|deep|in|inside|on)$/;

/**
 * The words of a sentence in lower case and without their endings. Names, numbers and what the topic's tables know
 * stand for their kinds, so that no country and no weapon is learnt.
 */
export function sentenceWords({ view, mentions }: ReadSentence): SentenceWord<string>[] {
  const { tokens } = view;
  const kinds = tokens.map((): SentenceWord<string> | undefined => undefined);
  for (const range of view.geos)
    paint(kinds, range, (at) => (OF_PLACES.test(tokens[at]?.word ?? '') ? kinds[at] : 'PLACE'));
  for (const range of view.objects) paint(kinds, range, () => 'OBJECT');
  for (const mention of mentions) paint(kinds, mention, (at) => withActor(kinds[at], mention.actor.country));
  const words: SentenceWord<string>[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const word = kinds[at] ?? plainWord(tokens[at] as Token, at);
    if (word !== undefined) words.push(word);
  }
  return words;
}

function paint<Kind>(kinds: Kind[], { from, to }: TokenRange, kindAt: (at: number) => Kind): void {
  for (let at = Math.max(0, from); at < to && at < kinds.length; at += 1) kinds[at] = kindAt(at);
}

function withActor(known: SentenceWord<string> | undefined, country: string | undefined): Countries {
  return typeof known === 'object' ? [...known, country] : [country];
}

function plainWord(token: Token, at: number): string | undefined {
  if (isSmallAsciiWord(token.text)) return stemOf(token.word);
  if (/\d/.test(token.text)) return 'NUMBER';
  if (at > 0 && isCapitalised(token)) return 'NAME';
  return isPunctuation(token) ? undefined : stemOf(token.word);
}
