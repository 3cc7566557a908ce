import { Argument, type Command } from 'commander';
import { DENY_KINDS, type DenyEntry, type DenyKind, normalDenyValue } from '../../domain/deny/denied.ts';
import { type DeniedArticles, denySource, type PruneStep } from '../../pipeline/deny-source.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import type { Column } from '../format.ts';
import { UsageError } from '../input.ts';
import { operate } from '../operations-command.ts';
import { print, withFormatOption, withStageOptions } from '../query-command.ts';

const COLUMNS: readonly Column<DenyEntry>[] = [
  { heading: 'kind', of: (entry) => entry.kind },
  { heading: 'value', of: (entry) => entry.value, width: 50 },
  { heading: 'because', of: (entry) => entry.because, width: 40 },
  { heading: 'by', of: (entry) => entry.by },
  { heading: 'since', of: (entry) => entry.at.slice(0, 10) },
];

interface AddOptions extends QueryOptions {
  readonly because: string;
  readonly prune?: boolean;
}

export function addDenyCommand(program: Command, context: CliContext): void {
  const command = program
    .command('deny')
    .description('publishers, feeds and addresses that are left alone: add, remove, list')
    .addHelpText(
      'after',
      '\nExample:\n  caveat deny add feed some-feed --because "its owner asked us" --prune',
    );
  addAdd(command, context);
  addRemove(command, context);
  withStageOptions(withFormatOption(command.command('list').description('all of them'))).action(
    (options: QueryOptions) =>
      operate(context, options, async ({ deny }) => print(context, options, await deny.list(), COLUMNS)),
  );
}

function addAdd(parent: Command, context: CliContext): void {
  withStageOptions(parent.command('add').description('from the next message on'))
    .addArgument(kindArgument())
    .argument('<value>', 'a publisher’s name, a feed’s id, an address (with * at its end: all that begin so)')
    .requiredOption('--because <reason>', 'why; kept with the entry')
    .option('--prune', 'take what is on record of it out of listings and ledger as well')
    .action((kind: DenyKind, value: string, options: AddOptions) =>
      operate(context, options, async ({ rereading, deny, now: at, by }) => {
        const entry = { kind, value: normalDenyValue(kind, value), because: options.because, by, at };
        const prune = options.prune === true;
        const denied = await denySource({ entry, prune }, { ...rereading, deny }, (step) =>
          context.progress(stepLine(step)),
        );
        context.write(`${kind} ${entry.value} is denied; ${fateOf(denied, prune)}\n`);
      }),
    );
}

function addRemove(parent: Command, context: CliContext): void {
  withStageOptions(parent.command('remove').description('what was pruned comes back by a replay'))
    .addArgument(kindArgument())
    .argument('<value>', 'as "deny list" shows it')
    .action((kind: DenyKind, value: string, options: QueryOptions) =>
      operate(context, options, async (house) => {
        const normal = normalDenyValue(kind, value);
        if (!(await house.deny.remove(kind, normal))) {
          throw new UsageError(`${kind} ${normal} is not denied; "caveat deny list" shows what is`);
        }
        const { now: at, by } = house;
        await house.rereading.audit.record({ at, by, act: 'deny-remove', details: { kind, value: normal } });
        context.write(`${kind} ${normal} is no longer denied\n`);
      }),
    );
}

const kindArgument = () => new Argument('<kind>', 'of what').choices([...DENY_KINDS]);

const stepLine = ({ articleId, fate, done, total }: PruneStep) => `${done}/${total} ${articleId}: ${fate}\n`;

function fateOf({ onRecord, pruned }: DeniedArticles, prune: boolean): string {
  if (onRecord.length === 0) return 'nothing of it is on record';
  if (!prune) return `${onRecord.length} articles of it stay on record (--prune takes them out)`;
  const left = onRecord.length - pruned.length;
  const rest = left === 0 ? '' : `; ${left} could not be, give the command again to try them once more`;
  return `${pruned.length} articles were pruned${rest}`;
}
