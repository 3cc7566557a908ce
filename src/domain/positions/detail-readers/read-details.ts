import type { Topic } from '../../topics/topic.ts';
import type { Candidate } from '../candidate.ts';
import type { DetailContext } from './detail-context.ts';
import { readScopeGeo } from './scope-reader.ts';
import { readWeapon } from './weapon-reader.ts';

/** A candidate with the weapon and the place that the rest of the article makes likely, where the topic has readers for them. */
export function readDetails(candidate: Candidate, context: DetailContext, topic: Topic): Candidate {
  const { scopeReader, weaponReader } = topic;
  const geo = scopeReader ? readScopeGeo(candidate, context, scopeReader) : candidate.scope.geo;
  const weapon = weaponReader ? readWeapon(candidate, context, weaponReader, topic) : candidate.weapon;
  return { ...candidate, scope: { ...candidate.scope, geo }, weapon };
}
