import type { ScoreCurve } from '../relevance/score-curve.ts';

/** The points an article was given, and whether a person called it core or mention. */
export interface Sample {
  readonly points: number;
  readonly isRelevant: boolean;
}

/** A share of fewer articles says little. */
const LEAST_OF_BLOCK = 10;

interface Block {
  readonly count: number;
  readonly relevant: number;
  readonly sumOfPoints: number;
}

/**
 * Fits the curve to labelled articles by isotonic regression (pool adjacent violators; Zadrozny and Elkan, 2002): in
 * blocks of at least ten articles in the order of their points, joined until more points never mean a smaller share. A
 * share is Laplace's, so that no block is surer than so many articles allow.
 *
 * @throws RangeError when there are not both kinds of article
 */
export function fitCurve(samples: readonly Sample[]): ScoreCurve {
  const relevant = samples.filter(({ isRelevant }) => isRelevant).length;
  if (relevant === 0 || relevant === samples.length)
    throw new RangeError('a curve needs relevant articles and articles that are not');
  return poolViolators(blocksOf(samples)).map((block) => [
    rounded(block.sumOfPoints / block.count),
    rounded(shareOf(block)),
  ]);
}

/** Articles of equal points are never parted, and what is left over at the end joins the last block. */
function blocksOf(samples: readonly Sample[]): Block[] {
  const byPoints = Map.groupBy(samples, ({ points }) => points);
  const blocks: Block[] = [];
  for (const [, own] of [...byPoints.entries()].sort(([one], [other]) => one - other)) {
    const last = blocks.at(-1);
    const block = blockOf(own);
    if (last && last.count < LEAST_OF_BLOCK) blocks[blocks.length - 1] = joined(last, block);
    else blocks.push(block);
  }
  const [last, before] = [blocks.at(-1), blocks.at(-2)];
  if (last && before && last.count < LEAST_OF_BLOCK) blocks.splice(-2, 2, joined(before, last));
  return blocks;
}

function poolViolators(blocks: readonly Block[]): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let next = block;
    for (let last = pooled.at(-1); last && shareOf(last) >= shareOf(next); last = pooled.at(-1)) {
      next = joined(last, next);
      pooled.pop();
    }
    pooled.push(next);
  }
  return pooled;
}

function blockOf(samples: readonly Sample[]): Block {
  return {
    count: samples.length,
    relevant: samples.filter(({ isRelevant }) => isRelevant).length,
    sumOfPoints: samples.reduce((sum, { points }) => sum + points, 0),
  };
}

function joined(one: Block, other: Block): Block {
  return {
    count: one.count + other.count,
    relevant: one.relevant + other.relevant,
    sumOfPoints: one.sumOfPoints + other.sumOfPoints,
  };
}

function shareOf({ count, relevant }: Block): number {
  return (relevant + 1) / (count + 2);
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
