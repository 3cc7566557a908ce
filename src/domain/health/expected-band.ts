/** Days on record below which nothing can be said. */
const LEAST_DAYS = 14;
/** Added above, so that a quiet topic's first busy day is no alarm. */
const HEADROOM = 5;

/**
 * Between which numbers a day's count is expected, from the days before it: half of what all but the quietest days
 * reached, to twice what all but the busiest did. News comes in bursts, so the band is wide and made of quantiles.
 *
 * @returns undefined while there are too few days
 */
export function expectedBand(
  counts: readonly number[],
): { readonly low: number; readonly high: number } | undefined {
  if (counts.length < LEAST_DAYS) return undefined;
  const sorted = counts.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: Math.floor(quantile(0.05) / 2), high: quantile(0.95) * 2 + HEADROOM };
}

/** How far a count lies outside its band; 0 within it. */
export function beyondBand(count: number, band: { readonly low: number; readonly high: number }): number {
  return Math.max(0, band.low - count, count - band.high);
}
