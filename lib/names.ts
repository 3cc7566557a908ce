import { join } from 'node:path';

/** The checkout: handlers and configuration are found from here. */
export const PROJECT_ROOT = join(import.meta.dirname, '..');

/** Where a function finds its configuration: copied beside its code. */
export const CONFIG_DIR = '/var/task/config';

/** Namespace of what the functions and the alarms agree on. */
export const RUNBOOK = 'docs/runbook.md';
