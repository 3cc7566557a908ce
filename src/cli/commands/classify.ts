import type { Command } from 'commander';
import type { ArticleText } from '../../domain/articles/article.ts';
import { understandArticle } from '../../domain/understand-article.ts';
import { articleFromJson, readArticle } from '../article-input.ts';
import type { CliContext } from '../context.ts';
import { readJsonLines } from '../input.ts';
import { answerLine } from '../stage-line.ts';
import { chooseTopic } from '../topic-option.ts';

interface Options {
  readonly topic?: string;
  readonly jsonl?: boolean;
  readonly publishedAt?: string;
  readonly title?: string;
}

export function addClassifyCommand(program: Command, context: CliContext): void {
  program
    .command('classify')
    .description('an article → its relevance, positions and quotes, each with its evidence, as JSON')
    .argument('[file]', 'a JSON object {id, title, text, …}, or plain text; standard input unless given')
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .option('--title <title>', 'headline, for plain text')
    .option('--published-at <instant>', 'publication, for plain text: weekdays are resolved against it')
    .option('--jsonl', 'one JSON object a line: {id, url?, publisher?, publishedAt?, title, text}')
    .addHelpText('after', '\nExample:\n  caveat classify article.txt --published-at 2024-05-31')
    .action(async (file: string | undefined, options: Options) => {
      const topic = chooseTopic(context, options.topic);
      const classify = (article: ArticleText) => ({ id: article.id, ...understandArticle(article, topic) });
      if (!options.jsonl) {
        context.write(`${JSON.stringify(classify(await readArticle(file, options)), null, 2)}\n`);
        return;
      }
      for await (const line of readJsonLines(file)) {
        await answerLine(context, line, async () => classify(articleFromJson(line)));
      }
    });
}
