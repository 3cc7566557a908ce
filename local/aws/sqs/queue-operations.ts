import { createQueue, saveAttributes } from './create-queue.ts';
import { existingQueue, queueAt } from './existing-queue.ts';
import { queueArn, queueNameOfArn, queueUrl } from './queue-address.ts';
import type { Queue, QueueStore } from './queue-store.ts';
import { deadLetterSources } from './redrive-policy.ts';
import { SqsError } from './sqs-error.ts';
import type { SqsOperation } from './sqs-operations.ts';
import * as requests from './sqs-requests.ts';

/** Operations on queues as a whole. The server's URL is known only once it listens. */
export function queueOperations(store: QueueStore, serverUrl: () => string): Record<string, SqsOperation> {
  return {
    CreateQueue: (raw) => {
      const { QueueName, Attributes } = requests.parseRequest(requests.CreateQueueRequest, raw);
      createQueue(store, QueueName, Attributes);
      return { QueueUrl: queueUrl(serverUrl(), QueueName) };
    },
    GetQueueUrl: (raw) => {
      const { QueueName } = requests.parseRequest(requests.QueueNameRequest, raw);
      return { QueueUrl: queueUrl(serverUrl(), existingQueue(store, QueueName).name) };
    },
    ListQueues: (raw) => {
      const { QueueNamePrefix } = requests.parseRequest(requests.ListQueuesRequest, raw);
      const names = store.listQueues().map((queue) => queue.name);
      return {
        QueueUrls: names
          .filter((name) => name.startsWith(QueueNamePrefix))
          .map((name) => queueUrl(serverUrl(), name)),
      };
    },
    GetQueueAttributes: (raw) => {
      const { QueueUrl, AttributeNames } = requests.parseRequest(requests.QueueAttributesRequest, raw);
      const all = queueAttributes(store, queueAt(store, QueueUrl));
      return { Attributes: chosen(all, AttributeNames) };
    },
    SetQueueAttributes: (raw) => {
      const { QueueUrl, Attributes } = requests.parseRequest(requests.SetAttributesRequest, raw);
      const queue = queueAt(store, QueueUrl);
      saveAttributes(store, queue.name, Attributes);
      return {};
    },
    PurgeQueue: (raw) => {
      store.purgeQueue(queueAt(store, requests.parseRequest(requests.QueueRequest, raw).QueueUrl).name);
      return {};
    },
    DeleteQueue: (raw) => {
      store.deleteQueue(queueAt(store, requests.parseRequest(requests.QueueRequest, raw).QueueUrl).name);
      return {};
    },
  };
}

/** Operations on dead-letter queues. */
export function deadLetterOperations(
  store: QueueStore,
  serverUrl: () => string,
): Record<string, SqsOperation> {
  return {
    ListDeadLetterSourceQueues: (raw) => {
      const queue = queueAt(store, requests.parseRequest(requests.QueueRequest, raw).QueueUrl);
      return {
        queueUrls: deadLetterSources(store, queue.name).map(({ name }) => queueUrl(serverUrl(), name)),
      };
    },
    StartMessageMoveTask: (raw) => {
      const { SourceArn, DestinationArn } = requests.parseRequest(requests.MoveTaskRequest, raw);
      const source = existingQueue(store, queueNameOfArn(SourceArn));
      if (deadLetterSources(store, source.name).length === 0) {
        throw new SqsError(
          'InvalidParameterValue',
          'Source queue must be configured as a Dead Letter Queue.',
        );
      }
      store.moveMessages(
        source.name,
        DestinationArn && existingQueue(store, queueNameOfArn(DestinationArn)).name,
      );
      return { TaskHandle: `move-${source.name}` };
    },
  };
}

function queueAttributes(store: QueueStore, queue: Queue): Record<string, string> {
  const { visible, inFlight, delayed } = store.depth(queue.name);
  return {
    ...queue.attributes,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    CreatedTimestamp: String(Math.floor(queue.createdAt.getTime() / 1000)),
    QueueArn: queueArn(queue.name),
  };
}

function chosen(attributes: Record<string, string>, names: readonly string[]): Record<string, string> {
  if (names.includes('All')) return attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}
