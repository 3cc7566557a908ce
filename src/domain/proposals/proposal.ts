import type { Action, Span } from '../positions/position.ts';

/**
 * A position that a language model has read in a passage and that the text bears out. It is shown beside the article for
 * a person to judge, and is no position: neither the ledger nor a digest knows it.
 */
export interface Proposal {
  /** As printed in the passage. */
  readonly actor: string;
  /** One of the topic's countries, or a body's code. */
  readonly country: string;
  readonly action: Action;
  /** Canonical, one of the topic's. */
  readonly weapon: string;
  /** One of the topic's words for an area. */
  readonly scopeGeo: string;
  readonly evidence: Span;
  /** The model that proposed it. */
  readonly model: string;
}

/** The values a proposal may have: what is not among them is dropped. */
export interface ProposalChoices {
  readonly countries: readonly string[];
  readonly actions: readonly Action[];
  readonly weapons: readonly string[];
  readonly scopes: readonly string[];
}
