import { type Command, Option } from 'commander';
import { type Evaluation, evaluateWith } from '../../domain/evaluation/evaluate.ts';
import type { LabelledArticle } from '../../domain/evaluation/labelled-article.ts';
import { explainArticle } from '../../domain/explanation/explain-article.ts';
import type { Explanation } from '../../domain/explanation/explanation.ts';
import { digestWords } from '../../domain/topics/digest-words.ts';
import type { Topic } from '../../domain/topics/topic.ts';
import type { TopicPack } from '../../domain/topics/topic-pack.ts';
import { understandArticle } from '../../domain/understand-article.ts';
import type { CliContext } from '../context.ts';
import { fitReader, READERS, type Reader, THRESHOLDS } from '../fit-reader.ts';
import { FORMATS, type Format, formatRows } from '../format.ts';
import { UsageError } from '../input.ts';
import { readLabelled } from '../labelled-input.ts';
import { printErrors } from '../print-errors.ts';
import { MEASURE_COLUMNS, measuresOf, printEvaluation } from '../print-evaluation.ts';
import { choosePack, readyTopic } from '../topic-option.ts';

interface Options {
  readonly topic?: string;
  readonly part?: Part;
  readonly errors?: boolean;
  readonly fit?: Reader;
  readonly threshold?: number;
  readonly format: Format;
}

const PARTS = ['tuning', 'held-out'] as const;
type Part = (typeof PARTS)[number];

const EXAMPLES = `
Examples:
  caveat eval fixtures/labelled
  caveat eval fixtures/labelled --part tuning --errors
  caveat eval fixtures/labelled --part held-out --format json
  caveat eval fixtures/labelled fixtures/retold fixtures/plain fixtures/full-length fixtures/excerpts fixtures/ordinary fixtures/rare-wording fixtures/newsrooms fixtures/whole-reports fixtures/passages fixtures/contrasts --fit second-reader > fitted.json`;

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
        '--fit <reader>',
        'instead, fit a reader of the topic to the part that rules are tuned on, and print its file',
      )
        .choices(READERS)
        .conflicts(['part', 'errors']),
    )
    .addOption(
      new Option(
        '--threshold <probability>',
        'of a second reader or a confidence reader that is fitted: from where its word counts',
      ).argParser(readThreshold),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('table'))
    .addHelpText('after', EXAMPLES)
    .action(async (dirs: string[], options: Options) => {
      const pack = choosePack(context, options.topic);
      if (options.threshold !== undefined && !(options.fit && options.fit in THRESHOLDS))
        throw new UsageError(
          `--threshold is for --fit ${Object.keys(THRESHOLDS).join(' and --fit ')}: the other readers have none`,
        );
      const part = options.fit ? 'tuning' : options.part;
      const labelled = (await Promise.all(dirs.map(readLabelled))).flat();
      const all = partOf(labelled, part);
      if (all.length === 0) throw new UsageError(`no article of ${dirs.join(', ')} is in the part "${part}"`);
      const topic = readyTopic(context, pack);
      if (options.fit) {
        const say = (doing: string) => context.progress(`${doing}\n`);
        context.write(fitReader(options.fit, all, { pack, topic }, say, options.threshold));
        return;
      }
      const evaluation = judge(all, topic, context);
      if (options.format === 'json') context.write(`${JSON.stringify(evaluation, null, 2)}\n`);
      else if (options.format === 'table') context.write(printEvaluation(evaluation));
      else context.write(formatRows(measuresOf(evaluation), MEASURE_COLUMNS, options.format));
      if (options.format !== 'table') return;
      const shown = partOf(all, options.part ?? 'tuning');
      if (options.errors) {
        const judged = options.part === undefined ? judge(shown, topic, context) : evaluation;
        context.write(errorsOf(shown, judged, topic, pack, context.columns));
      } else
        context.write(
          `--errors lists each error of the ${shown.length} articles ${WHICH[options.part ?? 'tuning']}\n`,
        );
    });
}

function readThreshold(text: string): number {
  const threshold = Number(text);
  if (!(threshold > 0 && threshold < 1))
    throw new UsageError(`--threshold takes a probability between 0 and 1, and not "${text}"`);
  return threshold;
}

function partOf(articles: readonly LabelledArticle[], part: Part | undefined): readonly LabelledArticle[] {
  if (part === undefined) return articles;
  return articles.filter(({ heldOut }) => (heldOut === true) === (part === 'held-out'));
}

/** So many articles are read in a second or so. */
const PROGRESS_EVERY = 200;

function judge(articles: readonly LabelledArticle[], topic: Topic, context: CliContext): Evaluation {
  let done = 0;
  return evaluateWith(articles, (article) => {
    done += 1;
    if (done % PROGRESS_EVERY === 0) context.progress(`${done} of ${articles.length} read\n`);
    return understandArticle(article, topic);
  });
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
