import { isTitle, type NounPhrase } from './person-names.ts';
import { type LexiconIndex, phraseKey } from './speaker-lexicon.ts';

/** Words of a name in the running text. */
export interface NameRun {
  readonly sentence: number;
  readonly phrase: NounPhrase;
  readonly words: readonly string[];
}

/** A name of two words or more, and the sentences that print it, in order. */
interface FullName {
  readonly name: string;
  readonly sentences: number[];
}

function registerFullName(fullNames: Map<string, FullName[]>, { words, sentence }: NameRun): void {
  const name = words.join(' ');
  for (const word of words) {
    const key = word.toLowerCase();
    const known = fullNames.get(key) ?? [];
    const same = known.find((other) => other.name === name);
    if (same !== undefined) same.sentences.push(sentence);
    else if (known.length < 8) fullNames.set(key, [...known, { name, sentences: [sentence] }]);
  }
}

/** The number of the last sentence up to the given one that prints the name; -1 when none does. */
function lastPrinted({ sentences }: FullName, until: number): number {
  return sentences.findLast((sentence) => sentence <= until) ?? -1;
}

/** The names of an article as they are printed. */
export interface PrintedNames {
  /** By each of their words. */
  readonly fullNames: ReadonlyMap<string, readonly FullName[]>;
  /** For each single word in small letters the first sentence that prints it alone. */
  readonly firstAlone: ReadonlyMap<string, number>;
}

/** The canonical form of a name printed in a sentence; the print itself when nothing better is known. */
export function canonicalName(
  printed: string,
  sentence: number,
  names: PrintedNames,
  lexicon: LexiconIndex,
): string {
  const listed = lexicon.people.get(phraseKey(printed));
  const isAnothers =
    listed !== undefined && !printed.includes(' ') && isNamesake(printed, listed, names, lexicon);
  if (listed !== undefined && !isAnothers) return listed;
  const last = lastWord(printed);
  const bearers = names.fullNames.get(last);
  if (bearers === undefined) return printed;
  const words = printed.split(' ');
  const candidates = bearers.filter(({ name }) => containsWords(name, words));
  const bySurname = candidates
    .filter(({ name }) => name.toLowerCase().endsWith(last) && name.length > printed.length)
    .reduce<FullName | undefined>((best, other) => {
      return best !== undefined && lastPrinted(best, sentence) >= lastPrinted(other, sentence) ? best : other;
    }, undefined);
  const [only, ...others] = candidates;
  const byFirstName = others.length === 0 && only && lastPrinted(only, sentence) >= 0 ? only : undefined;
  const best = (bySurname ?? byFirstName)?.name ?? printed;
  return lexicon.people.get(phraseKey(best)) ?? best;
}

/**
 * Whether an article gives a surname that the lexicon knows to somebody else: it prints another full name with that
 * surname before the surname alone, and the full name that the lexicon means nowhere.
 */
function isNamesake(
  surname: string,
  listed: string,
  { fullNames, firstAlone }: PrintedNames,
  lexicon: LexiconIndex,
): boolean {
  const key = surname.toLowerCase();
  const bearers = (fullNames.get(key) ?? []).filter(
    ({ name }) => lastWord(name) === key && isWithFirstName(name),
  );
  const alone = firstAlone.get(key) ?? Number.POSITIVE_INFINITY;
  return (
    bearers.some(({ sentences }) => (sentences[0] ?? 0) <= alone) &&
    !bearers.some(({ name }) => lexicon.people.get(phraseKey(lastTwo(name))) === listed)
  );
}

/** "Anna Berg", and not "President-elect Berg". */
function isWithFirstName(name: string): boolean {
  const [first = ''] = lastTwo(name).toLowerCase().split(' ');
  return !isTitle(first.replace(/-.*/, ''));
}

function lastTwo(name: string): string {
  return name.split(' ').slice(-2).join(' ');
}

function containsWords(name: string, words: readonly string[]): boolean {
  const parts = new Set(name.toLowerCase().split(' '));
  return words.every((word) => parts.has(word.toLowerCase()));
}

export function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}

/** Gathers what an article prints of names. */
export function namesPrinted(runs: readonly NameRun[]): PrintedNames {
  const fullNames = new Map<string, FullName[]>();
  const firstAlone = new Map<string, number>();
  for (const run of runs) {
    const [word = '', ...others] = run.words;
    const key = word.toLowerCase();
    if (others.length > 0) registerFullName(fullNames, run);
    else if (!firstAlone.has(key)) firstAlone.set(key, run.sentence);
  }
  return { fullNames, firstAlone };
}
