import type { Command } from 'commander';
import type { ReportedPosition } from '../../domain/ledger/ledger.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { spanOf, withSpanOptions } from '../day-option.ts';
import type { Column } from '../format.ts';
import { UsageError } from '../input.ts';
import { answer, withQueryOptions } from '../query-command.ts';

const COLUMNS: readonly Column<ReportedPosition>[] = [
  { heading: 'stated', of: statedOn },
  { heading: 'country', of: (position) => position.country },
  { heading: 'actor', of: (position) => position.actor, width: 22 },
  { heading: 'action', of: (position) => position.action },
  { heading: 'weapon', of: (position) => position.weapon },
  { heading: 'scope', of: (position) => position.scopeGeo },
  { heading: 'status', of: (position) => position.status },
  { heading: 'evidence', of: (position) => position.evidence.text, width: 50 },
  { heading: 'publisher', of: (position) => position.publisher },
];

interface Options extends QueryOptions {
  readonly country?: string;
  readonly since?: string;
  readonly until?: string;
}

export function addPositionsCommand(program: Command, context: CliContext): void {
  const command = program
    .command('positions')
    .description('positions of a country, or those stated in a span of days, oldest first')
    .option('--country <code>', 'ISO 3166 alpha-2, or NATO, EU, EP, UN, MULTI')
    .addHelpText(
      'after',
      '\nExamples:\n  caveat positions --country DE\n  caveat positions --since 2024-05-30 --until 2024-05-31',
    );
  withQueryOptions(withSpanOptions(command)).action(async (options: Options) => {
    const { country } = options;
    if (country === undefined && options.since === undefined) {
      throw new UsageError('say which positions: --country DE, or --since 2024-05-30');
    }
    const span = spanOf(options, context.today);
    await answer(
      context,
      options,
      async (ask, topic) =>
        country === undefined
          ? ask.listPositionsStated(topic, span)
          : within(await ask.listPositionsOf(topic, country.toUpperCase()), span),
      COLUMNS,
    );
  });
}

function within(
  positions: readonly ReportedPosition[],
  span: { since: string; until: string },
): ReportedPosition[] {
  return positions.filter((position) => {
    const day = dayOf(position);
    return span.since <= day && day <= span.until;
  });
}

function dayOf(position: ReportedPosition): string {
  return position.statementDate ?? position.listedAt.slice(0, 10);
}

function statedOn(position: ReportedPosition): string {
  if (position.statementDate === null) return `undated (reported ${position.listedAt.slice(0, 10)})`;
  return position.datePrecision === 'day'
    ? position.statementDate
    : `${position.datePrecision} of ${position.statementDate}`;
}
