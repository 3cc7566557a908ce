import { DeliveryMessage, FeedMessage, FoldMessage, ItemMessage } from '../contract/messages.ts';
import type { DeadLetterQueue } from './operation-ports.ts';

/** What a message is about, in ids and addresses alone: never a word of an article. */
export type About = Readonly<Record<string, string>>;

/**
 * Tells what a dead letter is about. A message that cannot be read says so, and nothing of itself.
 *
 * @param body as it lies in the queue
 */
export function aboutMessage(queue: DeadLetterQueue, body: string): About {
  const value = parse(body);
  switch (queue) {
    case 'feed':
      return pick(FeedMessage.safeParse(value).data, ['feedId']) ?? unreadable(body);
    case 'article':
      return (
        pick(ItemMessage.safeParse(value).data, ['itemId', 'feedId', 'url', 'publishedAt', 'firstSeenAt']) ??
        unreadable(body)
      );
    case 'fold':
      return pick(FoldMessage.safeParse(value).data, ['topic', 'country']) ?? unreadable(body);
    case 'delivery':
      return (
        pick(DeliveryMessage.safeParse(value).data, [
          'kind',
          'topic',
          'date',
          'noticeId',
          'askedAt',
          'subscriberId',
        ]) ?? unreadable(body)
      );
    case 'call':
      return pick(value, ['time', 'id', 'source', 'detail-type']) ?? unreadable(body);
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function pick(value: unknown, names: readonly string[]): About | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  const found = names.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : []));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function unreadable(body: string): About {
  return { unreadable: `${body.length} characters that are no message of this queue` };
}
