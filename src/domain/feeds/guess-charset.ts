import chardet from 'chardet';

/** So many first bytes tell a language apart; more would only take longer. */
const SAMPLE_BYTES = 65_536;

/**
 * The most likely encoding of a document that names none and is not UTF-8, told by how often which bytes stand
 * beside which in its text. Tags are left out, since they are ASCII in every encoding.
 *
 * @returns a name in lower case; `windows-1252` where nothing speaks for another
 */
export function guessCharset(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString('latin1');
  const text = sample.replace(/<[^<>]*>/g, ' ');
  const guess = chardet.detect(Buffer.from(text, 'latin1'))?.toLowerCase() ?? 'windows-1252';
  if (guess === 'ascii' || guess === 'iso-8859-1') return 'windows-1252';
  // The same but for eight letters, four of them Ukrainian, where KOI8-R has lines for drawing boxes.
  return guess === 'koi8-r' ? 'koi8-u' : guess;
}
