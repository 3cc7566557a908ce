import { applies, isAllowed, matches, type Statement } from '../iam/evaluate.ts';
import type { AwsCall } from './aws-calls.ts';
import type { DeployedTemplate } from './template.ts';

/** Statements of every role's policies, by the role's logical id. */
export type Policies = ReadonlyMap<string, readonly Statement[]>;

/** The least that a policy can grant: one action on one resource, for rows of one kind where it says so. */
export interface Right {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  /** A pattern of partition keys. */
  readonly leadingKey?: string | undefined;
}

const LEADING_KEYS = 'dynamodb:LeadingKeys';
const LEADING_KEYS_OPERATOR = 'ForAllValues:StringLike';

/** @throws Error when a role takes rights from elsewhere than the template's own policies */
export function readPolicies(template: DeployedTemplate): Policies {
  const roles = template.listType('AWS::IAM::Role').map(({ logicalId, properties }) => {
    if (properties['ManagedPolicyArns'] ?? properties['Policies']) {
      throw new Error(`${logicalId} has rights that are not read here`);
    }
    return [logicalId, statementsOf(template, logicalId)] as const;
  });
  return new Map(roles);
}

function statementsOf(template: DeployedTemplate, role: string): Statement[] {
  return template
    .listType('AWS::IAM::Policy')
    .filter(({ properties }) => properties['Roles'].some((each: { Ref: string }) => each.Ref === role))
    .flatMap(({ properties }) => template.resolve(properties['PolicyDocument'].Statement) as Statement[]);
}

/** Calls that AWS would refuse. */
export function findDenied(policies: Policies, calls: readonly AwsCall[]): AwsCall[] {
  return calls.filter((call) => !isAllowed(policies.get(call.caller) ?? [], call));
}

/** Rights that no call needed. */
export function findIdle(policies: Policies, calls: readonly AwsCall[]): Right[] {
  return listRights(policies).filter((right) => !calls.some((call) => uses(call, right)));
}

export function listRights(policies: Policies): Right[] {
  return [...policies].flatMap(([role, statements]) =>
    statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap((statement) => expand(statement).map((right) => ({ role, ...right }))),
  );
}

/** The policies with everything as it is but one right. */
export function withoutRight(policies: Policies, removed: Right): Policies {
  const keeps = (right: Omit<Right, 'role'>) =>
    right.action !== removed.action ||
    right.resource !== removed.resource ||
    right.leadingKey !== removed.leadingKey;
  const statements = (policies.get(removed.role) ?? []).flatMap((statement) => {
    if (statement.Effect === 'Deny') return [statement];
    const kept = expand(statement).filter(keeps);
    const alike = Object.groupBy(kept, ({ action, resource }) => `${action} ${resource}`);
    return Object.values(alike).map((rights = []) => narrowed(statement, rights));
  });
  return new Map([...policies, [removed.role, statements]]);
}

function narrowed(statement: Statement, rights: readonly Omit<Right, 'role'>[]): Statement {
  const [first] = rights;
  const leadingKeys = rights.flatMap(({ leadingKey }) => leadingKey ?? []);
  return {
    ...statement,
    Action: first?.action ?? [],
    Resource: first?.resource ?? [],
    ...(leadingKeys.length === 0
      ? {}
      : { Condition: { ...statement.Condition, [LEADING_KEYS_OPERATOR]: { [LEADING_KEYS]: leadingKeys } } }),
  };
}

function expand(statement: Statement): Omit<Right, 'role'>[] {
  const leadingKeys = statement.Condition?.[LEADING_KEYS_OPERATOR]?.[LEADING_KEYS];
  const patterns = leadingKeys === undefined ? [undefined] : [leadingKeys].flat();
  return [statement.Action].flat().flatMap((action) =>
    [statement.Resource].flat().flatMap((resource) =>
      patterns.map((leadingKey) => ({
        action,
        resource,
        ...(leadingKey === undefined ? {} : { leadingKey }),
      })),
    ),
  );
}

function uses(call: AwsCall, { role, action, resource, leadingKey }: Right): boolean {
  if (call.caller !== role) return false;
  if (!applies({ Effect: 'Allow', Action: action, Resource: resource }, call)) return false;
  const keys = call.context[LEADING_KEYS] ?? [];
  return leadingKey === undefined || keys.some((key) => matches(leadingKey, key));
}
