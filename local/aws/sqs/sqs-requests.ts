import { z } from 'zod';
import { SqsError } from './sqs-error.ts';

/** Limits of the service. @see Amazon SQS Developer Guide, "Amazon SQS quotas" */
export const MAX_MESSAGE_BYTES = 1_048_576;
const MAX_DELAY_SECONDS = 900;
const MAX_VISIBILITY_SECONDS = 43_200;
const MAX_WAIT_SECONDS = 20;
const MAX_BATCH_ENTRIES = 10;

const DelaySeconds = z.int().min(0).max(MAX_DELAY_SECONDS);
const VisibilityTimeout = z.int().min(0).max(MAX_VISIBILITY_SECONDS);
const OnQueue = { QueueUrl: z.string() };
const Attributes = z.record(z.string(), z.string());

const Attribute = z.object({
  DataType: z.string().regex(/^(String|Number|Binary)(\..+)?$/),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
const Message = {
  MessageBody: z.string(),
  DelaySeconds: DelaySeconds.optional(),
  MessageAttributes: z.record(z.string(), Attribute).default({}),
};
const Receipt = { ReceiptHandle: z.string() };
const Visibility = { ...Receipt, VisibilityTimeout };

export const SendEntry = z.object({ Id: z.string(), ...Message });
export const DeleteEntry = z.object({ Id: z.string(), ...Receipt });
export const VisibilityEntry = z.object({ Id: z.string(), ...Visibility });

export const CreateQueueRequest = z.object({
  QueueName: z
    .string()
    .regex(/^[\w-]{1,80}$/, 'only letters, digits, - and _ (FIFO queues are not emulated)'),
  Attributes: Attributes.default({}),
});
export const QueueNameRequest = z.object({ QueueName: z.string() });
export const ListQueuesRequest = z.object({ QueueNamePrefix: z.string().default('') });
export const QueueRequest = z.object(OnQueue);
export const QueueAttributesRequest = z.object({
  ...OnQueue,
  AttributeNames: z.array(z.string()).default([]),
});
export const SetAttributesRequest = z.object({ ...OnQueue, Attributes });
export const SendRequest = z.object({ ...OnQueue, ...Message });
export const DeleteRequest = z.object({ ...OnQueue, ...Receipt });
export const VisibilityRequest = z.object({ ...OnQueue, ...Visibility });
/** A batch is checked entry by entry later on, so that a bad one does not take the good ones with it. */
export const BatchRequest = z.object({
  ...OnQueue,
  Entries: z.array(z.looseObject({ Id: z.string(), MessageBody: z.string().optional() })),
});
export const ReceiveRequest = z.object({
  ...OnQueue,
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: VisibilityTimeout.optional(),
  WaitTimeSeconds: z.int().min(0).max(MAX_WAIT_SECONDS).optional(),
  MessageAttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  /** The older name of the same list. */
  AttributeNames: z.array(z.string()).default([]),
});
export const MoveTaskRequest = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() });

/** Queue attributes that hold whole numbers, with their least and greatest value. */
const NUMBER_ATTRIBUTES: Readonly<Record<string, readonly [number, number]>> = {
  DelaySeconds: [0, MAX_DELAY_SECONDS],
  MaximumMessageSize: [1024, MAX_MESSAGE_BYTES],
  MessageRetentionPeriod: [60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, MAX_WAIT_SECONDS],
  VisibilityTimeout: [0, MAX_VISIBILITY_SECONDS],
};

/** Characters outside XML 1.0, which the service refuses in a message's body. */
const FORBIDDEN_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** @throws SqsError naming the parameter that the service would refuse */
export function parseRequest<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const parameter = issue?.path.join('.') ?? '';
  throw new SqsError(
    'InvalidParameterValue',
    `Value for parameter ${parameter} is invalid. Reason: ${issue?.message}.`,
  );
}

export function assertMessageBody(body: string, maxBytes: number): void {
  if (body === '')
    throw new SqsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (FORBIDDEN_CHARACTER.test(body)) {
    throw new SqsError(
      'InvalidMessageContents',
      'Invalid characters found: only those of XML 1.0 are allowed.',
    );
  }
  if (Buffer.byteLength(body) > maxBytes) {
    throw new SqsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${maxBytes} bytes.`,
    );
  }
}

export function assertBatch(entries: readonly { readonly Id: string }[]): void {
  if (entries.length === 0)
    throw new SqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > MAX_BATCH_ENTRIES) {
    throw new SqsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MAX_BATCH_ENTRIES}. You have sent ${entries.length}.`,
    );
  }
  const ids = new Set(entries.map((entry) => entry.Id));
  if (ids.size < entries.length)
    throw new SqsError('BatchEntryIdsNotDistinct', 'Two entries have the same Id.');
  const badId = entries.find((entry) => !/^[\w-]{1,80}$/.test(entry.Id));
  if (badId)
    throw new SqsError('InvalidBatchEntryId', 'A batch entry id can only contain letters, digits, - and _.');
}

export function assertQueueAttributes(attributes: Readonly<Record<string, string>>): void {
  for (const [name, [least, greatest]] of Object.entries(NUMBER_ATTRIBUTES)) {
    const value = attributes[name];
    if (value === undefined) continue;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= greatest)) {
      throw new SqsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
    }
  }
}
