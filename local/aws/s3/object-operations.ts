import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { ServiceRequest, ServiceResponse } from '../http-service.ts';
import { parseRange } from './byte-range.ts';
import { isUnchanged, type WriteConditions } from './conditions.ts';
import type { ObjectDescription, StoredObject } from './object-row.ts';
import type { ObjectStore } from './object-store.ts';
import { assertOnly } from './query-parameters.ts';
import { readObjectBody } from './request-body.ts';
import { noSuchBucket, noSuchKey, notImplemented, S3Error } from './s3-error.ts';
import { xml } from './s3-response.ts';
import { copyXml } from './s3-xml.ts';

/** Headers of a request that become part of the object; `x-amz-meta-…` are the user's own. */
const STORED_HEADERS = new Set([
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]);

/** Answers a request on one object. */
export function objectOperation(
  store: ObjectStore,
  bucket: string,
  key: string,
  request: ServiceRequest,
): ServiceResponse {
  if (!store.hasBucket(bucket)) throw noSuchBucket(bucket);
  assertOnly(request.query, []);
  switch (request.method) {
    case 'PUT':
      return request.headers['x-amz-copy-source'] === undefined
        ? putObject(store, bucket, key, request)
        : copyObject(store, bucket, key, request);
    case 'GET':
      return readObject(store, bucket, key, request);
    case 'HEAD':
      return describeObject(store, bucket, key, request);
    case 'DELETE':
      store.delete(bucket, key, { ifMatch: request.headers['if-match'] });
      return { status: 204 };
    default:
      throw notImplemented(`${request.method} on an object`);
  }
}

function putObject(store: ObjectStore, bucket: string, key: string, { headers, body }: ServiceRequest) {
  const { content, checksums } = readObjectBody(headers, body);
  const described = { headers: storedHeaders(headers), checksums };
  const { etag } = store.put(bucket, key, content, described, conditionsOf(headers));
  return { status: 200, headers: { etag, ...checksums } };
}

function copyObject(
  store: ObjectStore,
  bucket: string,
  key: string,
  { headers }: ServiceRequest,
): ServiceResponse {
  const source = parseCopySource(String(headers['x-amz-copy-source']));
  if (!store.hasBucket(source.bucket)) throw noSuchBucket(source.bucket);
  const { object, content } = store.read(source.bucket, source.key);
  const replaces = headers['x-amz-metadata-directive'] === 'REPLACE';
  const described: ObjectDescription = {
    headers: replaces ? storedHeaders(headers) : object.headers,
    checksums: object.checksums,
  };
  return xml(200, copyXml(store.put(bucket, key, content, described, conditionsOf(headers))));
}

function readObject(
  store: ObjectStore,
  bucket: string,
  key: string,
  { headers }: ServiceRequest,
): ServiceResponse {
  const { object, content } = store.read(bucket, key);
  if (isUnchanged(object, headers)) return { status: 304, headers: { etag: object.etag } };
  const range = parseRange(headers.range, content.length);
  if (!range) return { status: 200, headers: objectHeaders(object, headers), body: content };
  const { start, end } = range;
  return {
    status: 206,
    headers: { ...objectHeaders(object, {}), 'content-range': `bytes ${start}-${end}/${content.length}` },
    body: content.subarray(start, end + 1),
  };
}

function describeObject(store: ObjectStore, bucket: string, key: string, { headers }: ServiceRequest) {
  const object = store.find(bucket, key);
  if (!object) throw noSuchKey(key);
  if (isUnchanged(object, headers)) return { status: 304, headers: { etag: object.etag } };
  return { status: 200, headers: { ...objectHeaders(object, headers), 'content-length': object.sizeBytes } };
}

/** A checksum is of the whole object, and sent only to those who ask for it. */
function objectHeaders(object: StoredObject, wanted: IncomingHttpHeaders): OutgoingHttpHeaders {
  return {
    'content-type': 'binary/octet-stream',
    ...object.headers,
    etag: object.etag,
    'last-modified': object.modifiedAt.toUTCString(),
    'accept-ranges': 'bytes',
    ...(wanted['x-amz-checksum-mode'] === 'ENABLED' && object.checksums),
  };
}

function storedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const stored: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (STORED_HEADERS.has(name) || name.startsWith('x-amz-meta-')) stored[name] = String(value);
  }
  const encodings = (stored['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  const own = encodings.filter((encoding) => encoding !== 'aws-chunked' && encoding !== '').join(',');
  const { 'content-encoding': _transfer, ...others } = stored;
  return own === '' ? others : { ...others, 'content-encoding': own };
}

function conditionsOf(headers: IncomingHttpHeaders): WriteConditions {
  return { ifNoneMatch: headers['if-none-match'], ifMatch: headers['if-match'] };
}

function parseCopySource(source: string): { bucket: string; key: string } {
  const match = /^\/?([^/]+)\/(.+)$/s.exec(decodeURIComponent(source));
  if (!match) throw new S3Error(400, 'InvalidArgument', `The copy source is not BUCKET/KEY: ${source}`);
  const [, bucket = '', key = ''] = match;
  return { bucket, key };
}
