import type { Candidate } from '../candidate.ts';
import type { Action } from '../position.ts';
import type { ReadSentence } from '../read-article.ts';
import { isAttitude } from '../sentence-view.ts';

/** "Asks for missiles": a wish that names neither leave nor use is for something else. */
export const WISHES: ReadonlySet<Action> = new Set([
  'CALLS_FOR_LIFTING',
  'CONSIDERING',
  'REQUESTS_PERMISSION',
] as const);

/** What only the one who uses it or the one it is used against does, nobody else does. */
export function mayHold({ action, party, statement }: Candidate): boolean {
  if (WISHES.has(action) && !isOfNorm(statement.read)) return false;
  const isRecipients = action === 'REQUESTS_PERMISSION' || action === 'REPORTS_USE';
  if (party === 'recipient' || isRecipients) return party === 'recipient' && isRecipients;
  return party !== 'adversary' || action === 'WARNS_AGAINST';
}

function isOfNorm({ view }: ReadSentence): boolean {
  return view.cues.some(({ kind }) => !isAttitude(kind) && kind !== 'limit') || view.geos.length > 0;
}
