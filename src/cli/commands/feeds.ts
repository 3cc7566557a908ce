import type { Command } from 'commander';
import type { FeedState } from '../../pipeline/ports.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import type { Column } from '../format.ts';
import { answer, withQueryOptions } from '../query-command.ts';

const COLUMNS: readonly Column<FeedState>[] = [
  { heading: 'feed', of: (feed) => feed.feedId },
  { heading: 'publisher', of: (feed) => feed.publisher, width: 24 },
  { heading: 'state', of: (feed) => feed.state },
  { heading: 'newest item', of: (feed) => minute(feed.newestItemAt) },
  { heading: 'last poll', of: (feed) => minute(feed.lastPolledAt) },
  { heading: 'next poll', of: (feed) => minute(feed.nextPollAt) },
  { heading: 'failures', of: (feed) => feed.consecutiveFailures },
  { heading: 'why', of: (feed) => feed.reason, width: 30 },
];

export function addFeedsCommand(program: Command, context: CliContext): void {
  const command = program
    .command('feeds')
    .description('the state of every feed')
    .addHelpText('after', '\nExample:\n  caveat feeds --format json');
  withQueryOptions(command).action(async (options: QueryOptions) => {
    await answer(context, options, (ask) => ask.listFeeds(), COLUMNS);
  });
}

function minute(instant: string | undefined): string | undefined {
  return instant?.slice(0, 16).replace('T', ' ');
}
