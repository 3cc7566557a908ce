import type { Command } from 'commander';
import type { ListedArticle } from '../../pipeline/ports.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { spanOf, withSpanOptions } from '../day-option.ts';
import type { Column } from '../format.ts';
import { answer, withQueryOptions } from '../query-command.ts';

const COLUMNS: readonly Column<ListedArticle>[] = [
  { heading: 'published', of: (article) => article.listedAt.slice(0, 16).replace('T', ' ') },
  { heading: 'publisher', of: (article) => article.publisher },
  { heading: 'title', of: (article) => article.title, width: 60 },
  { heading: 'score', of: (article) => article.score.toFixed(2) },
  { heading: 'id', of: (article) => article.articleId },
];

export function addArticlesCommand(program: Command, context: CliContext): void {
  const command = program
    .command('articles')
    .description('relevant articles of a span of days, newest first')
    .option('--mentions', 'the articles that only mention the topic')
    .addHelpText('after', '\nExample:\n  caveat articles --since 2024-05-25 --until 2024-05-31');
  withQueryOptions(withSpanOptions(command)).action(
    async (options: QueryOptions & { since?: string; until?: string; mentions?: boolean }) => {
      const relevance = options.mentions ? 'mention' : 'core';
      const span = spanOf(options, context.today);
      await answer(context, options, (ask, topic) => ask.listArticles(topic, span, relevance), COLUMNS);
    },
  );
}
