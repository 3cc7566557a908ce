import { positionId } from '../positions/position-id.ts';
import type { Relevance, Understanding } from '../understanding.ts';

/** A person's word on one article in one topic. It stands above the rules, today's and tomorrow's. */
export interface Override {
  readonly articleId: string;
  readonly topic: string;
  /** Undefined leaves the rules' own. */
  readonly relevance?: Relevance | undefined;
  /** Positions that the article does not hold, by their ids. */
  readonly without: readonly string[];
  readonly because: string;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** An article as the rules read it, put right. What nobody corrected stays as it was read. */
export function applyOverride(found: Understanding, override: Override | undefined): Understanding {
  if (!override) return found;
  const relevance = override.relevance ?? found.relevance;
  if (relevance === 'none') return { ...found, relevance, positions: [], quotes: [] };
  const struck = new Set(override.without);
  return { ...found, relevance, positions: found.positions.filter((each) => !struck.has(positionId(each))) };
}

/** A later word adds to an earlier one: struck positions stay struck, the relevance is the last that was said. */
export function mergeOverrides(earlier: Override | undefined, later: Override): Override {
  if (!earlier) return later;
  return {
    ...later,
    relevance: later.relevance ?? earlier.relevance,
    without: [...new Set([...earlier.without, ...later.without])],
  };
}
