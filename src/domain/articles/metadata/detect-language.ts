import { detect } from 'tinyld';

/** Enough for a sure answer; more only costs time. */
const MAX_CHARS = 2_000;
/** Below this the letters of a text say too little. */
const MIN_CHARS = 60;

/**
 * The language of the text itself, ISO 639-1: what pages say in `lang` is often the template's language.
 *
 * @returns `undefined` for a text too short to tell
 */
export function detectLanguage(text: string): string | undefined {
  if (text.length < MIN_CHARS) return undefined;
  return detect(text.slice(0, MAX_CHARS)) || undefined;
}
