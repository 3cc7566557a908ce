import { SPEECH_VERBS } from '../../text/reporting-words.ts';
import type { Statement } from '../find-statements.ts';
import { speechOf } from '../voice.ts';

/** How a verb begins that tells of what goes on: "still insist", "still do not let", and no "still said". */
const STILL = /\bstill (?:(?:do|does|has|have|is|are)(?: not)? )?$/;
const REPORTED = /^(?:according|reported(?:ly)?|report|reports|citing|learned|emerged)$/;
const PAST_FORM = /(?:ed|said|told)$/;

/** "Has long been asking for it", "has previously warned": begun before the news, unless the article opens with it. */
export function isOngoing(statement: Statement): boolean {
  if (statement.read.view.index === 0) return false;
  return /\b(?:has|have|had) (?:\w+ )?(?:been|long|previously|repeatedly)\b/.test(
    wordsBefore(statement, 3).join(' '),
  );
}

/** "Had called for it": said before what the article tells of, unless "an agency said that they had". */
export function isSaidBefore(statement: Statement): boolean {
  const told = statement.read.view.tokens.slice(0, verbAt(statement));
  return (
    wordsBefore(statement, 2).includes('had') &&
    !told.some(({ word }) => SPEECH_VERBS.has(word) || REPORTED.test(word))
  );
}

/** "Several suppliers still insist that …", "to this day he has not agreed": how things stand, and nothing that happened. */
export function isStandingStill(statement: Statement): boolean {
  const { tokens } = statement.read.view;
  const verb = tokens[verbAt(statement)]?.word ?? '';
  const before = tokens
    .slice(statement.clause.from, verbAt(statement))
    .map(({ word }) => `${word} `)
    .join('');
  return !PAST_FORM.test(verb) && (STILL.test(before) || /\bto this day\b/.test(before));
}

/** "The strike comes after Washington authorised …": the news is the strike. */
export function isToldForItsTime({ read, norm, attitude }: Statement): boolean {
  const before = read.view.tokens.slice(0, norm.from).map(({ word }) => word);
  return attitude === undefined && /\b(?:come|comes|came|coming) (?:\S+ ){0,3}after\b/.test(before.join(' '));
}

function wordsBefore(statement: Statement, count: number): string[] {
  const at = verbAt(statement);
  return statement.read.view.tokens.slice(Math.max(0, at - count), at).map(({ word }) => word);
}

/** The verb that carries a statement: that of saying it, else the attitude's, else the norm's. */
function verbAt(statement: Statement): number {
  return speechOf(statement).verbAt ?? (statement.attitude ?? statement.norm).from;
}
