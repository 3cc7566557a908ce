import { z } from 'zod';
import { queueNameOfArn } from './queue-address.ts';
import type { Queue, QueueStore, Redrive } from './queue-store.ts';
import { SqsError } from './sqs-error.ts';

/** The console writes the count as text, the SDK's users mostly as a number. */
const RedrivePolicy = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

export function redriveOf({ attributes }: Pick<Queue, 'attributes'>): Redrive | undefined {
  const policy = attributes['RedrivePolicy'];
  if (!policy) return undefined;
  const { deadLetterTargetArn, maxReceiveCount } = RedrivePolicy.parse(JSON.parse(policy));
  return { deadLetterQueue: queueNameOfArn(deadLetterTargetArn), maxReceiveCount };
}

/** @throws SqsError if the policy cannot be read or its queue does not exist */
export function assertRedrive(attributes: Readonly<Record<string, string>>, store: QueueStore): void {
  const invalid = (reason: string) =>
    new SqsError('InvalidParameterValue', `Value for parameter RedrivePolicy is invalid. Reason: ${reason}.`);
  let redrive: Redrive | undefined;
  try {
    redrive = redriveOf({ attributes });
  } catch {
    throw invalid('Redrive policy does not contain mandatory attributes');
  }
  if (redrive && !store.findQueue(redrive.deadLetterQueue))
    throw invalid('Dead letter target does not exist');
}

/** The queues that give up their messages to `deadLetterQueue`. */
export function deadLetterSources(store: QueueStore, deadLetterQueue: string): Queue[] {
  return store.listQueues().filter((queue) => redriveOf(queue)?.deadLetterQueue === deadLetterQueue);
}
