import type { Candidate } from '../candidate.ts';
import type { Action } from '../position.ts';
import { wordsIn } from '../sentence-view.ts';
import type { Stand } from './stands.ts';

/** Whether one stands in a sentence only as somebody who is asked or asked about, met, spoken of, or told to say nothing. */
export function isOnlyNamed(candidate: Candidate, stand: Stand): boolean {
  return (
    isAsked(candidate, stand) ||
    isAskedAbout(candidate, stand) ||
    isMet(candidate, stand) ||
    isSpokenOf(candidate, stand) ||
    isSilent(candidate, stand)
  );
}

/** "Has been pressing Oslo to let it": Oslo is asked, and asks nobody. */
function isAsked({ action, statement }: Candidate, { mention, part }: Stand): boolean {
  if (part === 'speaker' || !WISHES.has(action)) return false;
  return statement.read.view.cues.some(
    ({ kind, from, to }) =>
      (kind === 'call' || kind === 'request') && mention.from > from && mention.from - to <= ASKED_WITHIN,
  );
}

/** What is asked for, or turned over. */
const WISHES: ReadonlySet<Action> = new Set([
  'CALLS_FOR_LIFTING',
  'CONSIDERING',
  'REQUESTS_PERMISSION',
] as const);

/** One who is asked is named so many tokens behind the asking, at most. */
const ASKED_WITHIN = 4;

/** "The official was asked how soon London would be ready to": no answer is told. */
function isAskedAbout({ statement }: Candidate, { mention, part }: Stand): boolean {
  const { view } = statement.read;
  if (part === 'speaker') return false;
  return (
    ASKED_ABOUT.test(wordsIn(view, 0, mention.from)) &&
    !wordsIn(view, mention.to, view.tokens.length).includes(',')
  );
}

const ASKED_ABOUT = /\b(?:was|were|been) asked (?:how|if|what|when|whether|which|why)\b[^,]*$/;

/** "Borrell, who had a meeting with Stoltenberg, said": what is said is not of the one who was met. */
function isMet({ statement }: Candidate, { mention, part }: Stand): boolean {
  const before = wordsIn(statement.read.view, mention.from - MET_WITHIN, mention.from);
  return part === 'oblique' && MET.test(before);
}

const MET =
  /\b(?:call|conference|conversation|dinner|lunch|meetings?|met|spoke|spoken|summit|talks) with(?: [a-z.]+){0,3}$/;
/** Tokens from the meeting to whoever is met, with his office. */
const MET_WITHIN = 5;

/** "The government's decision has been condemned", "her remarks were meant for Berlin": what follows is of others. */
function isSpokenOf({ action, statement }: Candidate, { mention, part }: Stand): boolean {
  const isJudgement = action === 'OPPOSES_LIFTING' || action === 'ENDORSES_RIGHT';
  const owned = wordsIn(statement.read.view, mention.to, mention.to + 2);
  return part === 'possessive' && ((isJudgement && JUDGED.test(owned)) || REMARKS.test(owned));
}

const JUDGED = /^(?:['’]s )?(?:decision|move|permission|step)/;
const REMARKS = /^(?:['’]s )?(?:comments?|remarks?|words)\b/;

/** "She declined to confirm that it had been given". */
function isSilent({ statement }: Candidate, { mention, part }: Stand): boolean {
  const { view } = statement.read;
  const words =
    part === 'speaker' ? view.sentence.text : wordsIn(view, mention.to, mention.to + DECLINES_WITHIN);
  return DECLINES.test(words);
}

const DECLINES = /\b(?:declin|refus)(?:e|ed|es|ing) to (?:answer|be drawn|comment|confirm|discuss|say)\b/;
/** Tokens from who declines to what. */
const DECLINES_WITHIN = 6;
