import { daysBetween } from '../time/calendar-day.ts';
import type { Topic } from '../topics/topic.ts';
import type { FoundPosition, FoundPositions } from './find-positions.ts';
import { POLARITY, type Position } from './position.ts';
import type { SetAside } from './set-aside.ts';

/**
 * Joins the positions of one article that are one event: same country, action, weapon and status, and neither date nor
 * speaker against it. What is news and what is recalled of another day are two. The first, or the more particular, is kept; the other sentences become further evidence.
 */
export function mergePositions(built: readonly FoundPosition[], topic: Topic): FoundPositions {
  const merged: FoundPosition[] = [];
  const setAside: SetAside[] = [];
  for (const one of built) {
    if (merged.some(({ position }) => isItsOwnLimit(position, one))) {
      setAside.push({ statement: one.candidates[0].statement, reason: 'its-own-limit' });
      continue;
    }
    const index = merged.findIndex(({ position }) => isSameEvent(position, one.position, topic));
    const known = merged[index];
    if (known) merged[index] = joined(known, one, topic);
    else merged.push(one);
  }
  return { found: merged, setAside };
}

/**
 * "They may hit the launch sites, but not other targets": one position and its limit, not two that contradict. Another
 * place, of which the words tell, is another position (guideline B).
 */
function isItsOwnLimit(known: Position, one: FoundPosition): boolean {
  const { position: other } = one;
  return (
    !isOfOtherPlace(known, one) &&
    known.actor === other.actor &&
    known.evidence.start === other.evidence.start &&
    known.weapon === other.weapon &&
    POLARITY[known.action] === 'pro' &&
    POLARITY[other.action] === 'restrictive'
  );
}

function isOfOtherPlace(known: Position, { position, candidates: [{ statement }] }: FoundPosition): boolean {
  const { read, clause } = statement;
  return (
    position.scopeGeo !== known.scopeGeo &&
    read.view.geos.some(
      ({ geo, from, to }) => geo === position.scopeGeo && from >= clause.from && to <= clause.to,
    )
  );
}

function isSameEvent(known: Position, other: Position, topic: Topic): boolean {
  return (
    known.country === other.country &&
    known.action === other.action &&
    sameParticular(known.weapon, other.weapon, topic.genericObject) &&
    isOfOneStatus(known, other) &&
    !areDifferentPeople(known, other, topic) &&
    !areDifferentStatements(known, other, topic) &&
    !areOfDifferentDays(known, other)
  );
}

/** What is told again without a day, as what its news came amid, is that news; and so is a sentence that a page prints twice. */
function isOfOneStatus(known: Position, other: Position): boolean {
  if (known.status === other.status || known.evidence.text === other.evidence.text) return true;
  const isOver = known.status === 'background_past' || other.status === 'background_past';
  const isUndated = known.statementDate === null || other.statementDate === null;
  return !isOver && isUndated && known.actor === other.actor;
}

/** A state speaks through many mouths and is one, whoever is named; two ministers, or two offices, are two. */
function areDifferentPeople(known: Position, other: Position, topic: Topic): boolean {
  if (known.actor === other.actor) return false;
  if (known.country === 'MULTI') return true;
  const isState = ({ actor, country, actorType }: Position) =>
    actorType === 'anonymous official' || actor === topic.countryNames.get(country);
  return !isState(known) && !isState(other);
}

/**
 * What two say, each in words that are told as theirs, are two statements (guideline B4), though both speak for one
 * state. The "senior official" with whom an article opens may be the one who is named below.
 */
function areDifferentStatements(known: Position, other: Position, topic: Topic): boolean {
  const isOpening = ({ evidence, actorType }: Position) =>
    evidence.start === 0 && actorType === 'anonymous official';
  const isSomebodys = (one: Position) =>
    one.attribution !== 'narration' && one.speaker !== topic.countryNames.get(one.country) && !isOpening(one);
  return known.speaker !== other.speaker && isSomebodys(known) && isSomebodys(other);
}

/** Two statements that each give their own day are two when the days are apart (guideline B4). */
function areOfDifferentDays(known: Position, other: Position): boolean {
  const isDated = ({ dateBasis, datePrecision }: Position) =>
    dateBasis === 'stated' && datePrecision === 'day';
  if (!isDated(known) || !isDated(other) || !known.statementDate || !other.statementDate) return false;
  return Math.abs(daysBetween(known.statementDate, other.statementDate)) > 1;
}

function sameParticular(one: string, other: string, unsaid: string): boolean {
  return one === other || one === unsaid || other === unsaid;
}

/** News before background, then the fuller sentence; of equals the one that comes first is kept. */
function joined(known: FoundPosition, other: FoundPosition, topic: Topic): FoundPosition {
  const isOtherBetter =
    weightOf(other.position) + faceOf(other.position) > weightOf(known.position) + faceOf(known.position);
  const [base, extra] = isOtherBetter ? [other, known] : [known, other];
  const [first, ...further] = base.candidates;
  return {
    position: completed(base.position, extra.position, topic),
    candidates: [first, ...further, ...extra.candidates],
  };
}

/** What one position says, with what only the other says. */
function completed(base: Position, extra: Position, topic: Topic): Position {
  const takesScope =
    base.scopeGeo === topic.defaultScopeGeo ||
    (isOfDecision(base) && isMoreParticular(extra.scopeGeo, base.scopeGeo, topic));
  const scope = takesScope ? extra : base;
  const dated = sureness(extra) > sureness(base) ? extra : base;
  const isSameSentence = base.evidence.start === extra.evidence.start;
  return {
    ...base,
    weapon: base.weapon === topic.genericObject ? extra.weapon : base.weapon,
    scopeGeo: scope.scopeGeo,
    scopeTarget: base.scopeTarget === topic.defaultScopeTarget ? extra.scopeTarget : base.scopeTarget,
    scopeConditions: [...new Set([...base.scopeConditions, ...extra.scopeConditions])].sort(),
    statementDate: dated.statementDate,
    datePrecision: dated.datePrecision,
    dateBasis: dated.dateBasis,
    sourceChain: base.sourceChain.length > 0 ? base.sourceChain : extra.sourceChain,
    also: isSameSentence ? base.also : [...base.also, extra.evidence, ...extra.also],
  };
}

function weightOf({ confidence, status }: Position): number {
  return Number(status === 'news') * 2 + confidence;
}

/** Who is named with his or her own words stands before a state that only acts, or officials without a name. */
function faceOf({ actorType, attribution }: Position): number {
  const isFaceless = actorType === 'government' || actorType === 'anonymous official';
  return isFaceless && (attribution === 'narration' || attribution === 'anonymous') ? 0 : 0.1;
}

/** A day before a longer time, and one that is stated before one that is carried over. */
function sureness({ statementDate, datePrecision, dateBasis }: Position): number {
  if (statementDate === null) return 0;
  const isStated = dateBasis === 'stated';
  return (datePrecision === 'day' ? 4 : 1) + (isStated ? 2 : dateBasis === 'carried' ? 1 : 0);
}

/** What is permitted or forbidden may be told wide first and narrow later; a wish or a threat is as wide as it was said. */
function isOfDecision({ action }: Position): boolean {
  return (
    action === 'PERMITS' ||
    action === 'PERMITS_WITH_LIMITS' ||
    action === 'EASES' ||
    action === 'MAINTAINS_RESTRICTION'
  );
}

function isMoreParticular(one: string, other: string, topic: Topic): boolean {
  const rank = (geo: string) => topic.geoRanks.get(geo) ?? Number.POSITIVE_INFINITY;
  return rank(one) < rank(other);
}
