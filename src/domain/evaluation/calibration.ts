import { ratio } from './score.ts';

/** One prediction and what came true of it. */
export interface Prediction {
  /** 0 to 1. */
  readonly score: number;
  readonly isTrue: boolean;
}

/** Predictions with a score from `from` to below `to`; the last bin holds 1 too, and those of exactly 0 have their own. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanScore: number;
  readonly shareTrue: number;
}

/** Whether a score may be read as a probability. */
export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** Mean squared distance between score and outcome (Brier, 1950): 0 is perfect, always saying the share is the yardstick. */
  readonly brier: number;
  /** The Brier score of always giving the share of those that came true. */
  readonly brierOfShare: number;
  /** Mean distance of score and share over the bins, by their size (expected calibration error; Naeini et al., 2015). */
  readonly expectedError: number;
}

/** Compares scores with outcomes in so many bins of equal width, and one for 0; empty ones are left out. */
export function measureCalibration(predictions: readonly Prediction[], binCount = 10): Calibration {
  const byBin = Map.groupBy(predictions, ({ score }) => binOf(score, binCount));
  const bins = [...byBin.entries()]
    .sort(([one], [other]) => one - other)
    .map(([index, own]) => ({
      from: Math.max(index, 0) / binCount,
      to: (index + 1) / binCount,
      count: own.length,
      meanScore: mean(own.map(({ score }) => score)),
      shareTrue: mean(own.map(outcomeOf)),
    }));
  const share = mean(predictions.map(outcomeOf));
  const brierOf = (scoreOf: (prediction: Prediction) => number) =>
    mean(predictions.map((prediction) => (scoreOf(prediction) - outcomeOf(prediction)) ** 2));
  return {
    bins,
    brier: brierOf(({ score }) => score),
    brierOfShare: brierOf(() => share),
    expectedError: bins.reduce(
      (sum, { count, meanScore, shareTrue }) =>
        sum + ratio(count, predictions.length) * Math.abs(meanScore - shareTrue),
      0,
    ),
  };
}

/** -1 for a score of exactly 0: what was not even looked at is another kind of prediction. */
function binOf(score: number, binCount: number): number {
  return score === 0 ? -1 : Math.min(Math.floor(score * binCount), binCount - 1);
}

function outcomeOf({ isTrue }: Prediction): number {
  return Number(isTrue);
}

/** 0 of nothing. */
function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
