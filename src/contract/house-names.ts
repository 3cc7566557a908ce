import type { StackOutput } from './outputs.ts';
import { QUEUE_NAMES, type QueueName } from './queues.ts';

/** By which names a house's parts are reached, wherever it stands. */
export interface HouseNames {
  readonly table: string;
  readonly bucket: string;
  readonly queueUrls: Readonly<Record<QueueName, string>>;
  readonly deadLetterUrls: Readonly<Record<QueueName | 'call', string>>;
}

/**
 * The names that a deployed stack's outputs tell.
 *
 * @throws RangeError naming the outputs that an older stack does not have
 */
export function namesOfOutputs(outputs: Readonly<Record<string, string>>): HouseNames {
  const missing = new Set<string>();
  const read = (name: StackOutput) => {
    if (outputs[name] === undefined) missing.add(name);
    return outputs[name] ?? '';
  };
  const prefixOf = (name: QueueName) => `${name[0]?.toUpperCase()}${name.slice(1)}` as Capitalize<QueueName>;
  const byQueue = (suffix: 'QueueUrl' | 'DeadLettersUrl') =>
    Object.fromEntries(QUEUE_NAMES.map((name) => [name, read(`${prefixOf(name)}${suffix}`)])) as Record<
      QueueName,
      string
    >;
  const names: HouseNames = {
    table: read('TableName'),
    bucket: read('BucketName'),
    queueUrls: byQueue('QueueUrl'),
    deadLetterUrls: { ...byQueue('DeadLettersUrl'), call: read('CallDeadLettersUrl') },
  };
  if (missing.size === 0) return names;
  throw new RangeError(
    `the stack is older than this checkout, it has no ${[...missing].join(', ')}: deploy it again`,
  );
}
