import type { Check } from '../../domain/health/check.ts';
import { isFailed } from '../../domain/health/check.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import type { Column } from '../format.ts';
import { print } from '../query-command.ts';

const COLUMNS: readonly Column<Check>[] = [
  { heading: 'what', of: (check) => check.name },
  { heading: 'state', of: (check) => check.state },
  { heading: 'found', of: (check) => check.found, width: 56 },
  { heading: 'what to do', of: (check) => check.remedy, width: 44 },
];

/** Prints what was looked at. The process ends with 1 when anything failed, so that a script can tell. */
export function printChecks(
  context: CliContext,
  options: Pick<QueryOptions, 'format'>,
  checks: readonly Check[],
): void {
  print(context, options, checks, COLUMNS);
  if (isFailed(checks)) context.fail();
}
