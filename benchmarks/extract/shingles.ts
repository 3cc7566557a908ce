export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const SHINGLE_WORDS = 4;

/** Compares two texts by their runs of four words, as the public article-extraction benchmark does. */
export function compareTexts(expected: string, found: string): Score {
  const wanted = shinglesOf(expected);
  const got = shinglesOf(found);
  let common = 0;
  for (const [shingle, count] of got) common += Math.min(count, wanted.get(shingle) ?? 0);
  const precision = common / Math.max(1, sizeOf(got));
  const recall = common / Math.max(1, sizeOf(wanted));
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  for (let at = 0; at + Math.min(SHINGLE_WORDS, words.length) <= words.length && words.length > 0; at += 1) {
    const shingle = words.slice(at, at + SHINGLE_WORDS).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function sizeOf(shingles: ReadonlyMap<string, number>): number {
  return [...shingles.values()].reduce((sum, count) => sum + count, 0);
}
