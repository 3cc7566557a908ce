/** What RFC 9111 section 1.2.2 lets a recipient make of a number that is too big for it: about 68 years. */
export const MAX_DELTA_SECONDS = 2 ** 31;

/**
 * Reads `delta-seconds`: digits and nothing else.
 *
 * @returns whole seconds, at most `MAX_DELTA_SECONDS`, or undefined for a sign, a fraction or a word
 * @see RFC 9111 section 1.2.2
 */
export function parseDeltaSeconds(text: string): number | undefined {
  const digits = text.trim();
  if (!/^\d+$/.test(digits)) return undefined;
  return Math.min(Number(digits), MAX_DELTA_SECONDS);
}
