import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_START, type TestCloud } from './test-cloud.ts';

let cloud: TestCloud;
let s3: S3Client;
let Bucket: string;
let bucketCount = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
  s3 = new S3Client({ maxAttempts: 1 });
});

beforeEach(() => {
  bucketCount += 1;
  Bucket = `bucket-${bucketCount}`;
  cloud.createBucket(Bucket);
});

afterAll(async () => {
  s3.destroy();
  await cloud.discard();
});

const put = (
  Key: string,
  Body: PutObjectCommandInput['Body'] = Key,
  more: Partial<PutObjectCommandInput> = {},
) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

async function read(Key: string, Range?: string): Promise<string | undefined> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }));
  return Body?.transformToString();
}

async function listKeys(): Promise<(string | undefined)[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  return Contents.map((object) => object.Key);
}

/** A request as no SDK would send it. */
function rawRequest(target: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${cloud.env['AWS_ENDPOINT_URL_S3']}/${target}`, init);
}

describe('an object', () => {
  it('comes back with its content, its headers and its metadata', async () => {
    const { ETag } = await put('pages/a.html.gz', Buffer.from([0, 255, 13, 10]), {
      ContentType: 'text/html; charset=utf-8',
      ContentEncoding: 'gzip',
      CacheControl: 'max-age=60',
      Metadata: { 'fetched-at': '2024-05-25T06:00:00Z' },
    });
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: 'pages/a.html.gz' }));
    expect(await object.Body?.transformToByteArray()).toEqual(new Uint8Array([0, 255, 13, 10]));
    expect(object).toMatchObject({
      ETag,
      ContentType: 'text/html; charset=utf-8',
      ContentEncoding: 'gzip',
      CacheControl: 'max-age=60',
      ContentLength: 4,
      LastModified: TEST_START,
      Metadata: { 'fetched-at': '2024-05-25T06:00:00Z' },
    });
  });

  it('is described without its content', async () => {
    await put('note.txt', 'twelve bytes', { ContentType: 'text/plain' });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'note.txt' }));
    expect(head).toMatchObject({ ContentLength: 12, ContentType: 'text/plain' });
  });

  it('may be empty', async () => {
    await put('empty', Buffer.alloc(0));
    expect(await read('empty')).toBe('');
  });

  it('is replaced by a later one', async () => {
    await put('page', 'old', { ContentType: 'text/plain' });
    await put('page', 'new');
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: 'page' }));
    expect(await object.Body?.transformToString()).toBe('new');
    expect(object.ContentType).not.toBe('text/plain');
  });

  it('is a file in the directory of its bucket', async () => {
    await put('digests/2024-05-25.html', '<p>digest</p>');
    const file = path.join(cloud.objectsDirectory, Bucket, 'digests', '2024-05-25.html');
    expect(readFileSync(file, 'utf8')).toBe('<p>digest</p>');
  });

  it.each([
    { range: 'bytes=0-3', part: '0123', contentRange: 'bytes 0-3/10' },
    { range: 'bytes=7-', part: '789', contentRange: 'bytes 7-9/10' },
    { range: 'bytes=-2', part: '89', contentRange: 'bytes 8-9/10' },
    { range: 'bytes=8-99', part: '89', contentRange: 'bytes 8-9/10' },
  ])('is read in part: $range', async ({ range, part, contentRange }) => {
    await put('digits', '0123456789');
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range: range }));
    expect(object.ContentRange).toBe(contentRange);
    expect(await object.Body?.transformToString()).toBe(part);
  });

  it('has no bytes behind its end', async () => {
    await put('digits', '0123456789');
    await expect(read('digits', 'bytes=10-')).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('is not sent again to somebody who has it', async () => {
    const { ETag } = await put('page');
    const again = s3.send(new GetObjectCommand({ Bucket, Key: 'page', IfNoneMatch: ETag }));
    await expect(again).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    const since = s3.send(new GetObjectCommand({ Bucket, Key: 'page', IfModifiedSince: TEST_START }));
    await expect(since).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  });

  it('is copied with its metadata, or with new ones', async () => {
    await put('from/ä b', 'content', { Metadata: { kind: 'old' } });
    const CopySource = `${Bucket}/${encodeURIComponent('from/ä b')}`;
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'same', CopySource }));
    await s3.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'other',
        CopySource,
        MetadataDirective: 'REPLACE',
        Metadata: { kind: 'new' },
      }),
    );
    expect(await read('same')).toBe('content');
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'same' }))).Metadata).toEqual({ kind: 'old' });
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'other' }))).Metadata).toEqual({
      kind: 'new',
    });
  });

  it('is gone when it was deleted, and deleting it again succeeds', async () => {
    await put('a/b/c');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a/b/c' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a/b/c' }));
    await expect(read('a/b/c')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await put('a');
    expect(await read('a')).toBe('a');
  });

  it('is deleted together with others, whatever characters their keys have', async () => {
    const keys = ['a&b', '<c>', 'd/e', 'ü'];
    for (const key of [...keys, 'kept']) await put(key);
    const Objects = [...keys, 'never-there'].map((Key) => ({ Key }));
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Deleted?.map((object) => object.Key)).toEqual([...keys, 'never-there']);
    expect(await listKeys()).toEqual(['kept']);
  });
});

describe('a body', () => {
  it('that is a stream arrives whole, without the chunks it travelled in', async () => {
    const content = Buffer.from('0123456789abcdef'.repeat(20_000));
    const stream = Readable.from([content.subarray(0, 100_000), content.subarray(100_000)]);
    await put('stream', stream, { ContentLength: content.length, ContentEncoding: 'gzip' });
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
    expect(object.ContentEncoding).toBe('gzip');
    expect(Buffer.from((await object.Body?.transformToByteArray()) ?? [])).toEqual(content);
  });

  it.each(['CRC32', 'SHA1', 'SHA256'] as const)(
    'is checked against its %s, and the reader may check again',
    async (name) => {
      await put('checked', 'content', { ChecksumAlgorithm: name });
      const object = await s3.send(new GetObjectCommand({ Bucket, Key: 'checked', ChecksumMode: 'ENABLED' }));
      expect(await object.Body?.transformToString()).toBe('content');
      expect(object[`Checksum${name}`]).toMatch(/^[\w+/]+={0,2}$/);
    },
  );

  it('is refused if its checksum is another one', async () => {
    await expect(put('broken', 'content', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    expect(await listKeys()).toEqual([]);
  });

  it.each([
    { name: 'an unfinished chunk', body: '5\r\nabc', length: '5', code: 'IncompleteBody' },
    { name: 'no last chunk', body: '3\r\nabc\r\n', length: '3', code: 'IncompleteBody' },
    {
      name: 'a size that is no number',
      body: 'xyz\r\nabc\r\n0\r\n\r\n',
      length: '3',
      code: 'InvalidChunkSizeError',
    },
    { name: 'less than was announced', body: '3\r\nabc\r\n0\r\n\r\n', length: '4', code: 'IncompleteBody' },
  ])('is refused with $name', async ({ body, length, code }) => {
    const headers = { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': length };
    const response = await rawRequest(`${Bucket}/chunked`, { method: 'PUT', body, headers });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`<Code>${code}</Code>`);
  });
});

describe('a condition', () => {
  it('If-None-Match lets one writer of many create the object', async () => {
    const writers = Array.from({ length: 20 }, (_, index) =>
      put('once', `writer ${index}`, { IfNoneMatch: '*' }),
    );
    const results = await Promise.allSettled(writers);
    const refusals = results.filter((result) => result.status === 'rejected');
    expect(refusals).toHaveLength(19);
    for (const { reason } of refusals) expect(reason).toMatchObject({ name: 'PreconditionFailed' });
    const winner = results.findIndex((result) => result.status === 'fulfilled');
    expect(await read('once')).toBe(`writer ${winner}`);
  });

  it('If-Match lets only those write who know the present version', async () => {
    const { ETag: first } = await put('page', 'first');
    const { ETag: second } = await put('page', 'second', { IfMatch: first });
    await expect(put('page', 'late', { IfMatch: first })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await put('page', 'third', { IfMatch: second });
    expect(await read('page')).toBe('third');
  });

  it('If-Match on what is not there finds no key', async () => {
    await expect(put('absent', 'x', { IfMatch: '"abc"' })).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('a listing', () => {
  it('goes through all pages in the order of the keys’ bytes', async () => {
    const keys = ['b', 'a/2', 'a/10', 'ä', 'a', 'a.b', '😀', '\uFF5E', 'Z'];
    for (const key of keys) await put(key);
    const listed: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 2 }, { Bucket })) {
      expect(page.KeyCount).toBeLessThanOrEqual(2);
      listed.push(...(page.Contents ?? []).map((object) => object.Key));
    }
    expect(listed).toEqual(keys.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))));
  });

  it('is narrowed by a prefix and a first key', async () => {
    for (const key of ['pages/1', 'pages/2', 'pages/3', 'raw/1']) await put(key);
    const { Contents } = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'pages/', StartAfter: 'pages/1' }),
    );
    expect(Contents?.map((object) => object.Key)).toEqual(['pages/2', 'pages/3']);
  });

  it('folds what lies behind a delimiter, across pages too', async () => {
    for (const key of ['a/1', 'a/2', 'b/1', 'c', 'd/1']) await put(key);
    const entries: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 1 }, { Bucket, Delimiter: '/' })) {
      entries.push(...(page.CommonPrefixes ?? []).map((folded) => folded.Prefix));
      entries.push(...(page.Contents ?? []).map((object) => object.Key));
    }
    expect(entries).toEqual(['a/', 'b/', 'c', 'd/']);
  });

  it('tells size and version of each object', async () => {
    const { ETag } = await put('one', '12345');
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents).toMatchObject([{ Key: 'one', Size: 5, ETag, LastModified: TEST_START }]);
  });

  it('of an empty bucket is empty', async () => {
    expect(await s3.send(new ListObjectsV2Command({ Bucket }))).toMatchObject({
      KeyCount: 0,
      IsTruncated: false,
    });
  });
});

describe('a key', () => {
  it.each([
    '../../outside',
    '..',
    '.',
    '/leading',
    'trailing/',
    'a//b',
    'a/../b',
    'con:a*b?"<>|\\',
    '100% sure + more',
    'line\nbreak\ttab',
    'emoji 😀/ümlaut',
    `${'long'.repeat(100)}/${'ä'.repeat(200)}`,
    '.arriving/x',
    '%taken/x',
  ])('%j stays in its bucket and comes back', async (key) => {
    await put(key, 'content');
    expect(await read(key)).toBe('content');
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, EncodingType: 'url' }));
    expect(Contents?.map((object) => decodeURIComponent(object.Key ?? ''))).toEqual([key]);
  });

  it('may be the directory of another one, in whichever order they come', async () => {
    for (const key of ['a', 'a/b', 'c/d', 'c', 'A', 'a/b/c']) await put(key);
    for (const key of ['a', 'a/b', 'c/d', 'c', 'A', 'a/b/c']) expect(await read(key)).toBe(key);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    expect(await listKeys()).toEqual(['A', 'a/b', 'a/b/c', 'c', 'c/d']);
    expect(await read('a/b')).toBe('a/b');
  });

  it('may have 1024 bytes and no more', async () => {
    await put('k'.repeat(1024), 'content');
    expect(await read('k'.repeat(1024))).toBe('content');
    await expect(put('k'.repeat(1025))).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  it('never leads to another object, whatever keys there are', async () => {
    const segment = fc.string({
      unit: fc.constantFrom('a', 'A', '.', '%', '2', 'E', ' ', 'ä', ':'),
      maxLength: 4,
    });
    const key = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const keys = fc.uniqueArray(
      key.filter((text) => text !== ''),
      { minLength: 2, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(keys, async (all) => {
        bucketCount += 1;
        Bucket = `bucket-${bucketCount}`;
        cloud.createBucket(Bucket);
        for (const key of all) await put(key);
        for (const key of all) expect(await read(key)).toBe(key);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a bucket', () => {
  it('is created, found, listed and deleted when it is empty', async () => {
    const name = { Bucket: 'a-new-bucket' };
    await expect(s3.send(new HeadBucketCommand(name))).rejects.toMatchObject({ name: 'NotFound' });
    await s3.send(new CreateBucketCommand(name));
    await s3.send(new HeadBucketCommand(name));
    const { Buckets } = await s3.send(new ListBucketsCommand({}));
    expect(Buckets?.map((bucket) => bucket.Name)).toContain('a-new-bucket');
    await s3.send(new PutObjectCommand({ ...name, Key: 'k', Body: 'x' }));
    await expect(s3.send(new DeleteBucketCommand(name))).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    await s3.send(new DeleteObjectCommand({ ...name, Key: 'k' }));
    await s3.send(new DeleteBucketCommand(name));
    await expect(s3.send(new HeadBucketCommand(name))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it.each(['Upper', 'a', 'under_score', '-dash', 'ends-', '../up', '.arriving'])(
    'is not created with the name %j',
    async (name) => {
      const response = await rawRequest(encodeURIComponent(name), { method: 'PUT' });
      expect(await response.text()).toContain('<Code>InvalidBucketName</Code>');
    },
  );

  it('that does not exist takes nothing', async () => {
    const elsewhere = s3.send(new PutObjectCommand({ Bucket: 'nowhere', Key: 'k', Body: 'x' }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

describe('what is not emulated', () => {
  it('is refused and not passed over', async () => {
    const upload = s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'k' }));
    await expect(upload).rejects.toMatchObject({ name: 'NotImplemented' });
    const response = await rawRequest(`${Bucket}/k?acl`, { method: 'PUT', body: 'public' });
    expect(response.status).toBe(501);
    expect(await listKeys()).toEqual([]);
  });

  it('includes addresses that cannot be decoded', async () => {
    expect((await rawRequest(`${Bucket}/%zz`)).status).toBe(400);
  });
});
