import { join } from 'node:path';

/** The checkout: handlers, tools and documents are found from here. */
export const PROJECT_ROOT = join(import.meta.dirname, '..');

/** Where a deployed function finds its configuration: Lambda unpacks the asset, and the copy within it, there. */
export const CONFIG_DIR = '/var/task/config';

/** Alarms point to their heading in this page. */
export const RUNBOOK = 'docs/runbook.md';

/** The part of a stack's name that tells several of them in one account apart. */
const STAGE = /^[a-z][a-z0-9-]{0,19}$/;

/** @throws Error when the stage cannot be a part of a stack's name */
export function stackName(stage: string): string {
  if (!STAGE.test(stage)) {
    throw new Error(
      `the stage "${stage}" is not usable: take up to 20 of a-z, 0-9 and hyphens, a letter first, such as -c stage=test`,
    );
  }
  return `Caveat-${stage}`;
}
