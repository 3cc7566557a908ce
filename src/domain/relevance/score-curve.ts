/**
 * So many points and the score they are, in rising order: a half where a mention begins, three quarters where a core
 * does. It orders articles and is no measured probability.
 */
const KNOTS: readonly (readonly [points: number, score: number])[] = [
  [0, 0.02],
  [1.25, 0.5],
  [2.6, 0.75],
  [7.6, 0.98],
];

/**
 * The score of an article by its points, for a topic without a relevance reader: straight lines between the knots, level
 * before the first and after the last.
 *
 * @returns 0 to 1
 */
export function scoreOf(points: number): number {
  const at = KNOTS.findIndex(([from]) => from > points);
  const [left, right] = at < 0 ? [KNOTS.at(-1), undefined] : [KNOTS[at - 1], KNOTS[at]];
  if (!left || !right) return (left ?? right)?.[1] ?? 0;
  const share = (points - left[0]) / (right[0] - left[0]);
  return left[1] + share * (right[1] - left[1]);
}
