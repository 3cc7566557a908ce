import type { Command } from 'commander';
import { changeFeeds } from '../../config/feeds-file.ts';
import { loadFeeds } from '../../config/load.ts';
import type { CliContext } from '../context.ts';
import { UsageError } from '../input.ts';

export function addFeedsRemoveCommand(feeds: Command, context: CliContext): void {
  feeds
    .command('remove')
    .description('follows a feed no longer; what was read from it stays')
    .argument('<id>', 'the feed’s id in feeds.json')
    .addHelpText('after', '\nExample:\n  caveat feeds remove example')
    .action((id: string) => {
      const known = loadFeeds(context.configDir);
      if (!known.some((feed) => feed.id === id)) {
        const near = known.filter((feed) => feed.id.includes(id) || id.includes(feed.id));
        const list = (near.length > 0 ? near : known).map((feed) => `  ${feed.id}`).join('\n');
        throw new UsageError(`there is no feed "${id}" in feeds.json. There are:\n${list}`);
      }
      if (known.length === 1) {
        throw new UsageError(`"${id}" is the only feed there is: add another before you remove it`);
      }
      changeFeeds(context.configDir, (rows) => rows.filter((feed) => feed.id !== id));
      context.write(`removed "${id}"; it is not polled after the next deployment\n`);
    });
}
