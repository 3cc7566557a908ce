import { escapeUTF8 } from 'entities';
import { Parser } from 'htmlparser2';
import type { Listing, ListQuery } from './list-objects.ts';
import { S3Error } from './s3-error.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const MAX_DELETED_KEYS = 1000;

export function errorXml({ code, message }: S3Error): string {
  return document(`<Error>${element('Code', code)}${element('Message', message)}</Error>`);
}

export function bucketsXml(buckets: readonly { name: string; createdAt: string }[]): string {
  const entries = buckets.map(
    ({ name, createdAt }) => `<Bucket>${element('Name', name)}${element('CreationDate', createdAt)}</Bucket>`,
  );
  return document(root('ListAllMyBucketsResult', `<Buckets>${entries.join('')}</Buckets>`));
}

export function listingXml(
  bucket: string,
  query: ListQuery,
  listing: Listing,
  encoding: string | null,
): string {
  const text = encoding === 'url' ? encodeURIComponent : escapeUTF8;
  const contents = listing.objects.map(
    ({ key, modifiedAt, etag, sizeBytes }) =>
      `<Contents><Key>${text(key)}</Key>${element('LastModified', modifiedAt.toISOString())}` +
      `${element('ETag', etag)}${element('Size', sizeBytes)}${element('StorageClass', 'STANDARD')}</Contents>`,
  );
  const prefixes = listing.commonPrefixes.map(
    (prefix) => `<CommonPrefixes><Prefix>${text(prefix)}</Prefix></CommonPrefixes>`,
  );
  const head = [
    element('Name', bucket),
    `<Prefix>${text(query.prefix)}</Prefix>`,
    query.delimiter && `<Delimiter>${text(query.delimiter)}</Delimiter>`,
    encoding && element('EncodingType', encoding),
    element('KeyCount', contents.length + prefixes.length),
    element('MaxKeys', listing.maxKeys),
    element('IsTruncated', listing.nextToken !== undefined),
    listing.nextToken && element('NextContinuationToken', listing.nextToken),
  ];
  return document(root('ListBucketResult', [...head, ...contents, ...prefixes].filter(Boolean).join('')));
}

export function copyXml({ etag, modifiedAt }: { etag: string; modifiedAt: Date }): string {
  const result = element('ETag', etag) + element('LastModified', modifiedAt.toISOString());
  return document(root('CopyObjectResult', result));
}

export function deletedXml(keys: readonly string[]): string {
  return document(
    root('DeleteResult', keys.map((key) => `<Deleted>${element('Key', key)}</Deleted>`).join('')),
  );
}

/** The keys of a `DeleteObjects` request, and whether it wants to hear only of failures. */
export function parseDeleteXml(xml: string): { keys: string[]; quiet: boolean } {
  const keys: string[] = [];
  let quiet = false;
  let text = '';
  const parser = new Parser(
    {
      onopentag: () => {
        text = '';
      },
      ontext: (part) => {
        text += part;
      },
      onclosetag: (name) => {
        if (name === 'Key') keys.push(text);
        if (name === 'Quiet') quiet = text.trim() === 'true';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (keys.length === 0 || keys.length > MAX_DELETED_KEYS) {
    throw new S3Error(
      400,
      'MalformedXML',
      `A request deletes 1 to ${MAX_DELETED_KEYS} keys, not ${keys.length}.`,
    );
  }
  return { keys, quiet };
}

function document(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${content}`;
}

function root(name: string, content: string): string {
  return `<${name} xmlns="${NAMESPACE}">${content}</${name}>`;
}

function element(name: string, content: string | number | boolean): string {
  return `<${name}>${escapeUTF8(String(content))}</${name}>`;
}
