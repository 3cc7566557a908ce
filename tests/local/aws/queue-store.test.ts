import path from 'node:path';
import { expect, it } from 'vitest';
import { QueueStore } from '../../../local/aws/sqs/queue-store.ts';
import { SimulatedClock } from '../../../local/simulated-clock.ts';
import { TEST_START, temporaryDirectory } from './test-cloud.ts';

const RECEIVE = { maxMessages: 10, visibilitySeconds: 600, redrive: undefined };

it('puts back what was in flight at a crash, at the time of its first receive; what is delayed stays so', () => {
  const clock = new SimulatedClock(TEST_START);
  const store = new QueueStore(path.join(temporaryDirectory(), 'sqs.sqlite'), clock);
  try {
    store.saveQueue('work', {});
    store.addMessage('work', { body: 'taken', attributes: {}, delaySeconds: 0 });
    const [taken] = store.receive('work', RECEIVE);
    store.addMessage('work', { body: 'delayed', attributes: {}, delaySeconds: 300 });
    expect(store.receive('work', RECEIVE)).toEqual([]);

    store.releaseInFlight();
    expect(store.depth('work')).toEqual({ visible: 1, inFlight: 0, delayed: 1 });
    expect(store.receive('work', RECEIVE)).toMatchObject([
      { body: 'taken', receiveCount: 2, firstReceivedAt: taken?.firstReceivedAt },
    ]);
  } finally {
    store.close();
  }
});
