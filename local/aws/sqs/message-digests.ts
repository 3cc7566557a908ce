import { createHash } from 'node:crypto';

/** A message attribute as it travels: binary values in Base64. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: string | undefined;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** The SDK refuses a message whose body does not have this digest. */
export function digestBody(body: string): string {
  return createHash('md5').update(body).digest('hex');
}

/**
 * Digest of a message's attributes: name, type and value of each, in the order of their names, each with its length
 * in front and one byte that tells text (1) from binary (2).
 *
 * @see Amazon SQS Developer Guide, "Calculating the MD5 message digest for message attributes"
 */
export function digestAttributes(attributes: MessageAttributes): string {
  const hash = createHash('md5');
  const add = (bytes: Buffer) => hash.update(lengthPrefix(bytes)).update(bytes);
  for (const name of Object.keys(attributes).sort()) {
    const { DataType, StringValue, BinaryValue = '' } = attributes[name] as MessageAttribute;
    add(Buffer.from(name));
    add(Buffer.from(DataType));
    hash.update(Buffer.of(StringValue === undefined ? 2 : 1));
    add(StringValue === undefined ? Buffer.from(BinaryValue, 'base64') : Buffer.from(StringValue));
  }
  return hash.digest('hex');
}

function lengthPrefix(bytes: Buffer): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(bytes.length);
  return prefix;
}
