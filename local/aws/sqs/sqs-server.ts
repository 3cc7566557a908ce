import {
  type HttpService,
  type ServiceRequest,
  type ServiceResponse,
  startHttpService,
} from '../http-service.ts';
import type { QueueStore } from './queue-store.ts';
import { SqsError } from './sqs-error.ts';
import { type SqsOperations, sqsOperations } from './sqs-operations.ts';

/** A batch of the greatest size, as JSON, where every character may have become an escape of six. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Speaks the AWS JSON 1.0 protocol of Amazon SQS, as the SDK does since 2023. */
export async function startSqsServer(store: QueueStore, options: { port: number }): Promise<HttpService> {
  let url = '';
  const operations = sqsOperations(store, () => url);
  const service = await startHttpService({
    name: 'SQS',
    port: options.port,
    maxBodyBytes: MAX_BODY_BYTES,
    answer: (request) => answer(operations, request),
  });
  url = service.url;
  return service;
}

async function answer(
  operations: SqsOperations,
  { headers, body, callerGone }: ServiceRequest,
): Promise<ServiceResponse> {
  try {
    const name = String(headers['x-amz-target'] ?? '').replace(/^AmazonSQS\./, '');
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!operation) throw new SqsError('UnsupportedOperation', `The local SQS does not emulate "${name}".`);
    return json(200, await operation(parseJson(body), callerGone));
  } catch (error) {
    return error instanceof SqsError ? refusal(error) : failure(error);
  }
}

function refusal({ code, message }: SqsError): ServiceResponse {
  const queryCode = code === 'QueueDoesNotExist' ? 'AWS.SimpleQueueService.NonExistentQueue' : code;
  return json(
    400,
    { __type: `com.amazonaws.sqs#${code}`, message },
    { 'x-amzn-query-error': `${queryCode};Sender` },
  );
}

function failure(error: unknown): ServiceResponse {
  return json(500, { __type: 'InternalFailure', message: String(error) });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || '{}');
  } catch {
    throw new SqsError('SerializationException', 'The body is not JSON.');
  }
}

function json(status: number, value: object, headers: Record<string, string> = {}): ServiceResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', ...headers },
    body: JSON.stringify(value),
  };
}
