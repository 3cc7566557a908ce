const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;

/** The name of the tag that begins with the `<` (or the slash of `</`) at `at`; empty where none does. */
export function tagNameAt(html: string, at: number): string {
  const first = html.charCodeAt(at + 1) | 0x20;
  if (first < 0x61 || first > 0x7a) return '';
  let end = at + 2;
  while (end < html.length && !isTagSectionEnd(html.charCodeAt(end))) end += 1;
  return html.slice(at + 1, end);
}

/**
 * Where a start tag ends: behind its `>`, which is not one inside a quoted value, or at the end of the page.
 *
 * The states are those of HTML's tokenizer (HTML Standard, 13.2.5.32 to 13.2.5.40), as the parser that reads the page
 * has them.
 *
 * @param from behind the tag's name
 */
export function endOfTag(html: string, from: number): number {
  let at = from;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === GREATER_THAN) return at + 1;
    if (code === SLASH || isSpace(code)) at += 1;
    else at = endOfAttribute(html, at);
  }
  return html.length;
}

/** An attribute's name may begin with an equals sign; a value is quoted only right after one. */
function endOfAttribute(html: string, from: number): number {
  let at = from + 1;
  while (at < html.length && !isNameEnd(html.charCodeAt(at))) at += 1;
  while (isSpace(html.charCodeAt(at))) at += 1;
  if (html.charCodeAt(at) !== EQUALS) return at;
  at += 1;
  while (isSpace(html.charCodeAt(at))) at += 1;
  const code = html.charCodeAt(at);
  if (code === QUOTE || code === APOSTROPHE) {
    const close = html.indexOf(code === QUOTE ? '"' : "'", at + 1);
    return close < 0 ? html.length : close + 1;
  }
  while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== GREATER_THAN) at += 1;
  return at;
}

/**
 * Where markup that is no start tag ends: a closing tag, a comment, a declaration. A `<` before anything else is a
 * character, and ends behind itself.
 */
export function endOfMarkup(html: string, at: number): number {
  if (html.startsWith('<!--', at)) return endOfComment(html, at + 4);
  const next = html[at + 1];
  if (next !== '!' && next !== '?' && next !== '/') return at + 1;
  const close = html.indexOf('>', at + 2);
  return close < 0 ? html.length : close + 1;
}

/** `-->` or `--!>`, and at once `>` or `->` (HTML Standard, 13.2.5.43 to 13.2.5.51). */
function endOfComment(html: string, from: number): number {
  if (html[from] === '>') return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  for (let at = html.indexOf('--', from); at >= 0; at = html.indexOf('--', at + 1)) {
    if (html[at + 2] === '>') return at + 3;
    if (html[at + 2] === '!' && html[at + 3] === '>') return at + 4;
  }
  return html.length;
}

// Nearly every character is a letter: one comparison settles those.

function isNameEnd(code: number): boolean {
  return code <= GREATER_THAN && (code === EQUALS || isTagSectionEnd(code));
}

function isTagSectionEnd(code: number): boolean {
  return code <= GREATER_THAN && (code === GREATER_THAN || code === SLASH || isSpace(code));
}

function isSpace(code: number): boolean {
  return code <= 0x20 && (code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d);
}
