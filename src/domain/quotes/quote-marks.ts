import type { Span } from '../positions/position.ts';
import { splitParagraphs } from '../text/paragraphs.ts';

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
 * belong to the outer pair. A mark left open at the head of a paragraph goes on in the next one when that
 * starts with a mark too; any other one left open is taken to the end of its sentence. Time grows with the
 * length of the text only.
 */
export function findMarkedSpans(text: string): MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  const paragraphs = splitParagraphs(text);
  let openFromBefore = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1];
    const scan = scanParagraph(text, paragraph, index, openFromBefore, next);
    spans.push(...scan.spans);
    openFromBefore = scan.leftOpen;
  }
  return spans;
}

interface ParagraphScan {
  readonly spans: MarkedSpan[];
  readonly leftOpen: boolean;
}

function scanParagraph(
  text: string,
  paragraph: Span,
  index: number,
  openFromBefore: boolean,
  next: Span | undefined,
): ParagraphScan {
  const spans: MarkedSpan[] = [];
  const failures = new Map<string, number>();
  let at = paragraph.start;
  while (at < paragraph.end) {
    const openAt = findOpening(text, at, paragraph, failures);
    if (openAt === undefined) break;
    const style = STYLE_OF.get(text.charAt(openAt));
    if (!style) break;
    const continued = openFromBefore && openAt === paragraph.start;
    const opensNext = next !== undefined && opensWith(text, next, style);
    const closeAt = findClosing(text, openAt, paragraph.end, style, opensNext);
    if (closeAt !== undefined) {
      pushSpan(spans, text, { openAt, end: closeAt, closeAt: closeAt + 1, paragraph: index, continued });
      at = closeAt + 1;
      continue;
    }
    failures.set(style.open, (failures.get(style.open) ?? 0) + 1);
    at = openAt + 1;
    const mayGoOn = !style.apostrophe || opensSpeech(text, openAt, paragraph);
    if (opensNext && mayGoOn) {
      pushSpan(spans, text, {
        openAt,
        end: paragraph.end,
        closeAt: paragraph.end,
        paragraph: index,
        continued,
      });
      return { spans, leftOpen: true };
    }
    if (style.apostrophe) continue;
    const end = continued ? paragraph.end : endOfSentence(text, openAt + 1, paragraph.end);
    pushSpan(spans, text, { openAt, end, closeAt: end, paragraph: index, continued });
    at = end;
  }
  return { spans, leftOpen: false };
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
  return /[\s([{—–\-/:>"“‘']/u.test(before);
}

/** At the head of a paragraph or behind a colon a single mark is no apostrophe. */
function opensSpeech(text: string, openAt: number, paragraph: Span): boolean {
  return openAt === paragraph.start || /[:,] $/.test(text.slice(Math.max(paragraph.start, openAt - 2), openAt));
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
