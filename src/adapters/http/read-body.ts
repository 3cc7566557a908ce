import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ContentCoding, createDecoder } from './content-coding.ts';
import { BodyBrokenError, BodyTooLargeError } from './fetch-errors.ts';

export interface BodyLimits {
  readonly maxWireBytes: number;
  readonly maxBytes: number;
  /** Whether a body that is too large is cut rather than refused. */
  readonly cut: boolean;
}

export interface BodyBytes {
  readonly bytes: Uint8Array;
  readonly truncated: boolean;
}

/**
 * Reads and decompresses a body, counting on both sides of the decompressor while it streams: memory is bounded by
 * the limits whatever the ratio between them. `body` is destroyed in every case.
 *
 * @throws BodyTooLargeError, BodyBrokenError
 */
export async function readBody(
  body: Readable,
  coding: ContentCoding,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<BodyBytes> {
  const collected = new Collector(limits.maxBytes);
  try {
    await drain(body, coding, limits, collected, signal);
    return { bytes: collected.join(), truncated: false };
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw new BodyBrokenError(error);
    if (!limits.cut) throw error;
    return { bytes: collected.join(), truncated: true };
  } finally {
    hangUp(body);
  }
}

/** Ends a body that is not read on, and its connection with it. A late error of it concerns nobody any more. */
export function hangUp(body: Readable): void {
  body.on('error', () => {}).destroy();
}

async function drain(
  body: Readable,
  coding: ContentCoding,
  limits: BodyLimits,
  collected: Collector,
  signal: AbortSignal,
): Promise<void> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return; // nothing at all is an empty body in every coding
  const source = wireChunks(first.value, chunks, limits.maxWireBytes);
  const collect = async (plain: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of plain) collected.add(chunk);
  };
  if (coding === 'identity') await collect(source);
  else await pipeline(source, createDecoder(coding, first.value[0] ?? 0), collect, { signal });
}

/** The body's chunks, until there have been too many bytes of them. */
async function* wireChunks(
  first: Uint8Array,
  others: AsyncIterator<Uint8Array>,
  maxWireBytes: number,
): AsyncGenerator<Uint8Array> {
  let wireBytes = 0;
  for (
    let next: IteratorResult<Uint8Array> = { value: first };
    next.done !== true;
    next = await others.next()
  ) {
    wireBytes += next.value.byteLength;
    if (wireBytes > maxWireBytes) throw new BodyTooLargeError(maxWireBytes, 'on the wire');
    yield next.value;
  }
}

/** Keeps chunks up to a number of bytes; the one that passes it is kept as far as it fits. */
class Collector {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #byteCount = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(chunk: Uint8Array): void {
    const room = this.#maxBytes - this.#byteCount;
    const kept = chunk.subarray(0, room);
    this.#chunks.push(kept);
    this.#byteCount += kept.byteLength;
    if (chunk.byteLength > room) throw new BodyTooLargeError(this.#maxBytes, 'decompressed');
  }

  join(): Uint8Array {
    return Buffer.concat(this.#chunks, this.#byteCount);
  }
}
