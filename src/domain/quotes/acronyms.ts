/** A name of several words, and its letters in brackets: "the Harbour Workers' Union (HWU)". */
const INTRODUCTION =
  /(?<name>\p{Lu}[\p{L}'’-]{1,30}(?: (?:of |for |and |the )?\p{Lu}[\p{L}'’-]{0,30}){1,6}) \((?<letters>\p{Lu}{2,8})\)/gu;

/** The names that an article shortens, by their letters: `HWU` to `Harbour Workers' Union`. */
export function findAcronyms(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (!text.includes('(')) return names;
  for (const { groups } of text.matchAll(INTRODUCTION)) {
    const name = nameOf(groups?.['name'] ?? '', groups?.['letters'] ?? '');
    if (name !== undefined) names.set(groups?.['letters'] ?? '', name);
  }
  return names;
}

/** The last words of the run whose first letters are the acronym's; small words may lend theirs or not. */
function nameOf(run: string, letters: string): string | undefined {
  const words = run.split(' ');
  for (let first = words.length - 2; first >= 0; first -= 1) {
    const name = words.slice(first);
    const capitals = name.filter((word) => /^\p{Lu}/u.test(word)).map(([initial]) => initial);
    const all = name.map(([initial]) => initial?.toUpperCase());
    if (capitals.join('') === letters || all.join('') === letters) return name.join(' ');
  }
  return undefined;
}
