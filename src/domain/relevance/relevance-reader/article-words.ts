import type { ClueSink } from '../../clues/clue-sink.ts';
import { stemOf } from '../../clues/word-stem.ts';
import type { ReadSentence } from '../../positions/read-article.ts';
import type { SentenceView } from '../../positions/sentence-view.ts';
import { isCapitalised, type Token, tokenise } from '../../text/tokens.ts';

/** The first paragraphs tell what the article is about. */
const OPENING_PARAGRAPHS = 2;
const LEAST_LETTERS = 3;

/**
 * Puts the words of an article's headline, of its opening and of all of it, without their endings, as clues that say
 * where they stand. Names and numbers are left out: what a headline writes with a capital is a word where the body has
 * it without one.
 */
export function putArticleWords<Place>(
  sink: ClueSink<Place>,
  title: string,
  sentences: readonly ReadSentence[],
): void {
  const { opening, all } = stemsIn(sentences);
  const put = (what: string, stems: Iterable<string>) => {
    const place = sink.to(sink.start, what);
    for (const stem of stems) sink.put(sink.to(place, stem));
  };
  const headline = tokenise(title)
    .filter((token) => isWord(token) && (!isCapitalised(token) || all.has(stemOf(token.word))))
    .map(({ word }) => stemOf(word));
  put('headline', headline);
  put('opening', opening);
  put('word', all);
}

function stemsIn(sentences: readonly ReadSentence[]) {
  const opening = new Set<string>();
  const all = new Set<string>();
  const until = (sentences[0]?.view.sentence.paragraph ?? 0) + OPENING_PARAGRAPHS;
  for (const { view } of sentences) {
    const isOpening = view.sentence.paragraph < until;
    for (const [at, token] of view.tokens.entries()) {
      if (!isWord(token) || (at > 0 && isCapitalised(token)) || isNamed(view, at)) continue;
      const stem = stemOf(token.word);
      all.add(stem);
      if (isOpening) opening.add(stem);
    }
  }
  return { opening, all };
}

function isNamed({ actorMatches }: SentenceView, at: number): boolean {
  return actorMatches.some(({ from }) => from === at);
}

function isWord({ word }: Token): boolean {
  return word.length >= LEAST_LETTERS && !/[^\p{L}]/u.test(word);
}
