/**
 * What the bytes 0x80 to 0x9F mean in windows-1252, in order. Feeds hold them as characters U+0080 to U+009F
 * (`&#146;` for an apostrophe); WHATWG HTML, section 13.2.5.80, repairs the same references in the same way.
 */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be mended
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00c2\u00c3\ufffe\uffff]/; // oxlint-disable-line no-control-regex
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0, section 2.2, forbids them
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g; // oxlint-disable-line no-control-regex

/**
 * Repairs the characters of one field: drops those that XML forbids, gives windows-1252 punctuation its
 * characters back, and undoes UTF-8 that was encoded as UTF-8 a second time.
 *
 * @param fromUtf8 whether the document was UTF-8, without which the last repair makes no sense
 */
export function mendText(text: string, fromUtf8: boolean): string {
  if (!SUSPECT.test(text)) return text;
  const single = fromUtf8 ? undoDoubleUtf8(text) : text;
  return single
    .replace(FORBIDDEN, '')
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? '');
}

/**
 * "Ñ\u0081Ð»Ð¾Ð²Ð¾" → "слово": a crawler took UTF-8 for Latin-1 and encoded it once more.
 *
 * Only a text whose every character is a byte, and whose bytes are valid UTF-8, can be such a victim. A short
 * honest text may be so by chance ("CAFÉ®"), so one of the marks that nearly every victim shows is required:
 * a C1 control character, or the capital Â or Ã that opens each Latin-1 letter.
 */
function undoDoubleUtf8(text: string): string {
  if (!/[\x80-\x9f\u00c2\u00c3]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
