import type { SiteFile } from '../domain/archive-site/site-file.ts';

/** Where the archive site of one topic is kept: a port as those in `ports.ts`. */
export interface SiteStore {
  read(path: string): Promise<string | undefined>;
  /** Replaces the file if it is there. */
  write(file: SiteFile): Promise<void>;
}
