import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { notImplemented, S3Error } from './s3-error.ts';

const CHECKSUM_HEADER = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;

/** The checksums that can be verified here. CRC32 is what the SDK sends by itself. */
const CHECKSUMS: Readonly<Record<string, (content: Buffer) => string>> = {
  crc32: (content) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(crc32(content));
    return bytes.toString('base64');
  },
  sha1: (content) => createHash('sha1').update(content).digest('base64'),
  sha256: (content) => createHash('sha256').update(content).digest('base64'),
};

export interface ObjectBody {
  readonly content: Buffer;
  /** By the name of their header, verified. */
  readonly checksums: Readonly<Record<string, string>>;
}

/**
 * What the caller wanted to store: taken out of the chunks that the SDK wraps a stream in, and compared with the
 * checksums that came in front of it or behind it.
 *
 * @throws S3Error if it is incomplete or is not what the caller sent
 * @see Amazon S3 API Reference, "Signature calculations: transferring payload in multiple chunks (trailing headers)"
 */
export function readObjectBody(headers: IncomingHttpHeaders, body: Buffer): ObjectBody {
  const { content, trailers } = isChunked(headers) ? decodeChunks(body) : { content: body, trailers: {} };
  const wantedBytes = headers['x-amz-decoded-content-length'];
  if (wantedBytes !== undefined && Number(wantedBytes) !== content.length) throw incompleteBody();
  verifyMd5(headers['content-md5'], content);
  const checksums = checksumsOf({ ...headers, ...trailers });
  for (const [header, value] of Object.entries(checksums)) verifyChecksum(header, value, content);
  return { content, checksums };
}

function isChunked(headers: IncomingHttpHeaders): boolean {
  const digest = String(headers['x-amz-content-sha256'] ?? '');
  return digest.startsWith('STREAMING-') || String(headers['content-encoding'] ?? '').includes('aws-chunked');
}

/** Each chunk is its size in hexadecimal, the bytes and a line's end; the empty chunk is followed by the trailers. */
function decodeChunks(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', position);
    if (lineEnd < 0) throw incompleteBody();
    const [size = ''] = body.toString('latin1', position, lineEnd).split(';');
    if (!/^[0-9a-f]{1,8}$/i.test(size))
      throw new S3Error(400, 'InvalidChunkSizeError', 'A chunk has no valid size.');
    const start = lineEnd + 2;
    const end = start + Number.parseInt(size, 16);
    if (end === start)
      return { content: Buffer.concat(chunks), trailers: parseTrailers(body.subarray(start)) };
    if (end > body.length) throw incompleteBody();
    chunks.push(body.subarray(start, end));
    position = end + 2;
  }
}

function parseTrailers(bytes: Buffer): Record<string, string> {
  const lines = bytes.toString('latin1').split('\r\n');
  const pairs = lines.map((line) => /^([^:]+):(.*)$/.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]));
}

function checksumsOf(headers: IncomingHttpHeaders): Record<string, string> {
  const pairs = Object.entries(headers).filter(([name]) => CHECKSUM_HEADER.test(name));
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

function verifyChecksum(header: string, value: string, content: Buffer): void {
  const algorithm = header.replace('x-amz-checksum-', '');
  const checksum = CHECKSUMS[algorithm];
  if (!checksum) throw notImplemented(`the checksum ${algorithm}; use ${Object.keys(CHECKSUMS).join(', ')}`);
  if (checksum(content) !== value) throw badDigest(algorithm.toUpperCase());
}

function verifyMd5(wanted: string | string[] | undefined, content: Buffer): void {
  if (wanted === undefined) return;
  if (createHash('md5').update(content).digest('base64') !== wanted) throw badDigest('Content-MD5');
}

function badDigest(algorithm: string): S3Error {
  return new S3Error(
    400,
    'BadDigest',
    `The ${algorithm} you specified did not match the calculated checksum.`,
  );
}

function incompleteBody(): S3Error {
  return new S3Error(400, 'IncompleteBody', 'The request body terminated unexpectedly.');
}
