import { existsSync } from 'node:fs';
import { createDigestStore } from '../src/adapters/dynamodb/digest-store.ts';
import { createQuestions } from '../src/adapters/dynamodb/questions.ts';
import { createSiteDirectory } from '../src/adapters/files/site-directory.ts';
import { createArchive } from '../src/adapters/s3/archive.ts';
import type { ArchiveSiteOptions, OpenedArchiveSite } from '../src/cli/context.ts';
import { UsageError } from '../src/cli/input.ts';
import { archiveSiteOf } from '../src/compose/archive-site.ts';
import { loadConfig } from '../src/config/load.ts';
import { LOCAL_BUCKET } from './house.ts';
import { openTable } from './open-questions.ts';
import { statePaths } from './replay.ts';

/**
 * Opens the table and bucket that the options name, or the local ones, and a folder to write the site to.
 *
 * @throws UsageError when a table in AWS is named without its bucket, or the topic is not followed
 */
export async function openArchiveSite(
  options: ArchiveSiteOptions,
  standardConfigDir: string,
): Promise<OpenedArchiveSite> {
  if (options.table !== undefined && options.bucket === undefined) {
    throw new UsageError('name the bucket beside the table with --bucket: the stack prints both as outputs');
  }
  const { table, dir, close } = await openTable(options);
  try {
    const config = loadConfig(configDirOf(dir) ?? standardConfigDir);
    if (!config.topics.some(({ topic }) => topic.id === options.topic)) {
      throw new UsageError(`the topic "${options.topic}" is not among those of settings.json`);
    }
    const deps = {
      ...archiveSiteOf(config, options.topic),
      questions: createQuestions(table),
      digests: createDigestStore(table),
      archive: createArchive(options.bucket ?? LOCAL_BUCKET),
      site: createSiteDirectory(options.out),
    };
    return { deps, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The configuration that a local store was filled under says how much of each publisher may be printed. */
function configDirOf(stateDir: string | undefined): string | undefined {
  const kept = stateDir === undefined ? undefined : statePaths(stateDir).config;
  return process.env['CONFIG_DIR'] ?? (kept !== undefined && existsSync(kept) ? kept : undefined);
}
