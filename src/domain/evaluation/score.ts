/** How often a finding was right and how often the right thing was found. */
export interface Score {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  /** 0 to 1; 1 when nothing was claimed. */
  readonly precision: number;
  /** 0 to 1; 1 when there was nothing to find. */
  readonly recall: number;
  readonly f1: number;
}

export function scoreOf(truePositives: number, falsePositives: number, falseNegatives: number): Score {
  const precision = ratio(truePositives, truePositives + falsePositives);
  const recall = ratio(truePositives, truePositives + falseNegatives);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { truePositives, falsePositives, falseNegatives, precision, recall, f1 };
}

/** A share of 0 to 1; 1 of nothing, since nothing was wrong. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
