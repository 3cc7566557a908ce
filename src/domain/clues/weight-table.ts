/**
 * Weights of clues, one for each verdict. All lie in one array, those of a clue side by side: what is looked up tens of
 * times for a sentence is then found in one place of memory.
 */
export interface WeightTable {
  /** For each clue the number of its row. */
  readonly rows: ReadonlyMap<string, number>;
  /** How many weights a clue has. */
  readonly width: number;
  /** Row behind row; single precision keeps the hundredths of fitted weights, in half the memory. */
  readonly values: Float32Array;
}

/** @param weights - for each clue `width` numbers, or none for 0s */
export function weightTable(
  weights: Iterable<readonly [clue: string, values: readonly number[]]>,
  width: number,
): WeightTable {
  const all = [...weights];
  const values = new Float32Array(all.length * width);
  for (const [row, [, own]] of all.entries()) values.set(own, row * width);
  return { rows: new Map(all.map(([clue], row) => [clue, row])), width, values };
}

/** Adds a clue's weights, times `scale`, to one sum for each verdict; nothing for a clue that has none. */
export function addWeights(
  { rows, width, values }: WeightTable,
  clue: string,
  scale: number,
  sums: Float64Array,
): void {
  const row = rows.get(clue);
  if (row === undefined) return;
  const start = row * width;
  for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + (values[start + at] ?? 0) * scale;
}
