import { join } from 'node:path';

/** The checkout: handlers, tools and documents are found from here. */
export const PROJECT_ROOT = join(import.meta.dirname, '..');

/** Where a deployed function finds its configuration: Lambda unpacks the asset, and the copy within it, there. */
export const CONFIG_DIR = '/var/task/config';

/** Alarms point to their heading in this page. */
export const RUNBOOK = 'docs/runbook.md';

/** Where the runbook says what to do about an alarm, as GitHub makes anchors of headings. */
export function runbookLink(alarm: string): string {
  return `${RUNBOOK}#${alarm.toLowerCase().replaceAll(' ', '-')}`;
}
