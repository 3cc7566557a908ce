import type { Candidate } from '../candidate.ts';
import type { Action } from '../position.ts';
import type { ReadSentence } from '../read-article.ts';
import { type CueMention, isAttitude, wordsIn } from '../sentence-view.ts';
import { isForThings } from '../stances/no-attitude.ts';

/** What is as open of a delivery as of a use. */
const OPEN: ReadonlySet<Action> = new Set(['CONSIDERING', 'DEFERS_TO_NATIONAL_DECISION'] as const);

/** From here on the second reader knows that what is refused is leave, though the sentence tells of giving. */
const SURELY_NO_DELIVERY = 0.7;

/** From here on the second reader knows that what comes without limits is the use, though the sentence tells of giving. */
const SURELY_FREE_TO_USE = 0.95;

/** From here on the second reader knows that a wish is for leave, though no word of it says so: "his ever more pressing requests". */
const SURELY_FOR_LEAVE = 0.6;

/** What only the one who uses it or the one it is used against does, nobody else does. */
export function mayHold({ action, party, statement, secondReader = 0 }: Candidate): boolean {
  // "asks for missiles": a wish that names neither leave nor use is for something else, as a rule
  const isForOtherThings = action === 'REQUESTS_PERMISSION' && !isOfNorm(statement.read);
  if (isForOtherThings && secondReader < SURELY_FOR_LEAVE) return false;
  // "holds to his refusal to give missiles"
  const mayBeOfDelivery =
    OPEN.has(action) || (action === 'MAINTAINS_RESTRICTION' && secondReader < SURELY_NO_DELIVERY);
  if (mayBeOfDelivery && isOfDelivery(statement.read)) return false;
  const isFree = action === 'DECLARES_NO_RESTRICTION';
  if (isFree && secondReader < SURELY_FREE_TO_USE && isOfGiving(statement.read)) return false;
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
