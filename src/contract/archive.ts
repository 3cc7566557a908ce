/** The bucket's prefixes: what may be written or read under which, and how long it is kept, is decided for each. */
export const ARCHIVE_PREFIXES = ['digests/', 'feeds/', 'pages/', 'site/', 'texts/'] as const;
export type ArchivePrefix = (typeof ARCHIVE_PREFIXES)[number];
