import { styleText } from 'node:util';
import type { Command } from 'commander';
import { understandArticle } from '../../domain/understand-article.ts';
import type { Understanding } from '../../domain/understanding.ts';
import { readArticle } from '../article-input.ts';
import type { CliContext } from '../context.ts';
import { markText } from '../mark-text.ts';
import { chooseTopic } from '../topic-option.ts';

interface Options {
  readonly topic?: string;
  readonly title?: string;
  readonly publishedAt?: string;
}

export function addExplainCommand(program: Command, context: CliContext): void {
  program
    .command('explain')
    .description('an article with its evidence marked, and why it was understood as it was')
    .argument('[file]', 'a JSON object {id, title, text, …}, or plain text; standard input unless given')
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .option('--title <title>', 'headline, for plain text')
    .option('--published-at <instant>', 'publication, for plain text: weekdays are resolved against it')
    .addHelpText(
      'after',
      '\nExample:\n  caveat explain fixtures/seeds/001.article.txt --published-at 2024-05-31',
    )
    .action(async (file: string | undefined, options: Options) => {
      const topic = chooseTopic(context, options.topic);
      const article = await readArticle(file, options);
      const found = understandArticle(article, topic);
      context.write(
        `${[verdict(found), '', markText(article.text, found), '', ...reasons(found), ''].join('\n')}`,
      );
    });
}

function verdict(found: Understanding): string {
  return styleText('bold', `${found.relevance}, score ${found.score.toFixed(2)}`);
}

function reasons(found: Understanding): string[] {
  const positions = found.positions.map((position, index) => {
    const when =
      position.statementDate === null ? 'undated' : `${position.statementDate} (${position.datePrecision})`;
    const facts = [
      position.weapon,
      position.scopeGeo,
      when,
      position.status,
      position.attribution,
      position.standing,
    ];
    return `[${index + 1}] ${styleText('bold', `${position.country} ${position.action}`)}  ${position.actor}\n    ${facts.join(' · ')}`;
  });
  const quotes = found.quotes.map(
    (quote) => `${quote.speaker} (${quote.form}, “${quote.cue}”): ${quote.content}`,
  );
  return [
    styleText('bold', `${positions.length} positions`),
    ...positions,
    '',
    styleText('bold', `${quotes.length} quotes`),
    ...quotes,
  ];
}
