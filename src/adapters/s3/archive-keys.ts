import type { ArchivePrefix } from '../../contract/archive.ts';

type ArchiveKey = `${ArchivePrefix}${string}`;

/** Every key of the bucket is built here, each under a prefix that the stack knows. */
export const archiveKeys = {
  feed: (feedId: string, polledAt: string): ArchiveKey =>
    `feeds/${dayPath(polledAt)}/${feedId}/${compact(polledAt)}.gz`,
  page: (articleId: string, fetchedAt: string): ArchiveKey =>
    `pages/${dayPath(fetchedAt)}/${articleId}.html.gz`,
  pagesOfDay: (day: string): string => `pages/${dayPath(day)}/`,
  text: (textHash: string): ArchiveKey => `texts/${textHash.slice(0, 2)}/${textHash}.txt`,
  digest: (topic: string, date: string, file: string): ArchiveKey => `digests/${topic}/${date}/${file}`,
  site: (topic: string, path: string): ArchiveKey => `site/${topic}/${path}`,
};

function dayPath(instant: string): string {
  return instant.slice(0, 10).replaceAll('-', '/');
}

function compact(instant: string): string {
  return instant.replaceAll(/[-:.]/g, '');
}
