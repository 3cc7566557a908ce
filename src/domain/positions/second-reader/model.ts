import type { ClueModel } from '../../clues/clue-model.ts';
import type { Action } from '../position.ts';

/** A class of the second reader: an action, or that there is no position. */
export type Verdict = Action | 'none';

export interface SecondReaderModel extends ClueModel<Verdict> {
  /** From which probability on a verdict is a position, 0 to 1. */
  readonly threshold: number;
}

export interface Reading {
  readonly action: Action;
  /** 0 to 1, that it is this action rather than another or none. */
  readonly probability: number;
}

/**
 * The most probable action; that there is none may be more probable still.
 *
 * @param probabilities - of the model's verdicts, in their order
 */
export function readingOf(
  { verdicts }: SecondReaderModel,
  probabilities: readonly number[],
): Reading | undefined {
  let best: Reading | undefined;
  for (const [at, verdict] of verdicts.entries()) {
    const probability = probabilities[at] ?? 0;
    if (verdict !== 'none' && probability > (best?.probability ?? 0)) best = { action: verdict, probability };
  }
  return best;
}
