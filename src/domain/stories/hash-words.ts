/** FNV-1a over UTF-16 units, 32 bits: a fingerprint for counting, no protection against a forger. */
export function hashWords(words: readonly string[], from: number, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < from + count; index += 1) {
    const word = words[index] ?? '';
    for (let position = 0; position < word.length; position += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(position), 0x01000193);
    }
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash >>> 0;
}

/** The distinct fingerprints of every `size` words in a row, sorted; of all words together when they are fewer. */
export function shingle(words: readonly string[], size: number): Uint32Array {
  if (words.length === 0) return new Uint32Array();
  if (words.length <= size) return Uint32Array.of(hashWords(words, 0, words.length));
  const hashes = new Set<number>();
  for (let from = 0; from + size <= words.length; from += 1) hashes.add(hashWords(words, from, size));
  return Uint32Array.from(hashes).sort();
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
