import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteStore } from '../../pipeline/site-store.ts';

/** The archive site in a folder, to be opened from there without a server. */
export function createSiteDirectory(dir: string): SiteStore {
  return {
    async read(path) {
      try {
        return await readFile(join(dir, path), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write({ path, body }) {
      const file = join(dir, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, body);
    },
  };
}
