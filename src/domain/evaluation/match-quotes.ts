import type { Quote } from '../quotes/quote.ts';
import { foldWord } from '../text/fold.ts';

export interface QuoteMatches {
  readonly found: number;
  readonly missed: number;
  readonly extra: number;
  /** Of those found, how many have the labelled speaker. */
  readonly rightSpeaker: number;
}

/** Matches quotations between marks by their exact words, whatever the marks and spaces. Indirect speech is not labelled. */
export function matchQuotes(
  labelled: readonly Pick<Quote, 'speaker' | 'content'>[],
  quotes: readonly Quote[],
): QuoteMatches {
  const marked = quotes.filter(({ form }) => form !== 'indirect');
  const pairs = labelled.flatMap((label) => {
    const quote = marked.find(({ content }) => normalised(content) === normalised(label.content));
    return quote ? [{ label, quote }] : [];
  });
  const wanted = new Set(labelled.map(({ content }) => normalised(content)));
  return {
    found: pairs.length,
    missed: labelled.length - pairs.length,
    extra: marked.filter(({ content }) => !wanted.has(normalised(content))).length,
    rightSpeaker: pairs.filter(({ label, quote }) => isSameSpeaker(label.speaker, quote.speaker)).length,
  };
}

function normalised(content: string): string {
  return foldWord(content)
    .replaceAll(/["“”„«»]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,.;]+$/, '')
    .trim();
}

/** Descriptions of unnamed speakers vary: it is enough that one is part of the other. */
function isSameSpeaker(labelled: string, found: string): boolean {
  const [one, other] = [foldWord(labelled), foldWord(found)];
  return one === other || one.includes(other) || other.includes(one);
}
