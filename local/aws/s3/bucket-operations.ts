import type { ServiceRequest, ServiceResponse } from '../http-service.ts';
import { listPage, parseListQuery } from './list-objects.ts';
import type { ObjectStore } from './object-store.ts';
import { assertOnly } from './query-parameters.ts';
import { readObjectBody } from './request-body.ts';
import { noSuchBucket, notImplemented, S3Error } from './s3-error.ts';
import { xml } from './s3-response.ts';
import { deletedXml, listingXml, parseDeleteXml } from './s3-xml.ts';

const LIST_PARAMETERS = [
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
  'fetch-owner',
];

/** Answers a request on a bucket as a whole. */
export function bucketOperation(
  store: ObjectStore,
  bucket: string,
  request: ServiceRequest,
): ServiceResponse {
  const { method, query } = request;
  if (method === 'PUT') return createBucket(store, bucket, query);
  if (!store.hasBucket(bucket)) throw noSuchBucket(bucket);
  if (method === 'HEAD') return { status: 200 };
  if (method === 'GET' && query.get('list-type') === '2') return listObjects(store, bucket, query);
  if (method === 'POST' && query.has('delete')) return deleteObjects(store, bucket, request);
  if (method === 'DELETE') return deleteBucket(store, bucket, query);
  throw notImplemented(`${method} on a bucket with "${query}"`);
}

function createBucket(store: ObjectStore, bucket: string, query: URLSearchParams): ServiceResponse {
  assertOnly(query, []);
  if (store.hasBucket(bucket)) {
    throw new S3Error(409, 'BucketAlreadyOwnedByYou', `You already own the bucket ${bucket}.`);
  }
  store.createBucket(bucket);
  return { status: 200, headers: { location: `/${bucket}` } };
}

function deleteBucket(store: ObjectStore, bucket: string, query: URLSearchParams): ServiceResponse {
  assertOnly(query, []);
  store.deleteBucket(bucket);
  return { status: 204 };
}

function listObjects(store: ObjectStore, bucket: string, parameters: URLSearchParams): ServiceResponse {
  assertOnly(parameters, LIST_PARAMETERS);
  const query = parseListQuery(parameters);
  const listing = listPage((key, prefix) => store.firstAfter(bucket, key, prefix), query);
  return xml(200, listingXml(bucket, query, listing, parameters.get('encoding-type')));
}

function deleteObjects(
  store: ObjectStore,
  bucket: string,
  { headers, body, query }: ServiceRequest,
): ServiceResponse {
  assertOnly(query, ['delete']);
  const { keys, quiet } = parseDeleteXml(readObjectBody(headers, body).content.toString());
  for (const key of keys) store.delete(bucket, key);
  return xml(200, deletedXml(quiet ? [] : keys));
}
