import { phraseStartingAt } from './noun-phrases.ts';
import type { NounPhrase } from './person-names.ts';
import type { VerbHit } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';

/** The words that give a quotation to somebody: the cue, and the phrase that names the speaker. */
export interface Attribution {
  readonly speaker: NounPhrase;
  /** Tokens of the cue, first and last; absent where the speaker stands before a bare colon. */
  readonly cue?: NounPhrase | undefined;
  readonly verb?: VerbHit | undefined;
}

/** How far behind a quotation its verb may stand, in tokens: "a spokesperson for the ministry of … said". */
export const TAIL_REACH = 24;

/** How far before a quotation its verb may stand, in tokens. */
export const HEAD_REACH = 80;

/** "according to X", "in the words of X" and "in X's view" at a token. */
export function accordingTo(tokens: readonly Token[], at: number): Attribution | undefined {
  if (tokens[at]?.lower === 'in') return inWordsOf(tokens, at);
  if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return undefined;
  const speaker = governedAt(tokens, at + 2);
  return speaker === undefined ? undefined : { speaker, cue: { first: at, last: at + 1 } };
}

/** Whom a verb or a preposition before the token governs: a noun phrase, or "him" and "her". */
export function governedAt(tokens: readonly Token[], at: number): NounPhrase | undefined {
  return /^(?:him|her)$/.test(tokens[at]?.lower ?? '')
    ? { first: at, last: at }
    : phraseStartingAt(tokens, at);
}

/** Forms of the verbs by which somebody is quoted as saying something. */
export const QUOTED = /^(?:cited|cites|quoted|quotes)$/;

function inWordsOf(tokens: readonly Token[], at: number): Attribution | undefined {
  const noun = tokens.findIndex(({ lower }, index) => index > at + 1 && index < at + 8 && WORDS.test(lower));
  if (noun < 0 || tokens.slice(at, noun).some(({ kind }) => kind !== 'word')) return undefined;
  const cue = { first: noun, last: noun };
  if (noun === at + 2 && tokens[noun + 1]?.lower === 'of') {
    const speaker = phraseStartingAt(tokens, noun + 2);
    return speaker && { speaker, cue };
  }
  const isOwned = /['’]s?$/.test(tokens[noun - 1]?.text ?? '');
  return isOwned ? { speaker: { first: at + 1, last: noun - 1 }, cue } : undefined;
}

/** What somebody's speech or opinion is called behind "in". */
export const WORDS = /^(?:account|assessment|description|estimation|judge?ment|opinion|telling|view|words)$/;

export function spoken(verb: VerbHit, speaker: NounPhrase): Attribution {
  return { speaker, cue: { first: verb.at, last: verb.last }, verb };
}
