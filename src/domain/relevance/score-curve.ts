/** So many points of an article, and how probable it then is that a reader calls it core or mention. */
export type Knot = readonly [points: number, probability: number];

/**
 * How points become a probability: straight lines between knots in rising order, level before the first and after the
 * last. Data of the topic pack, fitted by `fitCurve` to labelled articles.
 */
export type ScoreCurve = readonly Knot[];

/**
 * For a topic without labelled articles: a half where a mention begins, three quarters where a core does. It orders
 * articles and is no measured probability.
 */
export const UNMEASURED_CURVE: ScoreCurve = [
  [0, 0.02],
  [1.25, 0.5],
  [2.6, 0.75],
  [7.6, 0.98],
];

/** @returns 0 to 1 */
export function scoreOf(points: number, curve: ScoreCurve): number {
  const at = curve.findIndex(([from]) => from > points);
  const [left, right] = at < 0 ? [curve.at(-1), undefined] : [curve[at - 1], curve[at]];
  if (!left || !right) return (left ?? right)?.[1] ?? 0;
  const share = (points - left[0]) / (right[0] - left[0]);
  return left[1] + share * (right[1] - left[1]);
}
