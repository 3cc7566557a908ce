import type { Quote } from '../quotes/quote.ts';
import { foldWord } from '../text/fold.ts';

type LabelledQuote = Pick<Quote, 'speaker' | 'content'>;

export interface QuoteMatches {
  readonly found: number;
  readonly missed: readonly LabelledQuote[];
  /** Between marks, and not labelled. */
  readonly extra: readonly Quote[];
  /** Found, with another speaker than labelled. */
  readonly wrongSpeakers: readonly { readonly label: LabelledQuote; readonly quote: Quote }[];
}

/** Matches quotations between marks by their exact words, whatever the marks and spaces. Indirect speech is not labelled. */
export function matchQuotes(labelled: readonly LabelledQuote[], quotes: readonly Quote[]): QuoteMatches {
  const marked = quotes.filter(({ form }) => form !== 'indirect');
  const pairs = labelled.flatMap((label) => {
    const quote = marked.find(({ content }) => normalised(content) === normalised(label.content));
    return quote ? [{ label, quote }] : [];
  });
  const wanted = new Set(labelled.map(({ content }) => normalised(content)));
  return {
    found: pairs.length,
    missed: labelled.filter((label) => !pairs.some((pair) => pair.label === label)),
    extra: marked.filter(({ content }) => !wanted.has(normalised(content))),
    wrongSpeakers: pairs.filter(({ label, quote }) => !isSameName(label.speaker, quote.speaker)),
  };
}

function normalised(content: string): string {
  return foldWord(content)
    .replaceAll(/["“”„«»]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,.;]+$/, '')
    .trim();
}

/**
 * Titles, descriptions and spellings vary: it is enough that all words of one name are in the other, whatever their
 * vowels and endings. "Zelenskiy" is Zelenskyy, and "Russia's defence ministry" the Russian Defense Ministry.
 */
export function isSameName(labelled: string, found: string): boolean {
  const [one, other] = [foldWord(labelled), foldWord(found)];
  if (one === other || one.includes(other) || other.includes(one)) return true;
  const [own, others] = [stemsOf(one), stemsOf(other)] as const;
  const [fewer, more] = own.length <= others.length ? [own, others] : [others, own];
  return fewer.length > 1 && fewer.every((stem) => more.some((of) => isSameStem(stem, of)));
}

/** The consonants of each word. */
function stemsOf(name: string): string[] {
  return name
    .replaceAll(/['’]s\b|[.’']/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !/^(?:and|for|in|of|the)$/.test(word))
    .map((word) => word.replaceAll('c', 's').replaceAll(/(?!^)[aeiouyj]/g, ''));
}

function isSameStem(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 3) return one === other;
  return one.startsWith(other) || other.startsWith(one);
}
