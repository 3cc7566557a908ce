import { describe, expect, test } from 'vitest';
import type { Modality, NormKind } from '../../../src/domain/positions/norms/norm.ts';
import type { Action } from '../../../src/domain/positions/position.ts';
import { decideAction, type Stance } from '../../../src/domain/positions/stances/decide-action.ts';
import type { Party } from '../../../src/domain/positions/stances/standing-in-topic.ts';

interface Row {
  readonly says: string;
  readonly kind: NormKind;
  readonly modality?: Modality;
  readonly attitude?: Stance['attitude'];
  readonly party: Party;
  readonly isLimited?: boolean;
  readonly action: Action | undefined;
}

const ROWS: readonly Row[] = [
  { says: 'an owner permits', kind: 'permitted', party: 'owner', action: 'PERMITS' },
  {
    says: 'an owner permits with terms',
    kind: 'permitted',
    party: 'owner',
    isLimited: true,
    action: 'PERMITS_WITH_LIMITS',
  },
  {
    says: 'an owner might permit',
    kind: 'permitted',
    modality: 'could',
    party: 'owner',
    action: 'CONSIDERING',
  },
  {
    says: 'an owner says it should be permitted',
    kind: 'permitted',
    modality: 'should',
    party: 'owner',
    action: 'CALLS_FOR_LIFTING',
  },
  { says: 'an owner lifts a ban', kind: 'lifted', party: 'owner', action: 'EASES' },
  { says: 'an owner has no ban', kind: 'absent', party: 'owner', action: 'DECLARES_NO_RESTRICTION' },
  { says: 'an owner keeps a ban', kind: 'kept', party: 'owner', action: 'MAINTAINS_RESTRICTION' },
  {
    says: 'an owner refuses to lift',
    kind: 'lifted',
    attitude: 'refuse',
    party: 'owner',
    action: 'MAINTAINS_RESTRICTION',
  },
  {
    says: 'a bystander refuses',
    kind: 'lifted',
    attitude: 'oppose',
    party: 'bystander',
    action: 'OPPOSES_LIFTING',
  },
  {
    says: 'a bystander opposes the ban',
    kind: 'restricted',
    attitude: 'oppose',
    party: 'bystander',
    action: 'CALLS_FOR_LIFTING',
  },
  {
    says: 'the recipient asks',
    kind: 'permitted',
    attitude: 'request',
    party: 'recipient',
    action: 'REQUESTS_PERMISSION',
  },
  {
    says: 'another urges',
    kind: 'lifted',
    attitude: 'call',
    party: 'organisation',
    action: 'CALLS_FOR_LIFTING',
  },
  {
    says: 'the adversary warns',
    kind: 'permitted',
    attitude: 'warn',
    party: 'adversary',
    action: 'WARNS_AGAINST',
  },
  { says: 'the adversary has a ban', kind: 'forbidden', party: 'adversary', action: undefined },
  { says: 'the recipient is permitted', kind: 'permitted', party: 'recipient', action: undefined },
  { says: 'an alliance speaks of a right', kind: 'right', party: 'organisation', action: 'ENDORSES_RIGHT' },
  {
    says: 'an alliance leaves it to its members',
    kind: 'national',
    party: 'organisation',
    action: 'DEFERS_TO_NATIONAL_DECISION',
  },
  {
    says: 'an owner denies a change',
    kind: 'lifted',
    attitude: 'deny',
    party: 'owner',
    action: 'DENIES_REPORT',
  },
  {
    says: 'an owner denies a ban',
    kind: 'imposed',
    attitude: 'deny',
    party: 'owner',
    action: 'DECLARES_NO_RESTRICTION',
  },
  { says: 'an owner blocks', kind: 'forbidden', attitude: 'tighten', party: 'owner', action: 'TIGHTENS' },
];

describe('decideAction', () => {
  test.each(ROWS)('$says', ({ kind, modality = 'fact', attitude, party, isLimited = false, action }) => {
    expect(
      decideAction({
        norm: { from: 0, to: 1, kind, modality },
        attitude,
        party,
        isLimited,
        hasDecided: party === 'owner',
      }),
    ).toBe(action);
  });
});
