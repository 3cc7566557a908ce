import type { TokenRange } from '../sentence-view.ts';

/**
 * What a clause says about the use, before anybody's attitude to it is taken into account.
 *
 * - `permitted`, `forbidden`: the use is (not) allowed
 * - `lifted`, `kept`, `imposed`, `absent`: what happens to a restriction; `restricted` when it is merely there
 * - `right`, `national`, `user-decides`: on whom the use depends
 * - `used`: the use itself
 */
export type NormKind =
  | 'permitted'
  | 'forbidden'
  | 'lifted'
  | 'kept'
  | 'imposed'
  | 'absent'
  | 'restricted'
  | 'right'
  | 'national'
  | 'user-decides'
  | 'used';

export type Modality = 'fact' | 'should' | 'could' | 'future';

export interface Norm extends TokenRange {
  readonly kind: NormKind;
  readonly modality: Modality;
}

/** What a reading of a clause may come to. */
export type Found = Norm | undefined;
