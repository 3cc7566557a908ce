/** A statement of a policy, with every intrinsic function worked out. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Conditions | undefined;
  readonly Sid?: string | undefined;
}

/** Operator → key → values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What somebody asks to do, in IAM's words. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  /** What conditions may ask about, such as `dynamodb:LeadingKeys`. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

const KNOWN_ELEMENTS = new Set(['Action', 'Condition', 'Effect', 'Resource', 'Sid']);

/**
 * Whether an identity's policies let it do what it asks: a statement must allow it, and none may deny it.
 *
 * @throws Error at an element or operator that is not known here: a guess could let through what IAM would refuse
 * @see AWS IAM User Guide, "Policy evaluation logic" and "IAM JSON policy elements: Condition operators"
 */
export function isAllowed(statements: readonly Statement[], request: AccessRequest): boolean {
  const matching = statements.filter((statement) => applies(statement, request));
  return (
    matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny')
  );
}

/** Whether a statement speaks of what is asked, whatever it says of it. */
export function applies(statement: Statement, { action, resource, context }: AccessRequest): boolean {
  const unknown = Object.keys(statement).find((element) => !KNOWN_ELEMENTS.has(element));
  if (unknown !== undefined) throw new Error(`the policy element ${unknown} is not known here`);
  return (
    list(statement.Action).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
    list(statement.Resource).some((pattern) => matches(pattern, resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, list(values), valuesOf(context, key))),
    )
  );
}

/** IAM's wildcards: `*` for any text, `?` for any one character. */
export function matches(pattern: string, text: string): boolean {
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 's');
    expressions.set(pattern, expression);
  }
  return expression.test(text);
}

const expressions = new Map<string, RegExp>();

type Compare = (wanted: string, given: string) => boolean;

const OPERATORS: Readonly<Record<string, { readonly compare: Compare; readonly negated?: boolean }>> = {
  StringEquals: { compare: (wanted, given) => wanted === given },
  StringNotEquals: { compare: (wanted, given) => wanted === given, negated: true },
  StringLike: { compare: matches },
  StringNotLike: { compare: matches, negated: true },
  ArnEquals: { compare: matches },
  ArnLike: { compare: matches },
  Bool: { compare: (wanted, given) => wanted.toLowerCase() === given.toLowerCase() },
};

/** @param given the request's values of the key; undefined when the request has none */
function holds(name: string, wanted: readonly string[], given: readonly string[] | undefined): boolean {
  const [, quantifier, operatorName = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(name) ?? [];
  const operator = OPERATORS[operatorName];
  if (!operator) throw new Error(`the condition operator ${name} is not known here`);
  const { compare, negated = false } = operator;
  const holdsFor = (value: string) => wanted.some((each) => compare(each, value)) !== negated;
  if (given === undefined || given.length === 0) {
    // Of no values, all are right and none is; an operator that says "not" is right about what is not there.
    return quantifier === 'ForAllValues' || (quantifier === undefined && (ifExists !== undefined || negated));
  }
  return quantifier === 'ForAnyValue' ? given.some(holdsFor) : given.every(holdsFor);
}

/** Keys of conditions are compared without case. */
function valuesOf(context: AccessRequest['context'], key: string): readonly string[] | undefined {
  return Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
