/** Numbers of an edge: the place it leaves, its word, and the place it comes to. */
const EDGE = 3;
const FEWEST_SLOTS = 8;
/** Of the 32 bits of a sign. */
const LAST_BIT = 31;

/**
 * Paths of words that share their beginnings: a trie whose edges lie in one array, so that what is looked up thousands
 * of times for an article is found by numbers in few places of memory. Places are numbered from the start, which is 0.
 */
export class WordPaths {
  static readonly START = 0;
  readonly #words = new Map<string, number>();
  /** By what place and word hash to, with open addressing; an edge that comes to the start is free. */
  #edges = new Int32Array(FEWEST_SLOTS * EDGE);
  #mask = FEWEST_SLOTS - 1;
  #places = 1;
  /** For each word the place that it leads to from the start, where every look-up begins. */
  readonly #firsts: number[] = [];
  /** For each place a bit for the words of the edges that leave it, so that most that is asked for in vain is not looked up. */
  #signs = new Uint32Array(FEWEST_SLOTS);

  /** How many places there are; numbers from here on are nobody's. */
  get places(): number {
    return this.#places;
  }

  /** How many words there are; numbers from here on are no word's. */
  get words(): number {
    return this.#words.size;
  }

  /** The number of a word, or -1 for one that is in no path. */
  numberOf(word: string): number {
    return this.#words.get(word) ?? -1;
  }

  /** The place one word behind another, or `START` where no path goes on like that. */
  behind(place: number, word: number): number {
    if (place === WordPaths.START) return this.#firsts[word] ?? WordPaths.START;
    if ((((this.#signs[place] ?? 0) >>> (word & LAST_BIT)) & 1) === 0) return WordPaths.START;
    return this.#edges[this.#slotOf(place, word) + 2] ?? WordPaths.START;
  }

  /** The same, for a place that there will be from now on. */
  extend(place: number, word: string): number {
    const number = this.#numbered(word);
    const known = this.behind(place, number);
    if (known !== WordPaths.START) return known;
    if (this.#places * 2 > this.#mask) this.#grow();
    if (place === WordPaths.START) this.#firsts[number] = this.#places;
    else this.#addEdge(place, number, this.#places);
    this.#places += 1;
    return this.#places - 1;
  }

  #numbered(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const number = this.#words.size;
    this.#words.set(word, number);
    this.#firsts.push(WordPaths.START);
    return number;
  }

  #addEdge(place: number, word: number, behind: number): void {
    this.#putEdge(place, word, behind);
    this.#signs[place] = (this.#signs[place] ?? 0) | (1 << (word & LAST_BIT));
  }

  /** More than half full, a table is slow to tell that something is not in it. */
  #grow(): void {
    const old = this.#edges;
    const signs = this.#signs;
    this.#signs = new Uint32Array(signs.length * 2);
    this.#signs.set(signs);
    this.#edges = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < old.length; at += EDGE) {
      const behind = old[at + 2] ?? WordPaths.START;
      if (behind !== WordPaths.START) this.#putEdge(old[at] ?? 0, old[at + 1] ?? 0, behind);
    }
  }

  #putEdge(place: number, word: number, behind: number): void {
    const at = this.#slotOf(place, word);
    this.#edges[at] = place;
    this.#edges[at + 1] = word;
    this.#edges[at + 2] = behind;
  }

  /** Where the edge is, or room for it. The factors are those of Knuth's and of MurmurHash's multiplicative hashing. */
  #slotOf(place: number, word: number): number {
    const edges = this.#edges;
    const mixed = Math.imul(place, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    for (;;) {
      const at = slot * EDGE;
      if (edges[at + 2] === WordPaths.START || (edges[at] === place && edges[at + 1] === word)) return at;
      slot = (slot + 1) & this.#mask;
    }
  }
}
