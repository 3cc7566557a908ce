import { Argument, type Command } from 'commander';
import {
  DENY_KINDS,
  type DenyEntry,
  type DenyKind,
  findDenial,
  normalDenyValue,
} from '../../domain/deny/denied.ts';
import { rereadArticle } from '../../pipeline/reread-article.ts';
import { writeRereading } from '../../pipeline/write-rereading.ts';
import type { CliContext, OpenedOperations, QueryOptions } from '../context.ts';
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
      operate(context, options, async (house) => {
        const { now: at, by } = house;
        const entry = { kind, value: normalDenyValue(kind, value), because: options.because, by, at };
        await house.deny.add(entry);
        const articleIds = await listArticles(house, entry);
        if (options.prune === true) await prune(house, entry, articleIds);
        const details = {
          kind,
          value: entry.value,
          because: options.because,
          pruned: options.prune ? articleIds : [],
        };
        await house.rereading.audit.record({ at, by, act: 'deny-add', details });
        context.write(
          `${kind} ${entry.value} is denied; ${pruneWord(articleIds.length, options.prune === true)}\n`,
        );
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

/** The listed articles that the entry covers, of every topic. */
async function listArticles({ rereading, questions }: OpenedOperations, entry: DenyEntry): Promise<string[]> {
  const ids = new Set<string>();
  const ever = { since: '0000-00-00', until: '9999-12-31' };
  for (const { id } of rereading.topics) {
    for (const relevance of ['core', 'mention'] as const) {
      for (const article of await questions.listArticles(id, ever, relevance)) {
        if (findDenial([entry], article)) ids.add(article.articleId);
      }
    }
  }
  return [...ids];
}

/** Reading a denied article again finds nothing in it, so that what it had vanishes as it does in a replay. */
async function prune(
  house: OpenedOperations,
  entry: DenyEntry,
  articleIds: readonly string[],
): Promise<void> {
  const deps = { ...house.rereading, denied: [...house.rereading.denied, entry] };
  for (const articleId of articleIds) {
    const reread = await rereadArticle({ articleId }, 'classify', house.now, deps);
    if (reread.kind === 'read') await writeRereading(reread, house.now, deps);
  }
}

function pruneWord(count: number, isPruned: boolean): string {
  if (count === 0) return 'nothing of it is on record';
  return isPruned
    ? `${count} articles were pruned`
    : `${count} articles of it stay on record (--prune takes them out)`;
}
