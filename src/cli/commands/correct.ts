import { type Command, Option } from 'commander';
import { RELEVANCES, type Relevance } from '../../domain/understanding.ts';
import { correctArticle } from '../../pipeline/correct-article.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { UsageError } from '../input.ts';
import { operate } from '../operations-command.ts';
import { withStageOptions } from '../query-command.ts';

interface Options extends QueryOptions {
  readonly because: string;
  readonly relevance?: Relevance;
  readonly without?: string[];
}

export function addCorrectCommand(program: Command, context: CliContext): void {
  const command = program
    .command('correct')
    .description('put an article right by your word, which stands above the rules; the next digest says so')
    .argument('<id-or-url>', 'its id, or its address')
    .requiredOption('--because <reason>', 'why, in a sentence that readers may see')
    .addOption(new Option('--relevance <relevance>', 'what it is instead').choices(RELEVANCES))
    .option('--without <positions...>', 'ids of positions that it does not hold; "caveat article" shows them')
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .addHelpText(
      'after',
      '\nExample:\n  caveat correct 940951ea8a0f9828 --relevance none --because "It is about 2022."',
    );
  withStageOptions(command).action((idOrUrl: string, options: Options) =>
    operate(context, options, async (house) => {
      const topic = options.topic ?? house.rereading.topics[0]?.id ?? '';
      const article = await house.questions.findArticle(idOrUrl);
      if (!article) throw new UsageError(`no article ${idOrUrl} is known; "caveat articles" lists them`);
      const { before, after } = await correctArticle(
        {
          articleId: article.articleId,
          topic,
          relevance: options.relevance,
          without: options.without ?? [],
          because: options.because,
          by: house.by,
          now: house.now,
        },
        house.rereading,
      );
      const positions = `${before.positionIds.length} positions before, ${after.positionIds.length} now`;
      context.write(`${article.articleId}: ${before.outcome} before, ${after.outcome} now; ${positions}\n`);
    }),
  );
}
