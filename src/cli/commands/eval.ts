import { type Command, Option } from 'commander';
import type { ClueModel } from '../../domain/clues/clue-model.ts';
import { type Evaluation, evaluateWith } from '../../domain/evaluation/evaluate.ts';
import { fitClueModel } from '../../domain/evaluation/fit-clue-model.ts';
import type { LabelledArticle } from '../../domain/evaluation/labelled-article.ts';
import { relevanceSamples } from '../../domain/evaluation/relevance-samples.ts';
import { secondReaderSamples } from '../../domain/evaluation/second-reader-samples.ts';
import { explainArticle } from '../../domain/explanation/explain-article.ts';
import type { Explanation } from '../../domain/explanation/explanation.ts';
import { compileTopic } from '../../domain/topics/compile-topic.ts';
import { digestWords } from '../../domain/topics/digest-words.ts';
import type { Topic } from '../../domain/topics/topic.ts';
import type { TopicPack } from '../../domain/topics/topic-pack.ts';
import { understandArticle } from '../../domain/understand-article.ts';
import type { CliContext } from '../context.ts';
import { FORMATS, type Format, formatRows } from '../format.ts';
import { UsageError } from '../input.ts';
import { readLabelled } from '../labelled-input.ts';
import { printErrors } from '../print-errors.ts';
import { MEASURE_COLUMNS, measuresOf, printEvaluation } from '../print-evaluation.ts';
import { choosePack } from '../topic-option.ts';

interface Options {
  readonly topic?: string;
  readonly part?: Part;
  readonly errors?: boolean;
  readonly fitRelevanceReader?: boolean;
  readonly fitSecondReader?: number;
  readonly format: Format;
}

const PARTS = ['tuning', 'held-out'] as const;
type Part = (typeof PARTS)[number];

const EXAMPLES = `
Examples:
  caveat eval fixtures/labelled
  caveat eval fixtures/labelled --part tuning --errors
  caveat eval fixtures/labelled --part held-out --format json
  caveat eval fixtures/labelled fixtures/retold fixtures/plain fixtures/full-length --fit-relevance-reader > fitted.json
  caveat eval fixtures/labelled fixtures/retold fixtures/plain fixtures/full-length --fit-second-reader > fitted.json`;

const WHICH = { tuning: 'that rules are tuned on', 'held-out': 'that are held out' } as const;

export function addEvalCommand(program: Command, context: CliContext): void {
  program
    .command('eval')
    .description('labelled sets → precision, recall and F1 by label, class and field, and what went wrong')
    .argument('[dirs...]', 'directories of labelled .jsonl files', ['fixtures/labelled'])
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .addOption(
      new Option('--part <part>', 'only what rules are tuned on, or only what is held out').choices(PARTS),
    )
    .option(
      '--errors',
      'each error with its sentence and what led to it; of held-out articles only by --part',
    )
    .addOption(
      new Option(
        '--fit-relevance-reader',
        'instead, fit the relevance reader of the topic to the part that rules are tuned on, and print its relevance-reader.json',
      ).conflicts(['part', 'errors']),
    )
    .addOption(
      new Option(
        '--fit-second-reader [threshold]',
        'instead, fit the second reader of the topic to the part that rules are tuned on, and print its second-reader.json',
      )
        .preset(String(DEFAULT_THRESHOLD))
        .argParser(readThreshold)
        .conflicts(['part', 'errors', 'fitRelevanceReader']),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('table'))
    .addHelpText('after', EXAMPLES)
    .action(async (dirs: string[], options: Options) => {
      const pack = choosePack(context, options.topic);
      const topic = compileTopic(pack);
      const isFit = options.fitRelevanceReader || options.fitSecondReader !== undefined;
      const labelled = (await Promise.all(dirs.map(readLabelled))).flat();
      const all = partOf(labelled, isFit ? 'tuning' : options.part);
      if (all.length === 0)
        throw new UsageError(`no article of ${dirs.join(', ')} is in the part "${options.part}"`);
      if (options.fitRelevanceReader) return context.write(relevanceReaderOf(all, topic));
      if (options.fitSecondReader !== undefined)
        return context.write(secondReaderOf(all, topic, options.fitSecondReader));
      const evaluation = judge(all, topic);
      if (options.format === 'json') context.write(`${JSON.stringify(evaluation, null, 2)}\n`);
      else if (options.format === 'table') context.write(printEvaluation(evaluation));
      else context.write(formatRows(measuresOf(evaluation), MEASURE_COLUMNS, options.format));
      if (options.format !== 'table') return;
      const shown = partOf(all, options.part ?? 'tuning');
      if (options.errors) {
        const judged = options.part === undefined ? judge(shown, topic) : evaluation;
        context.write(errorsOf(shown, judged, topic, pack, context.columns));
      } else
        context.write(
          `--errors lists each error of the ${shown.length} articles ${WHICH[options.part ?? 'tuning']}\n`,
        );
    });
}

/** A pack's relevance-reader.json. */
function relevanceReaderOf(articles: readonly LabelledArticle[], topic: Topic): string {
  const samples = articles.flatMap((article) => relevanceSamples(article, topic));
  const origin = `Fitted by "caveat eval --fit-relevance-reader" to ${samples.length} labelled articles that rules are tuned on.`;
  return modelFile({ origin }, fitClueModel(samples));
}

/** A pack's second-reader.json. */
function secondReaderOf(articles: readonly LabelledArticle[], topic: Topic, threshold: number): string {
  const samples = articles.flatMap((article) => secondReaderSamples(article, topic));
  const origin = `Fitted by "caveat eval --fit-second-reader" to ${samples.length} sentences with an actor, of ${articles.length} labelled articles that rules are tuned on.`;
  return modelFile({ origin, threshold }, fitClueModel(samples));
}

/** JSON with a clue to a line. */
function modelFile(head: object, { verdicts, bias, weights }: ClueModel<string>): string {
  const begun = JSON.stringify({ ...head, verdicts, bias }).slice(0, -1);
  const lines = [...weights].map(([clue, values]) => `${JSON.stringify(clue)}:${JSON.stringify(values)}`);
  return `${begun},"weights":{\n${lines.join(',\n')}\n}}\n`;
}

/** The probability from which the second reader's word counts: see decision 0274. */
const DEFAULT_THRESHOLD = 0.4;

function readThreshold(text: string): number {
  const threshold = Number(text);
  if (!(threshold > 0 && threshold < 1))
    throw new UsageError(`--fit-second-reader takes a probability between 0 and 1, and not "${text}"`);
  return threshold;
}

function partOf(articles: readonly LabelledArticle[], part: Part | undefined): readonly LabelledArticle[] {
  if (part === undefined) return articles;
  return articles.filter(({ heldOut }) => (heldOut === true) === (part === 'held-out'));
}

function judge(articles: readonly LabelledArticle[], topic: Topic): Evaluation {
  return evaluateWith(articles, (article) => understandArticle(article, topic));
}

function errorsOf(
  articles: readonly LabelledArticle[],
  evaluation: Evaluation,
  topic: Topic,
  pack: TopicPack,
  width: number,
): string {
  const words = digestWords(pack);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const explained = new Map<string, Explanation>();
  const explain = (id: string): Explanation => {
    const article = byId.get(id);
    if (!article) throw new RangeError(`no article ${id} was read`);
    const explanation = explained.get(id) ?? explainArticle(article, topic, words);
    explained.set(id, explanation);
    return explanation;
  };
  return `${printErrors(evaluation, explain, width).join('\n')}\n\nOne article with all of it: caveat explain DIR --id ID\n`;
}
