import { QUEUE_NAMES, QUEUES } from '../../src/contract/queues.ts';
import type { Sizes } from './bill.ts';

/** What the stack deploys, as far as cost depends on it; a test holds the schedules' functions and the lifecycle to it. */
export const SIZES: Omit<Sizes, 'alarms' | 'metrics'> = {
  memoryMegabytes: {
    ...Object.fromEntries(QUEUE_NAMES.map((name) => [name, QUEUES[name].memoryMegabytes])),
    'plan-polls': 256,
    'send-digest': 1024,
    'mail-events': 256,
    'check-health': 256,
  },
  batchSize: Object.fromEntries(QUEUE_NAMES.map((name) => [name, QUEUES[name].batchSize])),
  queues: QUEUE_NAMES.length,
  rawKeptDays: 90,
};
