import { type ClueModel, type Clues, probabilitiesOf } from '../../clues/clue-model.ts';
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

/** The most probable action; that there is none may be more probable still. */
export function mostProbable(model: SecondReaderModel, clues: Clues): Reading | undefined {
  const probabilities = probabilitiesOf(model, [clues]);
  let best = -1;
  for (let at = 0; at < model.verdicts.length; at += 1) {
    const isHigher = (probabilities[at] ?? 0) > (probabilities[best] ?? 0);
    if (model.verdicts[at] !== 'none' && isHigher) best = at;
  }
  const action = model.verdicts[best];
  return action === undefined || action === 'none'
    ? undefined
    : { action, probability: probabilities[best] ?? 0 };
}
