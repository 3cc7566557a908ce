import { eld } from 'eld/extrasmall';

/** Enough for a sure answer; more only costs time. */
const MAX_CHARS = 500;
/** Below this the letters of a text say too little. */
const MIN_CHARS = 60;

/**
 * The language of the text itself, ISO 639-1: what pages say in `lang` is often the template's language.
 *
 * Sixty languages are told apart; a text in another is taken for its nearest relative among them.
 *
 * @returns `undefined` for a text too short to tell
 */
export function detectLanguage(text: string): string | undefined {
  if (text.length < MIN_CHARS) return undefined;
  return eld.detect(text.slice(0, MAX_CHARS)).language || undefined;
}
