import { gzipSync } from 'node:zlib';
import {
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Archive, DigestFiles } from '../../pipeline/ports.ts';
import { archiveKeys } from './archive-keys.ts';
import { toMetadata } from './page-metadata.ts';
import { readObject } from './read-object.ts';

const HTTP_PRECONDITION_FAILED = 412;
const HTTP_CONFLICT = 409;

/** The bucket: pages and feeds as fetched, texts under their hash, digests as sent. */
export function createArchive(bucket: string, client: S3Client = new S3Client({})): Archive {
  const put = (input: Omit<PutObjectCommandInput, 'Bucket'>) =>
    client.send(new PutObjectCommand({ Bucket: bucket, ...input }));

  const read = (key: string) => readObject(client, bucket, key);

  async function readWhole(key: string): Promise<string> {
    const text = await read(key);
    if (text === undefined) throw new Error(`the bucket ${bucket} has no object ${key}`);
    return text;
  }

  return {
    async saveFeed(feedId, polledAt, bytes) {
      const key = archiveKeys.feed(feedId, polledAt);
      await put({ Key: key, Body: gzipSync(bytes), ContentType: 'application/xml', ContentEncoding: 'gzip' });
      return key;
    },

    async savePage(articleId, fetchedAt, bytes, origin) {
      const key = archiveKeys.page(articleId, fetchedAt);
      await put({
        Key: key,
        Body: gzipSync(bytes),
        ContentType: 'text/html',
        ContentEncoding: 'gzip',
        Metadata: toMetadata(origin),
      });
      return key;
    },

    async saveText(hash, text) {
      const key = archiveKeys.text(hash);
      await put({ Key: key, Body: text, ContentType: 'text/plain; charset=utf-8' });
      return key;
    },

    readText: readWhole,

    async claimManifest(topic, date, manifest) {
      const key = archiveKeys.digest(topic, date, 'manifest.json');
      try {
        await put({ Key: key, Body: manifest, ContentType: 'application/json', IfNoneMatch: '*' });
        return manifest;
      } catch (error) {
        if (!isTaken(error)) throw error;
        return readWhole(key);
      }
    },

    findManifest(topic, date) {
      return read(archiveKeys.digest(topic, date, 'manifest.json'));
    },

    async saveDigest(topic, date, files) {
      const key = (file: string) => archiveKeys.digest(topic, date, file);
      await put({ Key: key('digest.json'), Body: files.json, ContentType: 'application/json' });
      await put({ Key: key('digest.html'), Body: files.html, ContentType: 'text/html; charset=utf-8' });
      await put({ Key: key('digest.txt'), Body: files.text, ContentType: 'text/plain; charset=utf-8' });
    },

    async readDigest(topic, date): Promise<DigestFiles | undefined> {
      const file = (name: string) => read(archiveKeys.digest(topic, date, name));
      const json = await file('digest.json');
      const html = json && (await file('digest.html'));
      const text = html && (await file('digest.txt'));
      // Whoever writes it may have died between two files: it is there once the last one is.
      return json && html && text ? { json, html, text } : undefined;
    },
  };
}

/** 412 when the object exists, 409 when another conditional write is under way. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const status = error.$metadata.httpStatusCode;
  return status === HTTP_PRECONDITION_FAILED || status === HTTP_CONFLICT;
}
