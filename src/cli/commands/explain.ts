import { type Command, Option } from 'commander';
import { matchEvents } from '../../domain/evaluation/match-events.ts';
import { explainArticle } from '../../domain/explanation/explain-article.ts';
import type { Explanation } from '../../domain/explanation/explanation.ts';
import { digestWords } from '../../domain/topics/digest-words.ts';
import { findSource, type SourcedArticle, type SourceOptions } from '../article-source.ts';
import type { CliContext } from '../context.ts';
import { printable } from '../format.ts';
import { markText } from '../mark-text.ts';
import { choosePainter, type Painter } from '../paint.ts';
import { printExplanation } from '../print-explanation.ts';
import { withStageOptions } from '../query-command.ts';
import { choosePack, readyTopic } from '../topic-option.ts';

interface Options extends SourceOptions {
  readonly topic?: string;
  readonly text?: boolean;
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
Examples:
  caveat explain fixtures/seeds/001.article.txt --published-at 2024-05-31
  caveat explain https://www.example.org/news/1
  caveat explain 940951ea8a0f9828
  caveat explain fixtures/labelled --id dev-014`;

export function addExplainCommand(program: Command, context: CliContext): void {
  const command = program
    .command('explain')
    .description(
      'how an article was understood: the words that decided, each position, and what was set aside',
    )
    .argument(
      '[article]',
      'a file (text, JSON {title, text, …}, or HTML), an address, an id of the table; standard input unless given',
    )
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .option('--title <title>', 'headline, where the text has none')
    .option('--published-at <instant>', 'publication: weekdays are resolved against it')
    .option('--publisher <name>', 'who published it')
    .option('--id <id>', 'which article of a labelled .jsonl file or folder, with what it was labelled with')
    .option('--text', 'the whole text as well, with the evidence of each position marked')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXAMPLES);
  withStageOptions(command).action(async (source: string | undefined, options: Options) => {
    const pack = choosePack(context, options.topic);
    const sourced = await findSource(source, options, context);
    const explanation = explainArticle(sourced.article, readyTopic(context, pack), digestWords(pack));
    const painter = choosePainter();
    const lines =
      options.format === 'json'
        ? [JSON.stringify(explanation, null, 2)]
        : [
            ...printExplanation(explanation, painter, context.columns),
            ...labelLines(sourced, explanation, painter),
            ...(options.text ? ['', ...wholeText(sourced, explanation, painter)] : []),
          ];
    context.write(`${lines.join('\n')}\n`);
  });
}

function wholeText({ article }: SourcedArticle, { positions }: Explanation, painter: Painter): string[] {
  return [
    painter.heading('Text'),
    markText(
      article.text,
      positions.map(({ position }) => position.evidence),
      painter,
    ),
  ];
}

/** What a person found in the article, and whether it was found again. */
function labelLines({ labelled }: SourcedArticle, explanation: Explanation, painter: Painter): string[] {
  if (!labelled) return [];
  const { matches, wrong } = matchEvents(
    labelled.events,
    explanation.positions.map(({ position }) => position),
  );
  const label = `${labelled.label}${labelled.label === explanation.relevance ? '' : `, and found ${explanation.relevance}`}`;
  return [
    '',
    painter.heading(`Labelled ${label}`),
    ...labelled.events.flatMap((event) => {
      const position = matches.find((match) => match.event === event)?.position;
      const number = explanation.positions.findIndex((each) => each.position === position) + 1;
      const found = number > 0 ? `[${number}]` : event.optional ? '(optional)' : 'missed';
      return [
        `  ${found.padEnd(11)}${event.country} ${event.action} ${event.weapon} ${event.scopeGeo} ${event.statementDate ?? 'undated'}  ${event.actor}`,
        painter.quiet(`${' '.repeat(13)}${printable(event.evidence)}`),
      ];
    }),
    ...wrong.map(({ country, action }) => `  not labelled: ${country} ${action}`),
  ];
}
