import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { EncodingUnsupportedError } from './fetch-errors.ts';

export type ContentCoding = 'br' | 'deflate' | 'gzip' | 'identity' | 'zstd';

/** Names of RFC 9110 section 8.4.1 and RFC 9659, with the aliases it keeps. */
const CODINGS: Readonly<Record<string, ContentCoding>> = {
  br: 'br',
  deflate: 'deflate',
  gzip: 'gzip',
  'x-gzip': 'gzip',
  zstd: 'zstd',
};

/** What servers write there although nothing is encoded: charsets and words for "no". */
const NO_CODING: readonly string[] = ['', '7bit', '8bit', 'binary', 'identity', 'none', 'utf-8', 'utf8'];

/** RFC 9659: a decoder for the web need not keep more than 8 MB of window, so more cannot be demanded of it. */
const MAX_ZSTD_WINDOW_LOG = 23;

const CHUNK_BYTES = 65_536;

/**
 * Reads `Content-Encoding`.
 *
 * @throws EncodingUnsupportedError for encodings on top of each other (three layers of gzip turn 267 bytes into a
 *   gigabyte, and no publisher needs two) and for those we do not read
 */
export function parseContentCoding(header: string): ContentCoding {
  const names = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !NO_CODING.includes(name));
  const [name, ...others] = names;
  if (name === undefined) return 'identity';
  if (others.length > 0) throw new EncodingUnsupportedError('the body is compressed more than once');
  const coding = Object.hasOwn(CODINGS, name) ? CODINGS[name] : undefined;
  if (coding === undefined) throw new EncodingUnsupportedError('the body has an encoding that is not read');
  return coding;
}

/**
 * The stream that undoes a coding.
 *
 * @param firstByte of the body: `deflate` means zlib's format, but servers that send raw deflate are as old as the name
 */
export function createDecoder(coding: Exclude<ContentCoding, 'identity'>, firstByte: number): Transform {
  const options = { chunkSize: CHUNK_BYTES };
  switch (coding) {
    case 'br':
      return createBrotliDecompress(options);
    case 'gzip':
      return createGunzip(options);
    case 'zstd':
      return createZstdDecompress({
        ...options,
        params: { [constants.ZSTD_d_windowLogMax]: MAX_ZSTD_WINDOW_LOG },
      });
    case 'deflate':
      return isZlibHeader(firstByte) ? createInflate(options) : createInflateRaw(options);
  }
}

/** RFC 1950 section 2.2: the low four bits name the method, and 8 is the only one. */
function isZlibHeader(firstByte: number): boolean {
  return (firstByte & 0x0f) === 8;
}
