import {
  type HttpService,
  type ServiceRequest,
  type ServiceResponse,
  startHttpService,
} from '../http-service.ts';
import { bucketOperation } from './bucket-operations.ts';
import { objectOperation } from './object-operations.ts';
import type { ObjectStore } from './object-store.ts';
import { notImplemented, S3Error } from './s3-error.ts';
import { xml } from './s3-response.ts';
import { bucketsXml, errorXml } from './s3-xml.ts';

/** Far above anything the pipeline stores; the service itself takes 5 GB in one request. */
const MAX_BODY_BYTES = 256 * 1024 * 1024;
const MAX_KEY_BYTES = 1024;

/**
 * Speaks the REST protocol of Amazon S3 over an object store, with the bucket in the path: the form that the SDK
 * chooses by itself where the endpoint's host is an IP address.
 */
export function startS3Server(store: ObjectStore, options: { port: number }): Promise<HttpService> {
  return startHttpService({
    name: 'S3',
    port: options.port,
    maxBodyBytes: MAX_BODY_BYTES,
    answer: (request) => answer(store, request),
  });
}

function answer(store: ObjectStore, request: ServiceRequest): ServiceResponse {
  try {
    const { bucket, key } = parseTarget(request.path);
    if (bucket === '') return listBuckets(store, request);
    if (key === '') return bucketOperation(store, bucket, request);
    return objectOperation(store, bucket, key, request);
  } catch (error) {
    const known = error instanceof S3Error ? error : new S3Error(500, 'InternalError', String(error));
    return xml(known.status, errorXml(known));
  }
}

function listBuckets(store: ObjectStore, { method }: ServiceRequest): ServiceResponse {
  if (method !== 'GET') throw notImplemented(`${method} without a bucket`);
  return xml(200, bucketsXml(store.listBuckets()));
}

/** Dot segments and empty segments are part of a key: the path is never normalised. */
function parseTarget(requestPath: string): { bucket: string; key: string } {
  const [, bucket = '', encodedKey = ''] = /^\/([^/]*)(?:\/(.*))?$/s.exec(requestPath) ?? [];
  try {
    const key = decodeURIComponent(encodedKey);
    if (Buffer.byteLength(key) > MAX_KEY_BYTES)
      throw new S3Error(400, 'KeyTooLongError', 'Your key is too long');
    return { bucket: decodeURIComponent(bucket), key };
  } catch (error) {
    if (error instanceof S3Error) throw error;
    throw new S3Error(400, 'InvalidURI', `The address cannot be decoded: ${requestPath}`);
  }
}
