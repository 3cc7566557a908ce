import type { Command } from 'commander';
import { z } from 'zod';
import { clusterArticles } from '../../domain/stories/cluster-articles.ts';
import type { StoryArticle } from '../../domain/stories/story.ts';
import { understandArticle } from '../../domain/understand-article.ts';
import { articleFromJson } from '../article-input.ts';
import type { CliContext } from '../context.ts';
import { readJsonLines } from '../input.ts';
import { chooseTopic } from '../topic-option.ts';

export function addClusterCommand(program: Command, context: CliContext): void {
  program
    .command('cluster')
    .description('articles → stories, one JSON object a line each')
    .argument('[file]', 'one JSON object a line: {id, url?, publisher?, publishedAt?, title, text}')
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .option('--jsonl', 'how it reads and writes anyway')
    .addHelpText('after', '\nExample:\n  caveat cluster articles.jsonl')
    .action(async (file: string | undefined, options: { topic?: string }) => {
      const topic = chooseTopic(context, options.topic);
      const articles: StoryArticle[] = [];
      for await (const line of readJsonLines(file)) {
        const article = articleFromJson(line);
        const { positions, quotes } = understandArticle(article, topic);
        articles.push({ ...storyFields(line, article), positions, quotes });
      }
      for (const story of clusterArticles(articles)) context.write(`${JSON.stringify(story)}\n`);
    });
}

const Extra = z.looseObject({ publisherFamily: z.string().optional(), listedAt: z.string().optional() });

function storyFields(line: unknown, article: ReturnType<typeof articleFromJson>) {
  const extra = Extra.parse(line);
  const publisher = article.publisher ?? 'unknown';
  return {
    id: article.id,
    url: article.url ?? '',
    publisher,
    publisherFamily: extra.publisherFamily ?? publisher,
    title: article.title,
    text: article.text,
    listedAt: extra.listedAt ?? article.publishedAt ?? '',
  };
}
