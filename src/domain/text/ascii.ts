/** Whether a UTF-16 unit is one of `a` to `z`. */
export function isSmallAscii(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Whether a UTF-16 unit is one of `A` to `Z`. */
export function isCapitalAscii(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** Whether a UTF-16 unit is a punctuation mark or a sign of ASCII, braces aside. */
export function isAsciiMark(unit: number): boolean {
  return (unit > 0x20 && unit < 0x30) || (unit > 0x39 && unit < 0x41) || (unit > 0x5a && unit < 0x61);
}

/** The end of the run of `a` to `z` that begins at a place, or behind one of `A` to `Z` there; the place where there is none. */
export function asciiWordEnd(text: string, start: number): number {
  const letters = isCapitalAscii(text.charCodeAt(start)) ? start + 1 : start;
  let end = letters;
  while (isSmallAscii(text.charCodeAt(end))) end += 1;
  return end > letters ? end : start;
}

/** Whether a text is a word of `a` to `z` alone, as most are. */
export function isSmallAsciiWord(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isSmallAscii(text.charCodeAt(at))) return false;
  return text.length > 0;
}

/** Whether a text begins with a capital letter of any script. */
export function beginsWithCapital(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit < 0x80 ? isCapitalAscii(unit) : /^\p{Lu}/u.test(text);
}
