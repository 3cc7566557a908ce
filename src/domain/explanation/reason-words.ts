import type { SetAsideReason } from '../positions/set-aside.ts';
import type { Party } from '../positions/stances/standing-in-topic.ts';
import type { DecidedBy } from './explanation.ts';

/** Why something is no position, to a person who tunes a topic. */
export const REASON_WORDS: Readonly<Record<SetAsideReason, string>> = {
  'without-recipient': 'the one who would use it is not mentioned near: somebody else’s rules',
  'about-delivery': 'about giving, not about using',
  'heading-or-question': 'a heading or a question states nothing',
  'opening-of-nobody': 'an opening such as “While …” that names nobody',
  hypothetical: 'under “if” or “whether”: nothing is stated',
  'only-asked-of': 'the one asked to do it has done nothing yet',
  'only-named': 'the act is talked of, not done',
  'only-possible': 'what something would make possible is not done',
  'qualified-away': 'the same sentence keeps the limit',
  nobodys: 'nobody was found whose position it could be',
  'no-stand': 'no rule makes a position of this by this actor',
  doubted: 'a rule found it, and the second reader hardly believes it',
  'own-pledge': 'what the user promises is no rule of a giver',
  'own-weapons': 'over what nobody gave',
  foreign: 'a veto phrase, or what the restriction is on, says that it is about something else',
  'beside-the-topic': 'states the topic only in part, in an article about something else',
  unsupported: 'states the topic only in part, and no fuller sentence stands near',
  'its-own-limit': 'the limit of the permission in the same sentence',
  unsure: 'found, and too improbable in this article',
};

const PARTY_WORDS: Readonly<Record<Party, string>> = {
  recipient: 'by the one who would use it',
  adversary: 'by the one it is used against',
  owner: 'by one who decides',
  organisation: 'by a body of several states',
  bystander: 'by one who does not decide',
};

/** `rejection: refuse × permitted, by one who decides`. */
export function describeRule(decided: DecidedBy): string {
  const { rule, attitude, norm, modality, party, isLimited, probability } = decided;
  if (probability !== undefined) return `${rule}: ${probability.toFixed(2)} probable, ${PARTY_WORDS[party]}`;
  const stance = [attitude, modality === 'fact' ? norm : `${norm} (${modality})`].filter(Boolean).join(' × ');
  return `${rule}: ${stance}, ${PARTY_WORDS[party]}${isLimited ? ', with terms' : ''}`;
}
