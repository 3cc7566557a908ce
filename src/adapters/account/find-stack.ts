import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import type { DeployedStack } from '../../pipeline/operation-ports.ts';

/** @returns undefined when there is no stack of that name in the region */
export async function findStack(
  name: string,
  client: CloudFormationClient = new CloudFormationClient({}),
): Promise<DeployedStack | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const [stack] = Stacks;
    if (!stack) return undefined;
    const outputs = (stack.Outputs ?? []).map((each) => [each.OutputKey ?? '', each.OutputValue ?? '']);
    return { status: stack.StackStatus ?? 'UNKNOWN', outputs: Object.fromEntries(outputs) };
  } catch (error) {
    if (isNoSuchStack(error)) return undefined;
    throw error;
  }
}

/** CloudFormation has no error of its own for it: only the message tells it from a malformed name. */
function isNoSuchStack(error: unknown): boolean {
  return (
    error instanceof CloudFormationServiceException &&
    error.name === 'ValidationError' &&
    /does not exist/.test(error.message)
  );
}
