import { z } from 'zod';
import type { Position, Span } from '../positions/position.ts';
import type { Proposal, ProposalChoices } from './proposal.ts';

/** One thing that a model may say, in the form it was asked for. */
const Said = z.object({
  actor: z.string().trim().min(1).max(120),
  country: z.string(),
  action: z.string(),
  weapon: z.string(),
  scope: z.string(),
  evidence: z.string().trim().min(1),
});

/** Why something proposed was dropped. */
export type DropReason = 'malformed' | 'not-a-value-of-the-topic' | 'not-in-the-text' | 'known' | 'too-many';

export interface AcceptedProposals {
  readonly accepted: readonly Proposal[];
  readonly dropped: readonly DropReason[];
}

/** More than so many from one article are no reading of it. */
const MOST_PROPOSALS = 8;

/** Shorter evidence stands in too many places to prove anything. */
const FEWEST_EVIDENCE_WORDS = 4;

/**
 * Keeps of what a model said only what the text bears out: evidence that stands in a passage letter for letter, an actor
 * that stands there too, and values that the topic knows. What the rules have found already is not said again.
 */
export function acceptProposals(
  said: readonly unknown[],
  context: {
    readonly passages: readonly Span[];
    readonly choices: ProposalChoices;
    readonly known: readonly Pick<Position, 'country' | 'action' | 'evidence'>[];
    readonly model: string;
  },
): AcceptedProposals {
  const accepted: Proposal[] = [];
  const dropped: DropReason[] = [];
  for (const each of said) {
    const judged = accepted.length < MOST_PROPOSALS ? judge(each, context) : 'too-many';
    if (typeof judged === 'string') dropped.push(judged);
    else if (repeats(judged, [...context.known, ...accepted])) dropped.push('known');
    else accepted.push(judged);
  }
  return { accepted, dropped };
}

type Context = Parameters<typeof acceptProposals>[1];

function judge(said: unknown, { passages, choices, model }: Context): Proposal | DropReason {
  const parsed = Said.safeParse(said);
  if (!parsed.success) return 'malformed';
  const { actor, country, weapon, scope, evidence } = parsed.data;
  const action = choices.actions.find((each) => each === parsed.data.action);
  const isOfTopic =
    choices.countries.includes(country) && choices.weapons.includes(weapon) && choices.scopes.includes(scope);
  if (action === undefined || !isOfTopic) return 'not-a-value-of-the-topic';
  const span = findEvidence(evidence, actor, passages);
  if (span === undefined) return 'not-in-the-text';
  return { actor, country, action, weapon, scopeGeo: scope, evidence: span, model };
}

/** The place of the evidence in a passage that names the actor too. */
function findEvidence(evidence: string, actor: string, passages: readonly Span[]): Span | undefined {
  if (evidence.split(/\s+/).length < FEWEST_EVIDENCE_WORDS) return undefined;
  for (const { start, text } of passages) {
    const at = text.indexOf(evidence);
    if (at < 0 || !text.includes(actor)) continue;
    return { start: start + at, end: start + at + evidence.length, text: evidence };
  }
  return undefined;
}

function repeats(
  proposal: Proposal,
  others: readonly Pick<Position, 'country' | 'action' | 'evidence'>[],
): boolean {
  return others.some(({ country, action, evidence }) => {
    if (country !== proposal.country || action !== proposal.action) return false;
    return evidence.start < proposal.evidence.end && proposal.evidence.start < evidence.end;
  });
}
