import type { Command } from 'commander';
import { formatSince } from '../../domain/digest/wording.ts';
import { foldLedger } from '../../domain/ledger/fold-ledger.ts';
import type { LedgerRow } from '../../domain/ledger/ledger.ts';
import { packLedgerRules } from '../../domain/topics/pack-ledger-rules.ts';
import type { Questions } from '../../pipeline/questions.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { parseDay } from '../day-option.ts';
import type { Column } from '../format.ts';
import { UsageError } from '../input.ts';
import { answer, withQueryOptions } from '../query-command.ts';

export const LEDGER_COLUMNS: readonly Column<LedgerRow>[] = [
  { heading: 'country', of: (row) => row.country },
  { heading: 'weapon', of: (row) => row.weapon },
  { heading: 'scope', of: (row) => row.scopeGeo },
  { heading: 'status', of: (row) => (row.contested ? `${row.status} (contested)` : row.status) },
  { heading: 'since', of: formatSince, asData: isoSince },
  { heading: 'standing', of: (row) => row.standing },
  { heading: 'who', of: (row) => row.actor, width: 20 },
  { heading: 'publishers', of: (row) => row.publisherCount },
  { heading: 'evidence', of: (row) => row.evidence.text, width: 46 },
];

/** ISO 8601, to the day or only to the month, as far as it is known; empty where no report says when. */
function isoSince({ since, sincePrecision }: LedgerRow): string | undefined {
  return sincePrecision === 'month' ? since?.slice(0, 7) : (since ?? undefined);
}

interface Options extends QueryOptions {
  readonly country?: string;
  readonly asOf?: string;
}

export function addLedgerCommand(program: Command, context: CliContext): void {
  const command = program
    .command('ledger')
    .description('what may be done with whose weapons, by whose leave and since when')
    .option('--country <code>', 'one country, ISO 3166 alpha-2')
    .option('--as-of <day>', 'as it stood on a day', parseDay)
    .addHelpText('after', '\nExamples:\n  caveat ledger --country US\n  caveat ledger --as-of 2024-05-29');
  withQueryOptions(command).action(async (options: Options) => {
    const country = options.country?.toUpperCase();
    const { asOf } = options;
    await answer(
      context,
      options,
      (ask, topic) =>
        asOf === undefined ? ask.listLedger(topic, country) : foldAsOf(ask, context, topic, asOf, country),
      LEDGER_COLUMNS,
    );
  });
}

/** The ledger of a day is the same fold over what had been stated by then. */
async function foldAsOf(
  ask: Questions,
  context: CliContext,
  topicId: string,
  asOf: string,
  country: string | undefined,
): Promise<LedgerRow[]> {
  const pack = context.loadTopics().find(({ topic }) => topic.id === topicId);
  if (!pack) throw new UsageError(`there is no topic "${topicId}"; see config/topics`);
  const positions =
    country === undefined
      ? await ask.listPositionsStated(topicId, { since: '0000-00-00', until: asOf })
      : await ask.listPositionsOf(topicId, country);
  return foldLedger(positions, packLedgerRules(pack), { asOf });
}
