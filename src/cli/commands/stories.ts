import type { Command } from 'commander';
import type { StoryRecord } from '../../pipeline/ports.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { parseDay } from '../day-option.ts';
import type { Column } from '../format.ts';
import { answer, withQueryOptions } from '../query-command.ts';

const COLUMNS: readonly Column<StoryRecord>[] = [
  { heading: '#', of: (story) => story.rank },
  { heading: 'story', of: (story) => story.title, width: 50 },
  { heading: 'told since', of: (story) => story.toldSince ?? 'new' },
  { heading: 'publishers', of: (story) => story.publisherCount },
  {
    heading: 'articles',
    of: (story) => story.articles.map((article) => `${article.publisher}: ${article.title}`).join('\n'),
    width: 60,
  },
];

export function addStoriesCommand(program: Command, context: CliContext): void {
  const command = program
    .command('stories')
    .description('the stories of a day’s digest, with their articles')
    .requiredOption('--date <day>', 'the digest’s day', parseDay)
    .addHelpText('after', '\nExample:\n  caveat stories --date 2024-06-01');
  withQueryOptions(command).action(async (options: QueryOptions & { date: string }) => {
    await answer(context, options, (ask, topic) => ask.listStories(topic, options.date), COLUMNS);
  });
}
