/**
 * Characters that can turn, hide or break the text around them: C0 and C1 controls, the bidirectional overrides,
 * embeddings and isolates (UAX #9, section 2), invisible format characters, line and paragraph separators, and halves of
 * surrogate pairs. Left-to-right and right-to-left *marks* stay: honest Arabic and Hebrew titles use them.
 */
const SPACE_OR_CONTROL = /[\p{Cc}\p{Zs}\u2028\u2029]+/gu;
const TURNING_OR_HIDDEN =
  /[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** More combining marks than any orthography stacks on one letter. */
const MARK_PILE = /(\p{Mark}{4})\p{Mark}+/gu;

/**
 * Makes text from strangers safe to stand in one line of a subject, a page or a mail: every run of white space and
 * controls becomes one space, and nothing is left that could change the direction or the look of its neighbours.
 */
export function neutraliseText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(TURNING_OR_HIDDEN, '')
    .replace(MARK_PILE, '$1')
    .replace(SPACE_OR_CONTROL, ' ');
}

/** The same without white space at either end. */
export function neutraliseLine(text: string): string {
  return neutraliseText(text).trim();
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Shortens to at most `maxLength` UTF-16 units, an ellipsis included: at a word where there is one near the end, and never
 * inside an emoji or an accented letter.
 * @returns `text` itself when it fits, and an empty string where there is no room for even one character
 */
export function clipText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let room = '';
  for (const { segment } of graphemes.segment(text)) {
    if (room.length + segment.length > maxLength - 1) break;
    room += segment;
  }
  const lastSpace = room.lastIndexOf(' ');
  const atWord = lastSpace > room.length * 0.6 ? room.slice(0, lastSpace) : room;
  const trimmed = atWord.replace(/[\s,;:–—-]+$/u, '');
  return trimmed === '' ? '' : `${trimmed}…`;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * As many whole sentences from the beginning as fit into `maxLength`; a clipped first one where even that is too long. A comma
 * at the end, which belongs to the sentence around a quotation, is dropped.
 */
export function leadingSentences(text: string, maxLength: number): string {
  let whole = '';
  for (const { segment } of sentences.segment(text)) {
    if ((whole + segment).trimEnd().length > maxLength) break;
    whole += segment;
  }
  return (whole === '' ? clipText(text, maxLength) : whole).trimEnd().replace(/,$/u, '');
}

/** Neutralised and held to a length: for every string that came from outside. */
export function cleanLine(text: string, maxLength: number): string {
  return clipText(neutraliseLine(text.slice(0, maxLength * 8)), maxLength);
}
