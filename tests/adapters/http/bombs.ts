import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createZstdCompress, gzipSync } from 'node:zlib';

const MEGABYTE = 1_048_576;

async function compressed(encoder: Transform, megabytes: number): Promise<Buffer> {
  const zeros = Buffer.alloc(MEGABYTE);
  const chunks: Uint8Array[] = [];
  await pipeline(
    function* () {
      for (let written = 0; written < megabytes; written += 1) yield zeros;
    },
    encoder,
    async (source: AsyncIterable<Uint8Array>) => {
      for await (const chunk of source) chunks.push(chunk);
    },
  );
  return Buffer.concat(chunks);
}

/** A gigabyte of zeros in less than a kilobyte. */
export function brotliBomb(): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return compressed(createBrotliCompress({ params }), 1024);
}

/** A gigabyte of zeros in some thirty kilobytes. */
export function zstdBomb(): Promise<Buffer> {
  return compressed(createZstdCompress(), 1024);
}

/** A gigabyte of zeros in about a megabyte: gzip's ratio ends near 1000, so the same member follows itself. */
export function gzipBomb(): Buffer {
  const member = gzipSync(Buffer.alloc(8 * MEGABYTE), { level: 9 });
  return Buffer.concat(Array.from({ length: 128 }, () => member));
}

/**
 * A frame of five bytes that demands a decoder with a window of `2 ** log` bytes, written by hand.
 *
 * @see RFC 8878 section 3.1.1 (frame header, window descriptor) and section 3.1.1.2 (a raw block that is the last)
 */
export function zstdWithWindow(log: number): Buffer {
  const magic = [0x28, 0xb5, 0x2f, 0xfd];
  const descriptor = [0x00, (log - 10) << 3];
  const text = 'hello';
  const block = [(text.length << 3) | 1, 0, 0];
  return Buffer.concat([Buffer.from([...magic, ...descriptor, ...block]), Buffer.from(text)]);
}

/** gzip in gzip in gzip: the layers multiply. */
export function layeredGzip(): Buffer {
  return gzipSync(gzipSync(gzipSync(Buffer.alloc(8 * MEGABYTE))));
}
