/**
 * What a cue of a topic pack does to the norm it stands beside. The kinds are of English reporting in general;
 * which words belong to a kind is the pack's business. docs/topics.md explains each with an example.
 */
export const CUE_KINDS = [
  'permit',
  'permission',
  'forbid',
  'restriction',
  'lift',
  'impose',
  'tighten',
  'keep',
  'unchanged',
  'delivery',
  'use',
  'call',
  'request',
  'consider',
  'refuse',
  'oppose',
  'support',
  'warn',
  'right',
  'defer',
  'user-decides',
  'no-restriction',
  'deny',
  'limit',
  'reversal',
  'widened',
  'reaffirmed',
  'ended',
  'hypothetical',
  'anonymous',
  'idiom',
] as const;

export type CueKind = (typeof CUE_KINDS)[number];
