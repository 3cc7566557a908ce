import type { Candidate } from '../candidate.ts';
import type { ReadSentence } from '../read-article.ts';
import { isAttitude } from '../sentence-view.ts';
import { isForThings } from '../stances/no-attitude.ts';

/** What only the one who uses it or the one it is used against does, nobody else does. */
export function mayHold({ action, party, statement }: Candidate): boolean {
  // "asks for missiles": a wish that names neither leave nor use is for something else
  if (action === 'REQUESTS_PERMISSION' && !isOfNorm(statement.read)) return false;
  if (action === 'CONSIDERING' && isOfDelivery(statement.read)) return false;
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
  return !isOfUse(read) && read.view.cues.some((cue) => isForThings(read.view, cue));
}

function isOfUse({ view }: ReadSentence): boolean {
  return view.cues.some(({ kind }) => /^(?:permission|permit|restriction|right|use)$/.test(kind));
}
