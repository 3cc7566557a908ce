import { isSmallAscii } from '../text/ascii.ts';
import { WordMemory } from '../text/word-memory.ts';
import { isWordOfName } from './person-names.ts';
import { standsBeforeVerb } from './reporting-cues.ts';
import { NO_FORMS, VERB_FORMS, type VerbForm } from './reporting-verbs.ts';

export type TokenKind = 'word' | 'mark' | 'quotation';

/** How a word, or a punctuation mark, is printed. */
export interface Spelling {
  readonly kind: TokenKind;
  readonly text: string;
  /**
   * Lower case, typographic apostrophes made straight; empty for a quotation. A name that only looks like a small
   * word ("Theresa May", "Will Smith") keeps its capital here, so that no list of small words knows it.
   */
  readonly lower: string;
}

/** A word with what is known of it wherever it stands. */
export interface SpeechWord extends Spelling {
  /** Whether it may belong to a person's name. */
  readonly isNameWord: boolean;
  /** Whether it is an adverb or a time that may stand between a subject and its verb. */
  readonly isCompanion: boolean;
  /** Whether it ends like an owner: "Berg's", "the ministers'". */
  readonly isPossessive: boolean;
  /** The reporting verbs that it may be a form of. */
  readonly verbs: readonly VerbForm[];
}

/** More than articles of a topic have in common. */
const MOST_KEPT = 20_000;

/** What words are by themselves: nearly all words of an article stood in one before it. */
export class SpeechVocabulary {
  readonly #kept = new WordMemory<SpeechWord>(MOST_KEPT);

  /** The word or the mark that is printed so. */
  of(text: string): SpeechWord {
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const word = wordPrinted(text);
    this.#kept.keep(text, word);
    return word;
  }
}

function wordPrinted(text: string): SpeechWord {
  const kind = isWord(text) ? 'word' : 'mark';
  return asSpeechWord({ kind, text, lower: text.toLowerCase().replaceAll('’', "'") });
}

function isWord(text: string): boolean {
  return isSmallAscii(text.charCodeAt(0) | 0x20) || /[\p{L}\p{N}]/u.test(text);
}

/** A spelling with what is known of it. */
export function asSpeechWord(spelling: Spelling): SpeechWord {
  const { kind, text, lower } = spelling;
  return {
    kind,
    text,
    lower,
    isNameWord: isWordOfName(spelling),
    isCompanion: standsBeforeVerb(spelling),
    isPossessive: /['’]s?$/.test(text),
    verbs: VERB_FORMS.get(lower) ?? NO_FORMS,
  };
}
