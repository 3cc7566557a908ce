import { isCapitalised, isTitle } from './person-names.ts';
import type { Token } from './speech-tokens.ts';
import { asSpeechWord } from './speech-vocabulary.ts';
import { NEVER_NAMES } from './speech-words.ts';

/** Auxiliaries that people are called by as well. */
const NAMES_LIKE_AUXILIARIES = /^(?:May|Will)(?:['’]s?)?$/;

/** Gives names that look like auxiliaries, "Theresa May" and "Will Smith", a `lower` that no list of small words has. */
export function keepNamesApart(tokens: Token[]): void {
  for (const [at, token] of tokens.entries()) {
    const { kind, text } = token;
    if (!NAMES_LIKE_AUXILIARIES.test(text) || !standsAsName(tokens, at)) continue;
    tokens[at] = { ...token, ...asSpeechWord({ kind, text, lower: text.replaceAll('’', "'") }) };
  }
}

/** Behind a title or another name, before the rest of a name, or where only a subject can stand. */
function standsAsName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (isReportingPast(after)) return true;
  const isNamed = isCapitalised(before) && !NEVER_NAMES.has(before?.lower ?? '');
  if (isTitle(before?.lower ?? '') || isNamed) return !isCapitalised(after);
  return before?.kind === 'word' && tokens[at]?.text.startsWith('Will') === true && isCapitalised(after);
}

function isReportingPast(token: Token | undefined): boolean {
  return token?.verbs.some(({ subject }) => subject === 'any') ?? false;
}
