import type { Topic } from '../topics/topic.ts';
import { isContrast } from './clauses.ts';
import { isConfinement } from './norms/use-norms.ts';
import type { Action } from './position.ts';
import type { GeoMention, SentenceView, TokenRange } from './sentence-view.ts';

/** Where, at what and on which conditions: the words of the topic pack. */
export interface Scope {
  readonly geo: string;
  readonly target: string;
  readonly conditions: readonly string[];
}

/** What a sentence says of the scope, before it is known what is done to it. */
export interface ScopeWords extends Omit<Scope, 'geo'> {
  /** The most particular place that the use may go to. */
  readonly open?: string | undefined;
  /** The place that the use must not leave. */
  readonly confined?: string | undefined;
  /** Whether the open place is only a part of the whole. */
  readonly isPartial: boolean;
}

/** Reads the scope of a clause; what the clause does not say, the rest of its sentence may. */
export function decideScope(view: SentenceView, clause: TokenRange, topic: Topic): ScopeWords {
  const inClause = <Range extends TokenRange>(ranges: readonly Range[]) => {
    const inside = ranges.filter(({ from, to }) => from >= clause.from - 1 && to <= clause.to);
    const isOpposed = isContrast(view.tokens[clause.to]?.word ?? '');
    return inside.length > 0 ? inside : ranges.filter(({ from }) => from < clause.to || !isOpposed);
  };
  const places = inClause(view.geos);
  const open = mostParticular(places.filter(({ geo }) => !isConfinement(geo)));
  return {
    open: open?.geo,
    confined: mostParticular(places.filter(({ geo }) => isConfinement(geo)))?.geo,
    isPartial: open?.isPartial ?? false,
    target: inClause(view.targets)[0]?.target ?? topic.defaultScopeTarget,
    conditions: [...new Set(view.conditions.map(({ condition }) => condition))].sort(),
  };
}

/** A confinement ("only inside Ukraine") is the scope of those who restrict. */
export function scopeFor(action: Action, words: ScopeWords, topic: Topic): Scope {
  const isRestrictive =
    action === 'MAINTAINS_RESTRICTION' || action === 'TIGHTENS' || action === 'OPPOSES_LIFTING';
  const geo = (isRestrictive ? words.confined : undefined) ?? words.open ?? topic.defaultScopeGeo;
  return { geo, target: words.target, conditions: words.conditions };
}

function mostParticular(geos: readonly GeoMention[]): GeoMention | undefined {
  return [...geos].sort((one, other) => one.rank - other.rank)[0];
}
