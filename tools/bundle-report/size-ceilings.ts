import type { FunctionName } from '../../src/contract/env.ts';

const MEGABYTE = 1_000_000;

/**
 * What each function's code may weigh, minified and uncompressed, in bytes. A bundle that grows beyond its ceiling has
 * usually swallowed a package by accident; raise the ceiling only when the package is wanted.
 */
export const SIZE_CEILINGS: Readonly<Record<FunctionName, number>> = {
  'check-health': 1.3 * MEGABYTE,
  'deliver-digest': 1.6 * MEGABYTE,
  'fold-ledger': 1.3 * MEGABYTE,
  // jsdom and the language detector's tables are most of it.
  'ingest-article': 9 * MEGABYTE,
  'mail-events': 1.1 * MEGABYTE,
  'plan-polls': 1.2 * MEGABYTE,
  // The lists of public suffixes and of legacy encodings.
  'poll-feeds': 3 * MEGABYTE,
  'send-digest': 1.6 * MEGABYTE,
  unsubscribe: 1.1 * MEGABYTE,
};
