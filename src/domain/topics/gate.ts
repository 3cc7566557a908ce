/** States of the gate's automaton are rows of 27 columns: no letter, a to z. */
export const GATE_COLUMNS = 27;

/**
 * An Aho-Corasick automaton over the letters a to z (Aho and Corasick, 1975), flattened for speed. An article can be
 * relevant only if a word of every group occurs in it.
 */
export interface Gate {
  /** `next[state * 27 + letter]`, where the letter is 1 for a to 26 for z; column 0 leads back to the start. */
  readonly next: Int32Array;
  /** Bit n is set where a word of group n has just ended. */
  readonly groupsAt: Int32Array;
  /** All bits set: every group was seen. */
  readonly all: number;
}

/**
 * Builds the automaton.
 *
 * @param groups - at most 30 groups of words in the letters a to z
 */
export function buildGate(groups: readonly (readonly string[])[]): Gate {
  const rows: number[][] = [emptyRow()];
  const seen: number[] = [0];
  for (const [group, words] of groups.entries()) {
    for (const word of words) addWord(rows, seen, word, 1 << group);
  }
  linkFailures(rows, seen);
  return {
    next: Int32Array.from(rows.flat()),
    groupsAt: Int32Array.from(seen),
    all: (1 << groups.length) - 1,
  };
}

function emptyRow(): number[] {
  return Array.from({ length: GATE_COLUMNS }, () => 0);
}

function addWord(rows: number[][], seen: number[], word: string, bit: number): void {
  let state = 0;
  for (const letter of word) {
    const row = rows[state] ?? emptyRow();
    const column = letter.charCodeAt(0) - 96;
    if (!row[column]) {
      row[column] = rows.push(emptyRow()) - 1;
      seen.push(0);
    }
    state = row[column] ?? 0;
  }
  seen[state] = (seen[state] ?? 0) | bit;
}

/** Completes the transitions breadth first, so that a mismatch goes on from the longest suffix. */
function linkFailures(rows: number[][], seen: number[]): void {
  const failure = rows.map(() => 0);
  const queue = (rows[0] ?? []).filter((state) => state > 0);
  for (const state of queue) {
    const row = rows[state] ?? [];
    const fallback = rows[failure[state] ?? 0] ?? [];
    seen[state] = (seen[state] ?? 0) | (seen[failure[state] ?? 0] ?? 0);
    for (let column = 1; column < GATE_COLUMNS; column += 1) {
      const child = row[column] ?? 0;
      if (child > 0) {
        failure[child] = fallback[column] ?? 0;
        queue.push(child);
      } else {
        row[column] = fallback[column] ?? 0;
      }
    }
  }
}
