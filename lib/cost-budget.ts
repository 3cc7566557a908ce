import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface CostBudgetProps {
  /** US dollars a month. */
  readonly monthlyUsd: number;
  /** Who is told when the month's cost passes it, or is about to. */
  readonly topic: ITopic;
}

/**
 * Tells when the account's month costs more than was meant. It counts the whole account: a budget of one application
 * needs a tag that somebody has activated in the billing console, and shows zero for ever where nobody has.
 */
export class CostBudget extends Construct {
  constructor(scope: Construct, id: string, { monthlyUsd, topic }: CostBudgetProps) {
    super(scope, id);
    const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }];
    const notify = (notificationType: 'ACTUAL' | 'FORECASTED') => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold: 100,
        thresholdType: 'PERCENTAGE',
      },
      subscribers,
    });
    const budget = new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: [notify('ACTUAL'), notify('FORECASTED')],
    });
    // AWS Budgets sends a test message when it is made, and is refused if the topic does not let it yet.
    budget.node.addDependency(topic);
  }
}
