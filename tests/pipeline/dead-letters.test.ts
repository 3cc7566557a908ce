import { describe, expect, it } from 'vitest';
import { aboutMessage } from '../../src/pipeline/dead-letters.ts';
import type { DeadLetterQueue } from '../../src/pipeline/operation-ports.ts';

const SECRET = 'A sentence of an article.';

describe('what a dead letter is about', () => {
  it.each<{ queue: DeadLetterQueue; message: object; about: object }>([
    { queue: 'feed', message: { feedId: 'outlet' }, about: { feedId: 'outlet' } },
    {
      queue: 'article',
      message: {
        itemId: 'i',
        feedId: 'outlet',
        url: 'https://outlet.example/1',
        title: SECRET,
        feedText: SECRET,
        firstSeenAt: '2024-05-26T00:00:00Z',
      },
      about: {
        itemId: 'i',
        feedId: 'outlet',
        url: 'https://outlet.example/1',
        firstSeenAt: '2024-05-26T00:00:00Z',
      },
    },
    { queue: 'fold', message: { topic: 't', country: 'DE' }, about: { topic: 't', country: 'DE' } },
    {
      queue: 'delivery',
      message: { kind: 'digest', topic: 't', date: '2024-05-26', subscriberId: 's' },
      about: { kind: 'digest', topic: 't', date: '2024-05-26', subscriberId: 's' },
    },
    {
      queue: 'call',
      message: { time: '2024-05-26T00:05:00Z', detail: SECRET },
      about: { time: '2024-05-26T00:05:00Z' },
    },
    {
      queue: 'article',
      message: { title: SECRET },
      about: { unreadable: expect.stringMatching(/^\d+ characters/) },
    },
  ])('of the $queue queue is told in ids and addresses', ({ queue, message, about }) => {
    const told = aboutMessage(queue, JSON.stringify(message));
    expect(told).toEqual(about);
    expect(JSON.stringify(told)).not.toContain(SECRET);
  });

  it('that is no JSON is told by its length alone', () => {
    expect(aboutMessage('fold', SECRET)).toEqual({
      unreadable: '25 characters that are no message of this queue',
    });
  });
});
