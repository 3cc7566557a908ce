/** A measured pair of things, by their numbers. */
export interface Edge {
  readonly one: number;
  readonly other: number;
  readonly similarity: number;
}

/**
 * Groups things whose average similarity to each other is high enough. Pairs are taken from the most alike; two groups join
 * when the mean over all pairs between them (0 for a pair not measured) reaches the threshold. One article that resembles
 * two events therefore does not weld them together, as it would if one link were enough.
 *
 * @returns groups of numbers, each in rising order; the same for the same edges in any order
 */
export function mergeByAverage(count: number, edges: readonly Edge[], minMean: number): number[][] {
  const groupOf = Array.from({ length: count }, (_, index) => index);
  const members = new Map(groupOf.map((group) => [group, [group]]));
  const sums = sumBetweenThings(count, edges);
  const strongestFirst = edges.toSorted(
    (first, second) =>
      second.similarity - first.similarity || first.one - second.one || first.other - second.other,
  );
  for (const edge of strongestFirst) {
    const kept = groupOf[edge.one] ?? edge.one;
    const joined = groupOf[edge.other] ?? edge.other;
    if (kept === joined) continue;
    const keptMembers = members.get(kept) ?? [];
    const joinedMembers = members.get(joined) ?? [];
    const mean = (sums[kept]?.get(joined) ?? 0) / (keptMembers.length * joinedMembers.length);
    if (mean < minMean) continue;
    for (const member of joinedMembers) groupOf[member] = kept;
    members.set(kept, [...keptMembers, ...joinedMembers]);
    members.delete(joined);
    joinSums(sums, kept, joined);
  }
  return [...members.values()].map((group) => group.sort((one, other) => one - other));
}

/** For each thing, its similarity to every other it was measured with. */
function sumBetweenThings(count: number, edges: readonly Edge[]): Map<number, number>[] {
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  for (const { one, other, similarity } of edges) {
    sums[one]?.set(other, similarity);
    sums[other]?.set(one, similarity);
  }
  return sums;
}

function joinSums(sums: readonly Map<number, number>[], kept: number, joined: number): void {
  for (const [third, sum] of sums[joined] ?? []) {
    sums[third]?.delete(joined);
    if (third === kept) continue;
    const total = sum + (sums[kept]?.get(third) ?? 0);
    sums[kept]?.set(third, total);
    sums[third]?.set(kept, total);
  }
  sums[joined]?.clear();
}
