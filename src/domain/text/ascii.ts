/** Whether a UTF-16 unit is one of `a` to `z`. */
export function isSmallAscii(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Whether a UTF-16 unit is one of `A` to `Z`. */
export function isCapitalAscii(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** Whether a text begins with a capital letter of any script. */
export function beginsWithCapital(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit < 0x80 ? isCapitalAscii(unit) : /^\p{Lu}/u.test(text);
}
