import type { ClientRequest } from 'node:http';
import { TABLE } from '../../src/contract/table.ts';
import type { AccessRequest } from '../iam/evaluate.ts';

const REGIONAL = 'eu-central-1:000000000000';

/**
 * A request of the SDK in the words of its permissions.
 *
 * @param statusCode of the answer
 * @see Service Authorization Reference: actions, resources and condition keys of DynamoDB, S3, SES and SQS
 */
export function toAccessRequests(request: ClientRequest, body: string, statusCode: number): AccessRequest[] {
  const target = request.getHeader('x-amz-target');
  if (typeof target !== 'string') return toRestRequests(request, body, statusCode);
  const [service = '', operation = ''] = target.split('.');
  const fields = JSON.parse(body) as DynamoFields & { QueueUrl: string };
  if (service === 'AmazonSQS') return [sqsRequest(operation, fields.QueueUrl)];
  return [dynamoRequest(operation, fields)];
}

/** A batch needs the permission of its single operation. */
export function sqsRequest(operation: string, queueUrl: string): AccessRequest {
  const name = queueUrl.slice(queueUrl.lastIndexOf('/') + 1);
  return {
    action: `sqs:${operation.replace(/Batch$/, '')}`,
    resource: `arn:aws:sqs:${REGIONAL}:${name}`,
    context: {},
  };
}

type Values = Readonly<Record<string, { readonly S?: string }>>;

interface DynamoFields {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: Values;
  readonly Item?: Values;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Values;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

function dynamoRequest(operation: string, fields: DynamoFields): AccessRequest {
  const [batchTable] = Object.keys(fields.RequestItems ?? {});
  const index = fields.IndexName === undefined ? '' : `/index/${fields.IndexName}`;
  return {
    action: `dynamodb:${operation}`,
    resource: `arn:aws:dynamodb:${REGIONAL}:table/${fields.TableName ?? batchTable}${index}`,
    context: { 'dynamodb:LeadingKeys': [...new Set(leadingKeys(fields))].toSorted() },
  };
}

/** Values of the partition key of what is asked: the table's, or the index's. */
function leadingKeys(fields: DynamoFields): string[] {
  if (fields.KeyConditionExpression !== undefined) return [queriedPartition(fields)];
  const rows = [fields.Key, fields.Item, ...batchRows(fields.RequestItems ?? {})];
  const keys = rows.filter((row) => row !== undefined).map((row) => row[TABLE.partitionKey]?.S);
  if (keys.length === 0 || keys.some((key) => key === undefined)) {
    throw new Error(`no partition key is found in ${JSON.stringify(fields).slice(0, 300)}`);
  }
  return keys as string[];
}

function queriedPartition({
  IndexName,
  KeyConditionExpression = '',
  ExpressionAttributeValues = {},
}: DynamoFields) {
  const { partitionKey } = TABLE.indexes.find(({ name }) => name === IndexName) ?? TABLE;
  const [, placeholder = ''] = new RegExp(`\\b${partitionKey} = (:\\w+)`).exec(KeyConditionExpression) ?? [];
  const value = ExpressionAttributeValues[placeholder]?.S;
  if (value === undefined) throw new Error(`no partition key is found in ${KeyConditionExpression}`);
  return value;
}

function batchRows(requestItems: Readonly<Record<string, unknown>>): Values[] {
  type Write = { readonly PutRequest?: { Item: Values }; readonly DeleteRequest?: { Key: Values } };
  return Object.values(requestItems).flatMap((asked) => {
    if (!Array.isArray(asked)) return (asked as { readonly Keys: Values[] }).Keys;
    return (asked as Write[]).map((write) => write.PutRequest?.Item ?? write.DeleteRequest?.Key ?? {});
  });
}

const NOT_FOUND = 404;

function toRestRequests({ method, path }: ClientRequest, body: string, statusCode: number): AccessRequest[] {
  if (path === '/v2/email/outbound-emails') return sendEmailRequests(body);
  if (path === '/v2/email/account') return [{ action: 'ses:GetAccount', resource: '*', context: {} }];
  const [, bucket = '', ...key] = (path.split('?', 1)[0] ?? '').split('/').map(decodeURIComponent);
  const bucketArn = `arn:aws:s3:::${bucket}`;
  const object = { resource: `${bucketArn}/${key.join('/')}`, context: {} };
  if (method === 'PUT') return [{ action: 's3:PutObject', ...object }];
  if (method !== 'GET' && method !== 'HEAD') throw new Error(`${method} ${path} is not known here`);
  const read = { action: 's3:GetObject', ...object };
  // Whoever may not list the bucket is told that the object is forbidden instead of missing.
  const list = { action: 's3:ListBucket', resource: bucketArn, context: {} };
  return statusCode === NOT_FOUND ? [read, list] : [read];
}

/** SES asks for the right to the sender's identity and to the configuration set. */
function sendEmailRequests(body: string): AccessRequest[] {
  const { FromEmailAddress = '', ConfigurationSetName } = JSON.parse(body) as Record<string, string>;
  const address = /<([^<>]+)>$/.exec(FromEmailAddress)?.[1] ?? FromEmailAddress;
  const resources = [
    `identity/${address}`,
    ...(ConfigurationSetName === undefined ? [] : [`configuration-set/${ConfigurationSetName}`]),
  ];
  return resources.map((resource) => ({
    action: 'ses:SendEmail',
    resource: `arn:aws:ses:${REGIONAL}:${resource}`,
    context: { 'ses:FromAddress': [address] },
  }));
}
