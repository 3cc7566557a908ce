import type { Span } from '../positions/position.ts';
import { splitParagraphs, trimmedSpan } from '../text/paragraphs.ts';

/** A stretch between quotation marks; `start` and `end` leave the marks out, `text` is what stands between. */
export interface MarkedSpan extends Span {
  /** Offset of the opening mark. */
  readonly openAt: number;
  /** Offset after the closing mark, or `end` where it is missing. */
  readonly closeAt: number;
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
  /** Whether it goes on a quotation that the paragraph before left open. */
  readonly continued: boolean;
}

/** A way of quoting: which marks open, which close, and whether the mark is also an apostrophe. */
interface MarkStyle {
  readonly open: string;
  readonly close: string;
  readonly apostrophe: boolean;
}

/**
 * Sorted by opening mark. Origin: the quotation marks of Unicode 16 chapter 6.2 with the national pairings listed
 * there and in CLDR (`delimiters`); „…“ and „…” are German and Polish, ”…” is Swedish and Finnish, »…« is Danish.
 */
const MARK_STYLES: readonly MarkStyle[] = [
  { open: '"', close: '"”', apostrophe: false },
  { open: "'", close: "'’", apostrophe: true },
  { open: '«', close: '»', apostrophe: false },
  { open: '»', close: '«»', apostrophe: false },
  { open: '‘', close: '’', apostrophe: true },
  { open: '‚', close: '‘’', apostrophe: true },
  { open: '“', close: '”"', apostrophe: false },
  { open: '”', close: '”', apostrophe: false },
  { open: '„', close: '“”"', apostrophe: false },
  { open: '‹', close: '›', apostrophe: false },
];
const STYLE_OF = new Map(MARK_STYLES.map((style) => [style.open, style]));
/** How many marks of a kind may stay open in a paragraph before the rest is left alone; keeps the time linear. */
const MAX_FAILURES = 3;

/** How far behind a possible close of a single mark a certain one is looked for, in characters. */
const DOUBT_REACH = 600;

const ANY_OPENING = /["'«»‘‚“”„‹]/g;

/**
 * Finds what stands between quotation marks, in the order of the text and without overlap; marks inside marks
 * belong to the outer pair. A mark left open goes on in the next paragraph when that starts with a mark too, or holds
 * nothing but the closing mark at its end; any other one left open is taken to the end of its sentence. Time grows with the
 * length of the text only.
 */
export function findMarkedSpans(text: string): MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  const paragraphs = splitParagraphs(text);
  let leftOpen: MarkStyle | undefined;
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1];
    const scan = scanParagraph(text, paragraph, index, leftOpen, next);
    spans.push(...scan.spans);
    leftOpen = scan.leftOpen;
  }
  return spans;
}

interface ParagraphScan {
  readonly spans: MarkedSpan[];
  /** The way of quoting in which the paragraph leaves a quotation open for the next one. */
  readonly leftOpen: MarkStyle | undefined;
}

function scanParagraph(
  text: string,
  paragraph: Span,
  index: number,
  before: MarkStyle | undefined,
  next: Span | undefined,
): ParagraphScan {
  const spans: MarkedSpan[] = [];
  if (before !== undefined && closesAlone(text, paragraph, before)) {
    const [openAt, closeAt] = [paragraph.start, paragraph.end];
    const span = trimmedSpan(text, openAt, closeAt - 1);
    if (span) spans.push({ ...span, openAt, closeAt, paragraph: index, continued: true });
    return { spans, leftOpen: undefined };
  }
  const failures = new Map<string, number>();
  let at = paragraph.start;
  while (at < paragraph.end) {
    const openAt = findOpening(text, at, paragraph, failures);
    const style = openAt === undefined ? undefined : STYLE_OF.get(text.charAt(openAt));
    if (openAt === undefined || style === undefined) break;
    const continued = before !== undefined && openAt === paragraph.start;
    const reach = reachOf(text, openAt, paragraph, next, { style, continued });
    if (!reach?.isClosed) failures.set(style.open, (failures.get(style.open) ?? 0) + 1);
    if (reach !== undefined) pushSpan(spans, text, { openAt, ...reach, paragraph: index, continued });
    if (reach?.goesOn) return { spans, leftOpen: style };
    at = reach?.closeAt ?? openAt + 1;
  }
  return { spans, leftOpen: undefined };
}

/** How far a quotation reaches within its paragraph. */
interface Reach {
  readonly end: number;
  readonly closeAt: number;
  readonly isClosed: boolean;
  /** Whether the next paragraph goes on with it. */
  readonly goesOn: boolean;
}

/** Undefined for a single mark that nothing closes: an apostrophe. */
function reachOf(
  text: string,
  openAt: number,
  paragraph: Span,
  next: Span | undefined,
  { style, continued }: { style: MarkStyle; continued: boolean },
): Reach | undefined {
  const opensNext = next !== undefined && opensWith(text, next, style);
  const end = findClosing(text, openAt, paragraph.end, style, opensNext);
  if (end !== undefined) return { end, closeAt: end + 1, isClosed: true, goesOn: false };
  const isSpeech = !style.apostrophe || opensSpeech(text, openAt, paragraph);
  const goesOn = (opensNext && isSpeech) || (next !== undefined && closesAlone(text, next, style));
  if (goesOn || continued) {
    return { end: paragraph.end, closeAt: paragraph.end, isClosed: false, goesOn };
  }
  if (style.apostrophe) return undefined;
  const close = endOfSentence(text, openAt + 1, paragraph.end);
  return { end: close, closeAt: close, isClosed: false, goesOn: false };
}

function pushSpan(
  into: MarkedSpan[],
  text: string,
  found: { openAt: number; end: number; closeAt: number; paragraph: number; continued: boolean },
): void {
  let start = found.openAt + 1;
  let end = found.end;
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  const content = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(content)) return;
  const { openAt, closeAt, paragraph, continued } = found;
  into.push({ start, end, text: content, openAt, closeAt, paragraph, continued });
}

function findOpening(
  text: string,
  from: number,
  paragraph: Span,
  failures: ReadonlyMap<string, number>,
): number | undefined {
  ANY_OPENING.lastIndex = from;
  for (let match = ANY_OPENING.exec(text); match !== null; match = ANY_OPENING.exec(text)) {
    if (match.index >= paragraph.end) return undefined;
    if ((failures.get(match[0]) ?? 0) >= MAX_FAILURES) continue;
    if (canOpen(text, match.index)) return match.index;
  }
  return undefined;
}

/** A mark opens when nothing is glued to its left and a word, or a space after a guillemet, is to its right. */
function canOpen(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const before = at === 0 ? ' ' : text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (after === '') return false;
  if (mark === '«' || mark === '„') return true;
  if (isSpace(after)) return false;
  if (mark === '“') return true;
  if (/[,;]/.test(before)) return /\p{Lu}/u.test(after);
  return /[\s([{—–\-/:>"“‘']/u.test(before);
}

/** Whether a paragraph holds one mark of the style and ends with it: it goes on a quotation without opening it again. */
function closesAlone(text: string, paragraph: Span, style: MarkStyle): boolean {
  if (style.apostrophe || !style.close.includes(text.charAt(paragraph.end - 1))) return false;
  if (!/\p{L}{3}/u.test(paragraph.text)) return false;
  for (let at = paragraph.start; at < paragraph.end - 1; at += 1) {
    const mark = text.charAt(at);
    if (mark === style.open || style.close.includes(mark)) return false;
  }
  return true;
}

/** At the head of a paragraph or behind a colon a single mark is no apostrophe. */
function opensSpeech(text: string, openAt: number, paragraph: Span): boolean {
  return (
    openAt === paragraph.start || /[:,] $/.test(text.slice(Math.max(paragraph.start, openAt - 2), openAt))
  );
}

/** @param goesOn - whether the next paragraph opens with the mark too, so that a doubtful close is an apostrophe */
function findClosing(
  text: string,
  openAt: number,
  limit: number,
  style: MarkStyle,
  goesOn: boolean,
): number | undefined {
  let doubtful: number | undefined;
  let depth = 1;
  for (let at = openAt + 1; at < limit; at += 1) {
    if (doubtful !== undefined && at - doubtful > DOUBT_REACH) return doubtful;
    const mark = text.charAt(at);
    if (mark === '\n' && opensLine(text, at + 1, style)) return doubtful;
    if (!style.close.includes(mark)) continue;
    if (!style.apostrophe) {
      depth += mark === style.open && reopens(text, at) ? 1 : -1;
      if (depth === 0) return at;
      continue;
    }
    const verdict = closesSingle(text, at);
    if (verdict === 'closes') return at;
    if (verdict === 'perhaps' && !goesOn) doubtful ??= at;
  }
  return doubtful;
}

/** A straight mark with a space before it and a letter after it opens another quotation inside the first. */
function reopens(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return before === ' ' && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/** Tells a closing single mark from an apostrophe by its neighbours. */
function closesSingle(text: string, at: number): 'closes' | 'perhaps' | 'no' {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (/[\p{L}\p{N}]/u.test(after)) return 'no';
  if (/[,.!?…]/.test(before)) return 'closes';
  if (isSpace(before)) return 'no';
  if (before === 's' && /^[’'] [\p{Ll}]/u.test(text.slice(at, at + 3))) return 'perhaps';
  return 'closes';
}

function opensLine(text: string, at: number, style: MarkStyle): boolean {
  return text.charAt(at) === style.open && canOpen(text, at);
}

function opensWith(text: string, paragraph: Span, style: MarkStyle): boolean {
  return opensLine(text, paragraph.start, style);
}

function endOfSentence(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    const mark = text.charAt(at);
    if (mark === '\n') return at;
    if (!/[.!?…]/.test(mark)) continue;
    const after = text.slice(at + 1, at + 3);
    if (after === '' || /^\s(?:[\p{Lu}\d"“]|$)/u.test(after)) return at + 1;
  }
  return limit;
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}
