import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { ArchivedPage, PageArchive } from '../../pipeline/operation-ports.ts';
import { archiveKeys } from './archive-keys.ts';
import { fromMetadata } from './page-metadata.ts';

/** The raw pages of the bucket, for reading them again. Only a person's command lists the bucket. */
export function createPageArchive(bucket: string, client: S3Client = new S3Client({})): PageArchive {
  return {
    async listPages(day) {
      const pages: ArchivedPage[] = [];
      const listing = { Bucket: bucket, Prefix: archiveKeys.pagesOfDay(day) };
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, listing)) {
        for (const { Key: key = '' } of Contents) {
          const articleId = /\/([^/]+)\.html\.gz$/.exec(key)?.[1];
          if (articleId !== undefined) pages.push({ key, articleId });
        }
      }
      return pages;
    },

    async findPage(key) {
      try {
        const { Body, Metadata = {} } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        const stored = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return { bytes: gunzipSync(stored), origin: fromMetadata(Metadata) };
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
