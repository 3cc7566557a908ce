/** Numbers of an edge: the place it leaves, its word, and the place it comes to. */
const EDGE = 3;
/** A power of two; few sentences say half as many things that no clue has. */
const FEWEST_SLOTS = 64;
/** What an edge comes to that there is not. */
export const NOWHERE = 0;

/** Which place a word leads to from another place: edges in one array, by numbers, found in few places of memory. */
export class WordEdges {
  /** By what place and word hash to, with open addressing; an edge that comes to nowhere is free. */
  #edges = new Int32Array(FEWEST_SLOTS * EDGE);
  #mask = FEWEST_SLOTS - 1;
  #size = 0;

  /** How many edges there are. */
  get size(): number {
    return this.#size;
  }

  /** The place one word behind another, or `NOWHERE`. */
  behind(place: number, word: number): number {
    return this.#edges[this.#slotOf(place, word) + 2] ?? NOWHERE;
  }

  /** Adds an edge that there is not yet. */
  add(place: number, word: number, behind: number): void {
    this.#size += 1;
    // more than half full, it would be slow to tell that something is not in it
    if (this.#size * 2 > this.#mask) this.#grow();
    this.#put(place, word, behind);
  }

  clear(): void {
    this.#edges.fill(NOWHERE);
    this.#size = 0;
  }

  #grow(): void {
    const old = this.#edges;
    this.#edges = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < old.length; at += EDGE) {
      const behind = old[at + 2] ?? NOWHERE;
      if (behind !== NOWHERE) this.#put(old[at] ?? 0, old[at + 1] ?? 0, behind);
    }
  }

  #put(place: number, word: number, behind: number): void {
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
      if (edges[at + 2] === NOWHERE || (edges[at] === place && edges[at + 1] === word)) return at;
      slot = (slot + 1) & this.#mask;
    }
  }
}
