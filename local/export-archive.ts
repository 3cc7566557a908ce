import { join } from 'node:path';
import { createSiteDirectory } from '../src/adapters/files/site-directory.ts';
import { archiveSiteOf } from '../src/compose/archive-site.ts';
import type { AppConfig } from '../src/config/load.ts';
import { publishWholeArchiveSite } from '../src/pipeline/publish-archive-site.ts';
import type { Store } from './store.ts';

/** The archive site as files that open without a server. */
export interface ExportedArchive {
  readonly index: string;
  readonly timeline: string;
}

/** Writes the archive site to a folder; undefined while no digest has been sent. */
export async function exportArchive(
  dir: string,
  { config, store }: { readonly config: AppConfig; readonly store: Store },
): Promise<ExportedArchive | undefined> {
  const pages = await publishWholeArchiveSite({
    ...archiveSiteOf(config, config.digest.topic),
    questions: store.questions,
    digests: store.digests,
    archive: store.archive,
    site: createSiteDirectory(dir),
  });
  return pages === 0 ? undefined : { index: join(dir, 'index.html'), timeline: join(dir, 'timeline.html') };
}
