import type { Command } from 'commander';
import { loadFeeds, loadSettings } from '../../config/load.ts';
import type { FeedConfig } from '../../config/schema.ts';
import { type FeedReport, reportFeed } from '../../pipeline/feed-report.ts';
import { newFeed } from '../../pipeline/plan-polls.ts';
import type { FeedState } from '../../pipeline/ports.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { type Column, minute } from '../format.ts';
import { UsageError } from '../input.ts';
import { print, withQueryOptions } from '../query-command.ts';

interface Options extends QueryOptions {
  readonly live?: boolean;
}

const COLUMNS: readonly Column<FeedReport>[] = [
  { heading: 'feed', of: (feed) => feed.feedId },
  { heading: 'status', of: (feed) => feed.status },
  { heading: 'newest item', of: (feed) => minute(feed.newestItemAt) },
  { heading: 'every', of: (feed) => inMinutes(feed.intervalMinutes) },
  { heading: 'silent since', of: (feed) => feed.silentSince?.slice(0, 10) },
  { heading: 'no address', of: (feed) => feed.itemsWithoutAddress || undefined },
  { heading: 'failures', of: (feed) => feed.consecutiveFailures },
  { heading: 'last error', of: (feed) => feed.lastError, width: 40 },
  { heading: 'moved to', of: (feed) => feed.movedTo, width: 30 },
];

export function addFeedsCheckCommand(feeds: Command, context: CliContext): void {
  const command = feeds
    .command('check')
    .description('how each feed of feeds.json is doing; ends with 1 when one failed, is blocked or gone')
    .argument('[ids...]', 'only these feeds')
    .option('--live', 'ask the feeds themselves, now, instead of the table; nothing is stored')
    .addHelpText(
      'after',
      '\nExamples:\n  caveat feeds check --live\n  caveat feeds check nato --format json',
    );
  withQueryOptions(command).action(async (ids: readonly string[], _options: Options, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const configured = chosen(loadFeeds(context.configDir), ids);
    const states = options.live
      ? await askFeeds(configured, context)
      : await askTable(configured, options, context);
    const reports = states.map((state) => reportFeed(state, context.now));
    print(context, options, reports, COLUMNS);
    if (reports.some(({ status }) => TROUBLE.has(status))) context.fail();
  });
}

const TROUBLE: ReadonlySet<FeedReport['status']> = new Set(['blocked', 'failed', 'gone']);

function chosen(configured: readonly FeedConfig[], ids: readonly string[]): readonly FeedConfig[] {
  const unknown = ids.filter((id) => !configured.some((feed) => feed.id === id));
  if (unknown.length > 0) {
    throw new UsageError(`there is no feed "${unknown.join('", "')}" in feeds.json: see caveat feeds check`);
  }
  return ids.length === 0 ? configured : configured.filter((feed) => ids.includes(feed.id));
}

async function askFeeds(configured: readonly FeedConfig[], context: CliContext): Promise<FeedState[]> {
  const settings = loadSettings(context.configDir);
  let done = 0;
  const { checkFeeds } = await import('../../pipeline/check-feeds.ts');
  return checkFeeds(configured, context.now, {
    web: await context.openWeb(settings.contact),
    pollEveryMinutes: settings.pollEveryMinutes,
    pause: () => context.pause(settings.hostSpacingSeconds * 1_000),
    onChecked: ({ feedId, state }) => {
      done += 1;
      context.progress(`${done}/${configured.length} ${feedId}: ${state}\n`);
    },
  });
}

/** What the polls have found. A feed that the table does not know yet was never polled. */
async function askTable(
  configured: readonly FeedConfig[],
  options: QueryOptions,
  context: CliContext,
): Promise<FeedState[]> {
  const store = await context.openQuestions(options);
  try {
    const known = new Map((await store.questions.listFeeds()).map((feed) => [feed.feedId, feed]));
    return configured.map((config) => known.get(config.id) ?? newFeed(config, context.now));
  } finally {
    await store.close();
  }
}

function inMinutes(minutes: number | undefined): string | undefined {
  if (minutes === undefined) return undefined;
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
