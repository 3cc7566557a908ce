import { ACTIONS } from '../positions/position.ts';
import { compareText } from '../text/compare-text.ts';
import type { Topic } from '../topics/topic.ts';
import type { ProposalChoices } from './proposal.ts';

/** Plural actors of several states, which no table of countries has. */
const SEVERAL_STATES = 'MULTI';

/** What may be proposed about a topic: its own values, sorted, so that one topic always asks alike. */
export function proposalChoices(topic: Topic): ProposalChoices {
  const bodies = topic.organisations.map(({ country }) => country);
  return {
    countries: sorted([...topic.countryNames.keys(), ...bodies, SEVERAL_STATES]),
    actions: ACTIONS,
    weapons: sorted([...topic.objectNames, topic.genericObject]),
    scopes: sorted([...topic.geoRanks.keys(), topic.defaultScopeGeo]),
  };
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted(compareText);
}
