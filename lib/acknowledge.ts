import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';

/** Lets one finding of cdk-nag stand at one construct. @param reason what a reviewer needs to agree */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}

/**
 * Lets a wildcard stand in what a role may reach.
 *
 * @param resource as cdk-nag prints it, such as `<LogicalId.Arn>/texts/*`
 */
export function acknowledgeWildcard(grantee: IGrantable, resource: string, reason: string): void {
  const role = grantee.grantPrincipal;
  if (!Construct.isConstruct(role)) throw new Error(`the grantee of ${resource} has no role in this stack`);
  acknowledge(role, `IAM5[Resource::${resource}]`, reason);
}

/** The name of a construct's main resource within the template. */
export function logicalIdOf(construct: IConstruct): string {
  const resource = construct.node.defaultChild;
  if (!resource || !CfnElement.isCfnElement(resource)) {
    throw new Error(`${construct.node.path} has no main resource`);
  }
  return Stack.of(construct).getLogicalId(resource);
}
