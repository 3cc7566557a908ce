import { SENTENCE_OPENERS } from './abbreviations.ts';

/** Nothing that a reader sees: soft hyphens, zero-width spaces and joiners, word joiners, byte order marks. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
/** Spaces and hyphens at which no line may break, or of another width. */
const SPACES = /[\u00a0\u2002-\u200a\u202f]/gu;
const HYPHENS = /[\u2010\u2011]/gu;
const ANY_SUCH = /[\u00a0\u00ad\u2002-\u200d\u2010\u2011\u202f\u2060\ufeff]/u;

/** "John F. Kirby", and neither "World War I. Allies" nor "Article V. Ukraine". */
const INITIALS = /(?<=\p{Lu}\p{Ll}[\p{L}'’-]* )(?:[A-HJ-UWYZ]\. ){1,2}(?=(\p{Lu}\p{Ll}+))/gu;
const ANY_INITIAL = / [A-HJ-UWYZ]\. /;

/** A text in the characters that words are compared in, and where each of them stands in the text as printed. */
export interface PlainText {
  readonly text: string;
  /** For each UTF-16 unit of `text` its offset in what was printed; missing where offsets are the same. */
  readonly offsets: Int32Array | undefined;
}

/** What is printed of an article. */
interface Printed {
  readonly title: string;
  readonly text: string;
}

/**
 * What is read in an article, read in its plain characters.
 *
 * @param read - takes the article with title and text in them; the spans of what it gives are of that text, see `asPrinted`
 * @returns the same, with its spans in the printed text
 */
export function readPlain<Article extends Printed, Value>(
  article: Article,
  read: (plain: Article) => Value,
): Value {
  const plain = plainCharacters(article.text);
  const title = plainCharacters(article.title).text;
  return asPrinted(read({ ...article, title, text: plain.text }), article.text, plain);
}

/** The printed text with the plain space and hyphen for their like, and without what is not seen and middle initials. */
export function plainCharacters(printed: string): PlainText {
  const isPlain = !ANY_SUCH.test(printed);
  const text = isPlain ? printed : printed.replaceAll(SPACES, ' ').replaceAll(HYPHENS, '-');
  const leftOut = [
    ...(isPlain ? [] : stretchesOf(text.matchAll(UNSEEN))),
    ...(ANY_INITIAL.test(text) ? stretchesOf(initialsIn(text)) : []),
  ];
  return leftOut.length > 0 ? without(text, leftOut) : { text, offsets: undefined };
}

/** Where names have a letter for a name between. */
function initialsIn(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(INITIALS)].filter(({ 1: next = '' }) => !SENTENCE_OPENERS.has(next.toLowerCase()));
}

function stretchesOf(matches: Iterable<RegExpExecArray>): Stretch[] {
  return [...matches].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** @param leftOut - none of which overlap */
function without(text: string, leftOut: readonly Stretch[]): PlainText {
  const offsets = new Int32Array(text.length);
  const kept: string[] = [];
  let length = 0;
  let from = 0;
  const inOrder = leftOut.toSorted((one, other) => one.start - other.start);
  for (const { start, end } of [...inOrder, { start: text.length, end: text.length }]) {
    kept.push(text.slice(from, start));
    for (let at = from; at < start; at += 1) offsets[length + at - from] = at;
    length += start - from;
    from = end;
  }
  return { text: kept.join(''), offsets: offsets.subarray(0, length) };
}

/**
 * A value in which every span, however deep, stands where the text as printed has it, and holds what is printed there.
 *
 * @param value - whose spans, objects with `start` and `end`, are of the plain text; `text` or `content` is what stands there
 */
export function asPrinted<Value>(value: Value, printed: string, { text, offsets }: PlainText): Value {
  if (text === printed) return value;
  const offsetOf = (at: number) => (offsets ? (offsets[at] ?? printed.length) : at);
  const restore = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(restore);
    if (typeof part !== 'object' || part === null) return part;
    const whole = Object.fromEntries(Object.entries(part).map(([key, own]) => [key, restore(own)]));
    return isSpan(whole) ? placed(whole, printed, offsetOf) : whole;
  };
  return restore(value) as Value;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function isSpan(part: object): part is Stretch {
  return 'start' in part && 'end' in part && typeof part.start === 'number' && typeof part.end === 'number';
}

function placed(span: Stretch, printed: string, offsetOf: (at: number) => number): Stretch {
  const start = offsetOf(span.start);
  const end = span.end > span.start ? offsetOf(span.end - 1) + 1 : start;
  const words = printed.slice(start, end);
  return {
    ...span,
    start,
    end,
    ...('text' in span ? { text: words } : {}),
    ...('content' in span ? { content: words } : {}),
  };
}
