import { type Command, Option } from 'commander';
import { type ReplayCounts, replayArticles } from '../../pipeline/replay-articles.ts';
import type { Rereading, RereadStage } from '../../pipeline/reread-article.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { parseDay } from '../day-option.ts';
import type { Column } from '../format.ts';
import { operate } from '../operations-command.ts';
import { print, withFormatOption } from '../query-command.ts';

interface Options extends Pick<QueryOptions, 'format' | 'profile' | 'region'> {
  readonly since: string;
  readonly until: string;
  readonly stage: RereadStage;
  /** The deployed stage: `--stage` means something else here. */
  readonly on?: string;
  readonly write?: boolean;
  readonly all?: boolean;
}

interface Row {
  readonly articleId: string;
  readonly url: string;
  readonly before: string;
  readonly after: string;
  readonly positionsAdded: readonly string[];
  readonly positionsGone: readonly string[];
}

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'article', of: (row) => row.articleId },
  { heading: 'before', of: (row) => row.before },
  { heading: 'after', of: (row) => row.after },
  { heading: 'positions new', of: (row) => row.positionsAdded.length },
  { heading: 'positions gone', of: (row) => row.positionsGone.length },
  { heading: 'address', of: (row) => row.url, width: 60 },
];

const PROGRESS_EVERY = 25;

export function addReplayCommand(program: Command, context: CliContext): void {
  const command = program
    .command('replay')
    .description('read the articles of a span of days again with today’s rules; shows what would change')
    .requiredOption('--since <day>', 'first day, UTC', parseDay)
    .option('--until <day>', 'last day, UTC; today unless given', parseDay, context.today)
    .addOption(
      new Option('--stage <stage>', 'from the pages as fetched, or from the texts found in them')
        .choices(['extract', 'classify'])
        .default('classify'),
    )
    .option('--dry-run', 'only show; this is so unless --write is given')
    .addOption(new Option('--write', 'write what changes, and keep a record of it').conflicts('dryRun'))
    .option('--all', 'show what stays the same as well')
    .option('--on <stage>', 'the deployed stage, such as prod; the local store unless given')
    .option('--region <region>', 'AWS region of the stage')
    .option('--profile <name>', 'AWS profile to use')
    .addHelpText(
      'after',
      '\nExample:\n  caveat replay --since 2024-05-25 --until 2024-05-31 --stage extract --on prod',
    );
  withFormatOption(command).action((options: Options) => replay(context, options));
}

async function replay(context: CliContext, options: Options): Promise<void> {
  const { since, until, stage, on, region, profile } = options;
  const rows: Row[] = [];
  const write = options.write === true;
  const counts = await operate(context, { stage: on, region, profile }, (house) =>
    replayArticles(
      { span: { since, until }, stage, write, by: house.by, now: house.now },
      house.rereading,
      (reread, done, total) => {
        if (options.all === true || reread.kind === 'unreadable' || reread.changes) rows.push(rowOf(reread));
        if (done % PROGRESS_EVERY === 0) context.progress(`${done} of ${total} read\n`);
      },
    ),
  );
  print(context, options, rows, COLUMNS);
  context.writeNote(summary(counts, write));
}

function rowOf(reread: Rereading): Row {
  const { articleId } = reread;
  if (reread.kind === 'unreadable') {
    return {
      articleId,
      url: '',
      before: '',
      after: `unreadable: ${reread.why}`,
      positionsAdded: [],
      positionsGone: [],
    };
  }
  const { url, before, after } = reread;
  const missingIn = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => !others.includes(id));
  return {
    articleId,
    url,
    before: before.outcome,
    after: after.outcome,
    positionsAdded: missingIn(after.positionIds, before.positionIds),
    positionsGone: missingIn(before.positionIds, after.positionIds),
  };
}

function summary({ read, changed, unreadable, written }: ReplayCounts, write: boolean): string {
  const found = `${read} read, ${changed} differ, ${unreadable} cannot be read`;
  return write ? `${found}, ${written} written\n` : `${found}; nothing is written without --write\n`;
}
