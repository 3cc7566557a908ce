import type { Understanding } from '../understanding.ts';
import type { Proposal } from './proposal.ts';

/**
 * Puts proposals beside what the rules have understood. An article that the rules would have left out is kept as a
 * `mention`, so that a person comes upon it; its positions stay what the rules have found.
 */
export function addProposals(found: Understanding, proposals: readonly Proposal[]): Understanding {
  if (proposals.length === 0) return found;
  if (found.relevance !== 'none') return { ...found, proposals };
  return { ...found, relevance: 'mention', evidence: proposals.map(({ evidence }) => evidence), proposals };
}
