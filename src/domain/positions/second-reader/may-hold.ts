import type { Candidate } from '../candidate.ts';

/** What only the one who uses it or the one it is used against does, nobody else does. */
export function mayHold({ action, party }: Candidate): boolean {
  const isRecipients = action === 'REQUESTS_PERMISSION' || action === 'REPORTS_USE';
  if (party === 'recipient' || isRecipients) return party === 'recipient' && isRecipients;
  return party !== 'adversary' || action === 'WARNS_AGAINST';
}
