export interface BCubed {
  readonly precision: number;
  readonly recall: number;
}

/**
 * B-cubed precision and recall of a grouping against the true one: for each item the share of its group that belongs with
 * it, and the share of its fellows that its group holds, both averaged over the items (Bagga and Baldwin, 1998).
 *
 * @param foundGroups groups of item ids; every item in exactly one
 * @param trueGroupOf the true group of every item
 */
export function scoreBCubed(
  foundGroups: readonly (readonly string[])[],
  trueGroupOf: ReadonlyMap<string, string>,
): BCubed {
  const trueSizes = new Map<string, number>();
  for (const group of trueGroupOf.values()) trueSizes.set(group, (trueSizes.get(group) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const group of foundGroups) {
    for (const item of group) {
      const truth = trueGroupOf.get(item) ?? '';
      const fellows = group.filter((other) => trueGroupOf.get(other) === truth).length;
      precision += fellows / group.length;
      recall += fellows / (trueSizes.get(truth) ?? 1);
    }
  }
  return { precision: precision / trueGroupOf.size, recall: recall / trueGroupOf.size };
}
