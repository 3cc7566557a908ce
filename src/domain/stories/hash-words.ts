const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, 32 bits: a fingerprint for counting, no protection against a forger. */
function hashWord(word: string): number {
  let hash = FNV_BASIS;
  for (let position = 0; position < word.length; position += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(position), FNV_PRIME);
  }
  return hash;
}

/** The distinct fingerprints of every `size` words in a row, sorted; of all words together when they are fewer. */
export function shingle(words: readonly string[], size: number): Uint32Array {
  if (words.length === 0) return new Uint32Array();
  const wordHashes = Int32Array.from(words, hashWord);
  const length = Math.min(size, words.length);
  const hashes = new Set<number>();
  for (let from = 0; from + length <= words.length; from += 1) hashes.add(combine(wordHashes, from, length));
  return Uint32Array.from(hashes).sort();
}

/** The words' fingerprints in their order, each stirred into all bits: samples are taken by the lowest ones. */
function combine(wordHashes: Int32Array, from: number, count: number): number {
  let hash = FNV_BASIS;
  for (let index = from; index < from + count; index += 1) {
    hash = Math.imul(hash ^ (wordHashes[index] ?? 0), FNV_PRIME);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** How many values two sorted sets share. */
export function countShared(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return shared;
}
