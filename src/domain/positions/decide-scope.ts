import type { Topic } from '../topics/topic.ts';
import { isConfinement } from './norms.ts';
import type { Action } from './position.ts';
import type { GeoMention, SentenceView, TokenRange } from './sentence-view.ts';

/** Where, at what and on which conditions: the words of the topic pack. */
export interface Scope {
  readonly geo: string;
  readonly target: string;
  readonly conditions: readonly string[];
}

/** Reads the scope of a clause; what the clause does not say, the rest of its sentence may. */
export function decideScope(view: SentenceView, clause: TokenRange, action: Action, topic: Topic): Scope {
  const inClause = <Range extends TokenRange>(ranges: readonly Range[]) =>
    ranges.filter(({ from, to }) => from >= clause.from - 1 && to <= clause.to);
  const geos = usable(inClause(view.geos), action);
  const geo = mostParticular(geos.length > 0 ? geos : usable(view.geos, action)) ?? topic.defaultScopeGeo;
  const targets = inClause(view.targets).length > 0 ? inClause(view.targets) : view.targets;
  const conditions = [...new Set(view.conditions.map(({ condition }) => condition))].sort();
  return { geo, target: targets[0]?.target ?? topic.defaultScopeTarget, conditions };
}

/** A confinement ("only inside Ukraine") is the scope of those who restrict. */
function usable(geos: readonly GeoMention[], action: Action): GeoMention[] {
  const isRestrictive =
    action === 'MAINTAINS_RESTRICTION' || action === 'TIGHTENS' || action === 'OPPOSES_LIFTING';
  return geos.filter(({ geo }) => isRestrictive || !isConfinement(geo));
}

function mostParticular(geos: readonly GeoMention[]): string | undefined {
  return [...geos].sort((one, other) => one.rank - other.rank)[0]?.geo;
}
