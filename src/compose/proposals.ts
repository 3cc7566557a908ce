import { createProposalBudget } from '../adapters/dynamodb/proposal-budget.ts';
import type { Table } from '../adapters/dynamodb/table.ts';
import type { ProposalsConfig } from '../config/schema.ts';
import type { Log } from '../pipeline/ports.ts';
import type { ProposalDeps } from '../pipeline/propose-positions.ts';

/** What asking a language model needs; undefined where none is switched on. Its client is loaded at the first question. */
export function proposalsFor(
  { enabled, model, region, maxPerDay, margin }: ProposalsConfig,
  table: Table,
  log: Log,
): ProposalDeps | undefined {
  if (!enabled || model === null) return undefined;
  return {
    proposer: {
      propose: async (request) => {
        const { createBedrockProposer } = await import('../adapters/bedrock/proposer.ts');
        return createBedrockProposer({ model, region: region ?? undefined }).propose(request);
      },
    },
    budget: createProposalBudget(table),
    maxPerDay,
    margin,
    log,
  };
}
