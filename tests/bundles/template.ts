import { readTemplate } from '../../local/bundled-handlers.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation's specification says
export type Properties = Record<string, any>;

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Properties;
}

/** What CloudFormation would have made of a resource: what `Ref` answers, and the attributes that are asked for. */
export interface PhysicalResource {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const REGION = 'eu-central-1';
const ACCOUNT = '000000000000';

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::StackName': 'Caveat-test',
  'AWS::URLSuffix': 'amazonaws.com',
};

export const TABLE_NAME = 'caveat';
export const BUCKET_NAME = 'caveat';

/** A synthesized template as if it were deployed: every reference in it has an answer. */
export class DeployedTemplate {
  private readonly resources: ReadonlyMap<string, Resource>;
  private readonly sqsUrl: string;

  /** @param sqsUrl where the queue service listens; only queues' addresses depend on it */
  constructor(assemblyDir: string, sqsUrl = 'http://127.0.0.1') {
    const entries = Object.entries(readTemplate(assemblyDir).Resources);
    this.resources = new Map(
      entries.map(([logicalId, { Type, Properties = {} }]) => [
        logicalId,
        { logicalId, type: Type, properties: Properties },
      ]),
    );
    this.sqsUrl = sqsUrl;
  }

  find(logicalId: string): Resource {
    const resource = this.resources.get(logicalId);
    if (!resource) throw new Error(`the template has no resource ${logicalId}`);
    return resource;
  }

  listType(type: string): Resource[] {
    return [...this.resources.values()].filter((resource) => resource.type === type);
  }

  /** The resource of a type with that ARN. */
  findByArn(type: string, arn: string): Resource {
    const found = this.listType(type).find(
      ({ logicalId }) => this.physical(logicalId).attributes['Arn'] === arn,
    );
    if (!found) throw new Error(`no ${type} has the ARN ${arn}`);
    return found;
  }

  /** A value of the template with every intrinsic function worked out. @throws Error at one that is not known here */
  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolve(each));
    if (typeof value !== 'object' || value === null) return value;
    const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
    if (more.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) return this.call(name, argument);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.resolve(each)]));
  }

  text(value: unknown): string {
    const text = this.resolve(value);
    if (typeof text !== 'string') throw new Error(`${JSON.stringify(value)} is no text`);
    return text;
  }

  physical(logicalId: string): PhysicalResource {
    const { type } = this.find(logicalId);
    const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
    switch (type) {
      case 'AWS::DynamoDB::GlobalTable':
        return { ref: TABLE_NAME, attributes: { Arn: arn('dynamodb', `table/${TABLE_NAME}`) } };
      case 'AWS::S3::Bucket':
        return { ref: BUCKET_NAME, attributes: { Arn: `arn:aws:s3:::${BUCKET_NAME}` } };
      case 'AWS::SQS::Queue':
        return {
          ref: `${this.sqsUrl}/${ACCOUNT}/${logicalId}`,
          attributes: { Arn: arn('sqs', logicalId), QueueName: logicalId },
        };
      case 'AWS::Lambda::Function':
        return { ref: logicalId, attributes: { Arn: arn('lambda', `function:${logicalId}`) } };
      case 'AWS::Lambda::Url':
        return { ref: logicalId, attributes: { FunctionUrl: `https://${logicalId.toLowerCase()}.example/` } };
      case 'AWS::Events::Rule':
        return { ref: logicalId, attributes: { Arn: arn('events', `rule/${logicalId}`) } };
      default:
        return { ref: logicalId, attributes: { Arn: arn('resource', logicalId) } };
    }
  }

  private call(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return PSEUDO_PARAMETERS[String(argument)] ?? this.physical(String(argument)).ref;
      case 'Fn::GetAtt': {
        const [logicalId = '', attribute = ''] = argument as string[];
        const value = this.physical(logicalId).attributes[attribute];
        if (value === undefined) throw new Error(`${logicalId} has no attribute ${attribute} here`);
        return value;
      }
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map((part) => this.text(part)).join(separator);
      }
      default:
        throw new Error(`${name} is not worked out here`);
    }
  }
}
