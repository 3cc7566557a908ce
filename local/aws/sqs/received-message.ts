import { LOCAL_ACCOUNT_ID } from '../local-account.ts';
import { digestAttributes, digestBody, type MessageAttributes } from './message-digests.ts';
import { queueArn } from './queue-address.ts';
import type { ReceivedMessage } from './queue-store.ts';

export interface WantedAttributes {
  readonly MessageAttributeNames: readonly string[];
  readonly MessageSystemAttributeNames: readonly string[];
  readonly AttributeNames: readonly string[];
}

/** A received message as the service answers it: with the attributes that were asked for, and no others. */
export function renderMessage(message: ReceivedMessage, wanted: WantedAttributes): object {
  const system = systemAttributes(message, [...wanted.MessageSystemAttributeNames, ...wanted.AttributeNames]);
  const custom = customAttributes(message.attributes, wanted.MessageAttributeNames);
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: digestBody(message.body),
    ...(Object.keys(system).length > 0 && { Attributes: system }),
    ...(Object.keys(custom).length > 0 && {
      MessageAttributes: custom,
      MD5OfMessageAttributes: digestAttributes(custom),
    }),
  };
}

function systemAttributes(message: ReceivedMessage, names: readonly string[]): Record<string, string> {
  const all: Record<string, string> = {
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt.getTime()),
    ApproximateReceiveCount: String(message.receiveCount),
    SenderId: LOCAL_ACCOUNT_ID,
    SentTimestamp: String(message.sentAt.getTime()),
    ...(message.deadLetterSource && { DeadLetterQueueSourceArn: queueArn(message.deadLetterSource) }),
  };
  if (names.includes('All')) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

/** Names may be given in full, as a prefix with `.*`, or all at once. */
function customAttributes(attributes: MessageAttributes, names: readonly string[]): MessageAttributes {
  const isWanted = (attribute: string) =>
    names.some((name) => {
      if (name === 'All' || name === '.*') return true;
      return name.endsWith('.*') ? attribute.startsWith(name.slice(0, -2)) : attribute === name;
    });
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}
