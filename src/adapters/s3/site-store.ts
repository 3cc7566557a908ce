import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SiteStore } from '../../pipeline/site-store.ts';
import { archiveKeys } from './archive-keys.ts';
import { readObject } from './read-object.ts';

/** A reader sees a new digest within so long; a busy page costs one request in it. */
const CACHE_SECONDS = 300;

/** The archive site of a topic, in the bucket beside the digests. */
export function createSiteStore(
  bucket: string,
  topic: string,
  client: S3Client = new S3Client({}),
): SiteStore {
  return {
    read: (path) => readObject(client, bucket, archiveKeys.site(topic, path)),
    async write({ path, contentType, body }) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: archiveKeys.site(topic, path),
          Body: body,
          ContentType: contentType,
          CacheControl: `max-age=${CACHE_SECONDS}`,
        }),
      );
    },
  };
}
