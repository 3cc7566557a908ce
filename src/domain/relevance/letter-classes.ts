/** The class of characters that stand inside a word and are no part of it: soft hyphens, joiners, accents. */
export const SKIPPED = 27;

/**
 * For each UTF-16 code unit: 1 to 26 for the letters a to z in any case, width or accent, `SKIPPED`, or 0 for what
 * separates words.
 */
export const letterClasses: Uint8Array = buildLetterClasses();

function buildLetterClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < classes.length; code += 1) {
    if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0xff00 && code < 0xff5f)) {
      classes[code] = classOf(String.fromCharCode(code));
    }
  }
  for (let code = 0x300; code < 0x370; code += 1) classes[code] = SKIPPED;
  for (const code of [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]) classes[code] = SKIPPED;
  return classes;
}

function classOf(character: string): number {
  const base = character.normalize('NFKD').charCodeAt(0) | 0x20;
  return base >= 0x61 && base <= 0x7a && /\p{L}/u.test(character) ? base - 96 : 0;
}
