import type { Command } from 'commander';
import type { FeedState } from '../../pipeline/ports.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { type Column, minute } from '../format.ts';
import { answer, withQueryOptions } from '../query-command.ts';
import { addFeedsAddCommand } from './feeds-add.ts';
import { addFeedsCheckCommand } from './feeds-check.ts';
import { addFeedsOpmlCommands } from './feeds-opml.ts';
import { addFeedsRemoveCommand } from './feeds-remove.ts';

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
    .description('the state of every feed; and, below, the list of feeds that are followed')
    .addHelpText('after', '\nExample:\n  caveat feeds --format json');
  withQueryOptions(command).action(async (options: QueryOptions) => {
    await answer(context, options, (ask) => ask.listFeeds(), COLUMNS);
  });
  addFeedsAddCommand(command, context);
  addFeedsRemoveCommand(command, context);
  addFeedsCheckCommand(command, context);
  addFeedsOpmlCommands(command, context);
}
