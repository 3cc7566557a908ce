import type { WordSink } from '../../clues/clue-sink.ts';
import { stemOf } from '../../clues/word-stem.ts';
import type { ReadSentence } from '../../positions/read-article.ts';
import type { SentenceView } from '../../positions/sentence-view.ts';
import { isSmallAsciiWord } from '../../text/ascii.ts';
import { isCapitalised, type Token, tokenise } from '../../text/tokens.ts';

/** The first paragraphs tell what the article is about. */
const OPENING_PARAGRAPHS = 2;
const LEAST_LETTERS = 3;

/**
 * Puts the words of an article's headline, of its opening and of all of it, without their endings, as clues that say
 * where they stand. Names and numbers are left out: what a headline writes with a capital is a word where the body has
 * it without one.
 */
export function putArticleWords<Place, Word>(
  sink: WordSink<Place, Word>,
  title: string,
  sentences: readonly ReadSentence[],
): void {
  const wordOf = ({ word }: Token) => sink.wordOf(stemOf(word));
  const { opening, all } = wordsIn(sentences, wordOf);
  const put = (what: string, words: Iterable<Word>) => {
    const place = sink.to(sink.start, what);
    for (const word of words) sink.put(sink.by(place, word));
  };
  const headline = tokenise(title)
    .filter((token) => isWord(token) && (!isCapitalised(token) || all.has(wordOf(token))))
    .map(wordOf);
  put('headline', headline);
  put('opening', opening);
  put('word', all);
}

function wordsIn<Word>(sentences: readonly ReadSentence[], wordOf: (token: Token) => Word) {
  const opening = new Set<Word>();
  const all = new Set<Word>();
  const until = (sentences[0]?.view.sentence.paragraph ?? 0) + OPENING_PARAGRAPHS;
  for (const { view } of sentences) {
    const isOpening = view.sentence.paragraph < until;
    for (const [at, token] of view.tokens.entries()) {
      if (!isWord(token) || (at > 0 && isCapitalised(token)) || isNamed(view, at)) continue;
      const word = wordOf(token);
      all.add(word);
      if (isOpening) opening.add(word);
    }
  }
  return { opening, all };
}

function isNamed({ actorMatches }: SentenceView, at: number): boolean {
  return actorMatches.some(({ from }) => from === at);
}

function isWord({ word }: Token): boolean {
  return word.length >= LEAST_LETTERS && (isSmallAsciiWord(word) || !/[^\p{L}]/u.test(word));
}
