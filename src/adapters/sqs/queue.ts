import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Queue } from '../../pipeline/ports.ts';
import { StepError } from '../../pipeline/step-error.ts';

const MAX_ENTRIES = 10;
/** SQS takes 1 MiB a request; the rest is room for the envelope. */
const MAX_REQUEST_BYTES = 1_000_000;

/** One queue of JSON messages. SQS takes ten messages a request and may refuse some of them. */
export function createQueue<M>(url: string, client: SQSClient = new SQSClient({})): Queue<M> {
  return {
    async send(messages, options = {}) {
      for (const bodies of inRequests(messages.map(toBody))) {
        const entries = bodies.map((body, index) => ({
          Id: String(index),
          MessageBody: body,
          DelaySeconds: options.delaySeconds,
        }));
        const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
        const refused = answer.Failed ?? [];
        if (refused.length > 0) {
          const codes = [...new Set(refused.map((entry) => entry.Code))].join(', ');
          throw new StepError('queue-refused', `${refused.length} messages were refused: ${codes}`, {
            retryable: true,
          });
        }
      }
    },
  };
}

/** SQS refuses two characters that JSON lets stand; written as escapes they mean the same. */
function toBody(message: unknown): string {
  return JSON.stringify(message).replace(/[\uFFFE\uFFFF]/g, (character) =>
    character === '\uFFFE' ? '\\uFFFE' : '\\uFFFF',
  );
}

function inRequests(bodies: readonly string[]): string[][] {
  const requests: string[][] = [];
  let current: string[] = [];
  let currentBytes = 0;
  for (const body of bodies) {
    const bytes = Buffer.byteLength(body);
    if (current.length === MAX_ENTRIES || (current.length > 0 && currentBytes + bytes > MAX_REQUEST_BYTES)) {
      requests.push(current);
      current = [];
      currentBytes = 0;
    }
    current.push(body);
    currentBytes += bytes;
  }
  if (current.length > 0) requests.push(current);
  return requests;
}
