/**
 * Brings the commonest English endings of one word together: plurals, -ed and -ing. Light on purpose (after Harman's
 * "S" stemmer, "How effective is suffixing?", 1991): a wrong join of two words costs more here than a missed one.
 */
export function stemWord(word: string): string {
  const singular = dropPlural(word);
  if (singular.length > 5 && singular.endsWith('ing')) return undouble(singular.slice(0, -3));
  if (singular.length > 4 && singular.endsWith('ed')) return undouble(singular.slice(0, -2));
  return singular.length > 4 && singular.endsWith('e') ? singular.slice(0, -1) : singular;
}

function dropPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

/** `stopp(ed)` → `stop`. */
function undouble(stem: string): string {
  const isDoubled = /([bdfgmnprt])\1$/u.test(stem);
  return isDoubled ? stem.slice(0, -1) : stem;
}
