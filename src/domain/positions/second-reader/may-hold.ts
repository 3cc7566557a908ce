import type { Candidate } from '../candidate.ts';
import type { Action } from '../position.ts';
import type { ReadSentence } from '../read-article.ts';
import { type CueMention, isAttitude, wordsIn } from '../sentence-view.ts';
import { isForThings } from '../stances/no-attitude.ts';

/** What a class is easily taken for, and from which probability on the second reader knows better. */
interface Lookalike {
  readonly actions: ReadonlySet<Action>;
  readonly isThis: (read: ReadSentence) => boolean;
  /** 0 to 1; without it never. */
  readonly unlessFrom?: number;
}

const LOOKALIKES: readonly Lookalike[] = [
  // "asks for missiles": a wish that names neither leave nor use is for something else, as a rule
  { actions: new Set(['REQUESTS_PERMISSION']), isThis: (read) => !isOfNorm(read), unlessFrom: 0.6 },
  // as open of a delivery as of a use
  { actions: new Set(['CONSIDERING', 'DEFERS_TO_NATIONAL_DECISION']), isThis: isOfDelivery },
  // "holds to his refusal to give missiles"
  { actions: new Set(['MAINTAINS_RESTRICTION']), isThis: isOfDelivery, unlessFrom: 0.7 },
  { actions: new Set(['DECLARES_NO_RESTRICTION']), isThis: isOfGiving, unlessFrom: 0.95 },
];

/** What only the one who uses it or the one it is used against does, nobody else does. */
export function mayHold({ action, party, statement, secondReader = 0 }: Candidate): boolean {
  const isLookalike = LOOKALIKES.some(
    ({ actions, isThis, unlessFrom = Number.POSITIVE_INFINITY }) =>
      actions.has(action) && secondReader < unlessFrom && isThis(statement.read),
  );
  if (isLookalike) return false;
  const isRecipients = action === 'REQUESTS_PERMISSION' || action === 'REPORTS_USE';
  if (party === 'recipient' || isRecipients) return party === 'recipient' && isRecipients;
  return party !== 'adversary' || action === 'WARNS_AGAINST';
}

function isOfNorm({ view }: ReadSentence): boolean {
  return view.cues.some(
    ({ kind }) => !isAttitude(kind) && !/^(?:anonymous|delivery|idiom|limit)$/.test(kind),
  );
}

/** "Is mulling over the request for missiles". */
function isOfDelivery(read: ReadSentence): boolean {
  const isForIt = (cue: CueMention) => cue.kind === 'delivery' || isForThings(read.view, cue);
  return !isOfUse(read) && read.view.cues.some(isForIt);
}

/** "Military aid without restrictions", "will give weapons without limits": there may be more of it, and no freer use. */
function isOfGiving(read: ReadSentence): boolean {
  const isGiven = ({ kind, from }: CueMention) =>
    kind === 'no-restriction' && GIVEN.test(wordsIn(read.view, 0, from));
  return !isOfUse(read) && read.view.cues.some(isGiven);
}

const GIVEN =
  /\b(?:aid|assistance|help|money|support)$|\bwill (?:continue to )?(?:deliver|give|provide|send|supply)\b/;

function isOfUse({ view }: ReadSentence): boolean {
  return view.cues.some(({ kind }) => /^(?:permission|permit|restriction|right|use)$/.test(kind));
}
