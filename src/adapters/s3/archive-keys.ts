/** Every key of the bucket is built here. Prefixes decide how long objects are kept (see the stack's lifecycle rules). */
export const ARCHIVE_PREFIXES = ['digests/', 'feeds/', 'pages/', 'texts/'] as const;

export const archiveKeys = {
  feed: (feedId: string, polledAt: string): string =>
    `feeds/${dayPath(polledAt)}/${feedId}/${compact(polledAt)}.gz`,
  page: (articleId: string, fetchedAt: string): string => `pages/${dayPath(fetchedAt)}/${articleId}.html.gz`,
  text: (textHash: string): string => `texts/${textHash.slice(0, 2)}/${textHash}.txt`,
  digest: (topic: string, date: string, file: string): string => `digests/${topic}/${date}/${file}`,
};

function dayPath(instant: string): string {
  return instant.slice(0, 10).replaceAll('-', '/');
}

function compact(instant: string): string {
  return instant.replaceAll(/[-:.]/g, '');
}
