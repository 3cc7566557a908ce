import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { QueueName } from '../../contract/queues.ts';
import type { Chosen, DeadLetter, DeadLetterDesk, DeadLetterQueue } from '../../pipeline/operation-ports.ts';

export interface DeadLetterUrls {
  readonly queueUrls: Readonly<Record<QueueName, string>>;
  readonly deadLetterUrls: Readonly<Record<DeadLetterQueue, string>>;
}

/** Long enough to go through a queue once, short enough that a crash here hides nothing for long. */
const HIDDEN_SECONDS = 120;
/** More than these nobody decides on one by one. */
const MOST = 1_000;

/**
 * Dead letters over SQS. A queue cannot be looked into without taking: each message is received, hidden from others for as
 * long as the looking takes, and then shown again.
 */
export function createDeadLetterDesk(
  urls: DeadLetterUrls,
  client: SQSClient = new SQSClient({}),
): DeadLetterDesk {
  const withAll = async <T>(
    queue: DeadLetterQueue,
    use: (messages: Message[], url: string) => Promise<T>,
  ) => {
    const url = urls.deadLetterUrls[queue];
    const messages = await receiveAll(client, url);
    try {
      return await use(messages, url);
    } finally {
      // What was taken away is not there to be shown, and SQS says so.
      for (const message of messages) await show(client, url, message).catch(() => {});
    }
  };
  const takeChosen = (queue: DeadLetterQueue, chosen: Chosen, act: (message: Message) => Promise<unknown>) =>
    withAll(queue, async (messages, url) => {
      const meant = messages.filter(({ MessageId = '' }) => chosen === 'all' || chosen.includes(MessageId));
      for (const message of meant) {
        await act(message);
        await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
      }
      return meant.length;
    });

  return {
    list: (queue) =>
      withAll(queue, async (messages) => messages.map((message) => deadLetter(queue, message))),
    redrive: (queue, chosen) =>
      takeChosen(queue, chosen, ({ Body }) =>
        client.send(new SendMessageCommand({ QueueUrl: urls.queueUrls[queue], MessageBody: Body })),
      ),
    discard: (queue, chosen) => takeChosen(queue, chosen, async () => {}),
  };
}

async function receiveAll(client: SQSClient, url: string): Promise<Message[]> {
  const found = new Map<string, Message>();
  while (found.size < MOST) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: HIDDEN_SECONDS,
        // Asks all of SQS's servers: a short poll may miss what is there.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
      }),
    );
    if (Messages.length === 0) break;
    for (const message of Messages) found.set(message.MessageId ?? '', message);
  }
  return [...found.values()];
}

function show(client: SQSClient, url: string, { ReceiptHandle }: Message): Promise<unknown> {
  return client.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }),
  );
}

function deadLetter(
  queue: DeadLetterQueue,
  { MessageId = '', Body = '', Attributes = {} }: Message,
): DeadLetter {
  return {
    queue,
    messageId: MessageId,
    sentAt: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    receiveCount: Number(Attributes.ApproximateReceiveCount ?? 0),
    body: Body,
  };
}
