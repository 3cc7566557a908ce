import type { Token } from './speech-tokens.ts';
import { ARTICLES, PREPOSITIONS } from './speech-words.ts';

/** Longest stretch, in words, that is taken for a scare quote when nobody is said to have spoken it. */
const LONGEST_SCARE_QUOTE_WORDS = 3;

/** Words before a mark that announce a name. Sorted; origin: the labelled articles and the five seed articles. */
const NAMING_WORDS = new Set(
  `album app article book brand brigade called code-named codename codenamed documentary dubbed entitled film
  group magazine magazine's movement movie named newspaper nicknamed novel operation outlet paper party play
  portal project show so-called song system titled under website`.split(/\s+/),
);

/** Words in capitals in mid-sentence, without a closing mark: the name of a paper, a film, a weapon. */
export function isNameOfWork(tokens: readonly Token[], at: number, content: string): boolean {
  const previous = tokens[at - 1];
  if (previous !== undefined && NAMING_WORDS.has(previous.lower)) return !/[.!?]$/.test(content);
  if (previous === undefined || previous.text === ':' || previous.text === ',') return false;
  const words = content.replace(/[.,]$/, '').split(/\s+/);
  if (words.length > 8 || /[!?,;]/.test(content.slice(0, -1))) return false;
  return words.every((word, index) => /^[\p{Lu}\d]/u.test(word) || (index > 0 && isSmallWord(word)));
}

function isSmallWord(word: string): boolean {
  const lower = word.toLowerCase();
  return ARTICLES.has(lower) || PREPOSITIONS.has(lower) || lower === 'and';
}

/** A few words in marks that no source is said to have used. */
export function isScareQuote(content: string): boolean {
  return content.split(/\s+/).length <= LONGEST_SCARE_QUOTE_WORDS;
}
