/** A measured pair of things, by their numbers. */
export interface Edge {
  readonly one: number;
  readonly other: number;
  readonly similarity: number;
}

/**
 * Groups things whose average similarity to each other is high enough. Pairs are taken from the most alike; two groups join
 * when the mean over all pairs between them reaches the threshold. One article that resembles two events therefore does
 * not weld them together, as it would if one link were enough.
 *
 * @param edges the pairs worth looking at; none between two groups means that they do not join
 * @param measure similarity of a pair that is not among the edges, asked at most once of each and only where groups
 *   might join
 * @returns groups of numbers, each in rising order; the same for the same edges in any order
 */
export function mergeByAverage(
  count: number,
  edges: readonly Edge[],
  minMean: number,
  measure: (one: number, other: number) => number,
): number[][] {
  const similarities = new Similarities(count, edges, measure);
  const groups = Array.from({ length: count }, (_, index) => [index]);
  const groupOf = Array.from({ length: count }, (_, index) => index);
  const refused = new Map<string, number>();
  for (const { one, other } of edges.toSorted(byStrength)) {
    const [kept = one, joined = other] = [groupOf[one], groupOf[other]].sort(
      (first, second) => (first ?? 0) - (second ?? 0),
    );
    if (kept === joined) continue;
    const [keptMembers = [], joinedMembers = []] = [groups[kept], groups[joined]];
    const pairs = keptMembers.length * joinedMembers.length;
    if (refused.get(`${kept} ${joined}`) === pairs) continue;
    if (similarities.mean(keptMembers, joinedMembers) < minMean) {
      if (pairs > 1) refused.set(`${kept} ${joined}`, pairs);
      continue;
    }
    for (const member of joinedMembers) groupOf[member] = kept;
    keptMembers.push(...joinedMembers);
    groups[joined] = [];
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.toSorted((one, other) => one - other));
}

function byStrength(first: Edge, second: Edge): number {
  return second.similarity - first.similarity || first.one - second.one || first.other - second.other;
}

/** What is known of pairs, by the smaller number; grows by what has to be measured. */
class Similarities {
  private readonly known: Map<number, number>[];
  private readonly measure: (one: number, other: number) => number;

  constructor(count: number, edges: readonly Edge[], measure: (one: number, other: number) => number) {
    this.measure = measure;
    this.known = Array.from({ length: count }, () => new Map());
    for (const { one, other, similarity } of edges) {
      this.known[Math.min(one, other)]?.set(Math.max(one, other), similarity);
    }
  }

  mean(group: readonly number[], second: readonly number[]): number {
    let sum = 0;
    for (const one of group)
      for (const other of second) sum += this.of(Math.min(one, other), Math.max(one, other));
    return sum / (group.length * second.length);
  }

  private of(one: number, other: number): number {
    const found = this.known[one]?.get(other);
    if (found !== undefined) return found;
    const measured = this.measure(one, other);
    this.known[one]?.set(other, measured);
    return measured;
  }
}
