import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordPaths } from '../../../src/domain/text/word-paths.ts';

const word = fc.string({ maxLength: 2 });
const path = fc.array(word, { maxLength: 5 });

/** Goes a path to its end, or until nobody went on. */
function endOf(paths: WordPaths, words: readonly string[]): number | undefined {
  let place: number = WordPaths.START;
  for (const each of words) {
    const number = paths.numberOf(each);
    place = number < 0 ? WordPaths.START : paths.behind(place, number);
    if (place === WordPaths.START) return undefined;
  }
  return place;
}

describe('paths of words', () => {
  test('share their beginnings, and lead where they were laid and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(path, { maxLength: 200 }), fc.array(path, { maxLength: 50 }), (laid, others) => {
        const paths = new WordPaths();
        const places = new Map<string, number>();
        for (const words of laid) {
          let place: number = WordPaths.START;
          for (const [at, each] of words.entries()) {
            place = paths.extend(place, each);
            const name = JSON.stringify(words.slice(0, at + 1));
            expect(places.get(name) ?? place).toBe(place);
            places.set(name, place);
          }
        }
        expect(paths.places).toBe(places.size + 1);
        expect(new Set(places.values()).size).toBe(places.size);
        for (const words of [...laid, ...others].filter(({ length }) => length > 0))
          expect(endOf(paths, words)).toBe(places.get(JSON.stringify(words)));
      }),
    );
  });
});
