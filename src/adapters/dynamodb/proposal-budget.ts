import { epochSeconds, secondsAfter } from '../../domain/time/instant.ts';
import type { ProposalBudget } from '../../pipeline/ports.ts';
import { proposalBudgetKey } from './keys.ts';
import type { Table } from './table.ts';

/** A day's row is of no use to anybody a month later. */
const KEPT_SECONDS = 30 * 86_400;

/** How many questions a day has paid for, in one row that counts up only while it is below the most. */
export function createProposalBudget(table: Table): ProposalBudget {
  return {
    take(day, most) {
      const expiresAt = epochSeconds(secondsAfter(`${day}T00:00:00.000Z`, KEPT_SECONDS));
      return table.update(proposalBudgetKey(day), {
        UpdateExpression: 'SET asked = if_not_exists(asked, :none) + :one, expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(asked) OR asked < :most',
        ExpressionAttributeValues: { ':none': 0, ':one': 1, ':most': most, ':expiresAt': expiresAt },
      });
    },
  };
}
