import { createDigestStore } from '../src/adapters/dynamodb/digest-store.ts';
import { createQuestions } from '../src/adapters/dynamodb/questions.ts';
import { Table } from '../src/adapters/dynamodb/table.ts';
import { createSiteDirectory } from '../src/adapters/files/site-directory.ts';
import { createArchive } from '../src/adapters/s3/archive.ts';
import type { ArchiveSiteOptions, OpenedArchiveSite } from '../src/cli/context.ts';
import { UsageError } from '../src/cli/input.ts';
import { archiveSiteOf } from '../src/compose/archive-site.ts';
import { loadConfig } from '../src/config/load.ts';
import { type FoundHouse, findHouse, leadSdk } from './find-store.ts';

/**
 * Opens the table and bucket that the options name, or the local ones, and a folder to write the site to.
 *
 * @throws UsageError when a table in AWS is named without its bucket, or the topic is not followed
 */
export async function openArchiveSite(
  options: ArchiveSiteOptions,
  standardConfigDir: string,
): Promise<OpenedArchiveSite> {
  const { names, configDir, close } = await findSources(options);
  try {
    const config = loadConfig(configDir ?? standardConfigDir);
    if (!config.topics.some(({ topic }) => topic.id === options.topic)) {
      throw new UsageError(`the topic "${options.topic}" is not among those of settings.json`);
    }
    const table = new Table(names.table);
    const deps = {
      ...archiveSiteOf(config, options.topic),
      questions: createQuestions(table),
      digests: createDigestStore(table),
      archive: createArchive(names.bucket),
      site: createSiteDirectory(options.out),
    };
    return { deps, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Sources = Pick<FoundHouse, 'configDir' | 'close'> & {
  names: Pick<FoundHouse['names'], 'bucket' | 'table'>;
};

async function findSources(options: ArchiveSiteOptions): Promise<Sources> {
  const { table, bucket } = options;
  if (table === undefined) return findHouse(options);
  if (bucket === undefined) {
    throw new UsageError(
      'name the bucket beside the table with --bucket, or the stage with --stage instead of both',
    );
  }
  leadSdk(options);
  return { names: { table, bucket }, close: async () => {} };
}
