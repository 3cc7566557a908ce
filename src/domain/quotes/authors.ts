import { headAt, phraseStartingAt } from './noun-phrases.ts';
import type { NounPhrase } from './person-names.ts';
import type { Token } from './speech-tokens.ts';
import { DOCUMENT_NOUNS } from './speech-words.ts';

/** Further things that somebody writes; of these the author is told behind them. */
const WRITTEN = /^(?:article|post|tweet|wire)$/;

/** "A statement by the ministry", "a post from the president": whose words the document gives. */
export function authorOf(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | undefined {
  const head = headAt(tokens, phrase);
  const noun = tokens[head]?.lower ?? '';
  const isBy = /^(?:by|from)$/.test(tokens[head + 1]?.lower ?? '');
  return isBy && (DOCUMENT_NOUNS.has(noun) || WRITTEN.test(noun))
    ? phraseStartingAt(tokens, head + 2)
    : undefined;
}
