import { createSubscriberStore } from '../src/adapters/dynamodb/subscriber-store.ts';
import { Table } from '../src/adapters/dynamodb/table.ts';
import type { CliContext, StageOptions, StoreOptions } from '../src/cli/context.ts';
import { digestDeskOf } from '../src/compose/digest-desk.ts';
import { loadConfig } from '../src/config/load.ts';
import { findHouse, findTable } from './find-store.ts';

type OpenedDigests = Awaited<ReturnType<CliContext['openDigests']>>;
type OpenedSubscribers = Awaited<ReturnType<CliContext['openSubscribers']>>;

/** @throws UsageError when there is no such stage, or no local house yet */
export async function openDigests(options: StageOptions, standardConfigDir: string): Promise<OpenedDigests> {
  const { names, configDir, close } = await findHouse(options);
  try {
    const config = loadConfig(configDir ?? standardConfigDir);
    const desk = digestDeskOf(config, new Table(names.table), names.bucket);
    return { desk, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @throws UsageError when there is no such stage, or no local house yet */
export async function openSubscribers(options: StoreOptions): Promise<OpenedSubscribers> {
  const { table, close } = await findTable(options);
  return { subscribers: createSubscriberStore(new Table(table)), close };
}
