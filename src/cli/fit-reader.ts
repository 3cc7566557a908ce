import { type FittedModel, readyModel } from '../domain/clues/clue-model.ts';
import { confidenceSamples } from '../domain/evaluation/confidence-samples.ts';
import { crossFitted } from '../domain/evaluation/cross-fit.ts';
import { scopeSamples, statusSamples, weaponSamples } from '../domain/evaluation/detail-samples.ts';
import { exampleArticles } from '../domain/evaluation/example-articles.ts';
import { type ClueSample, type Fitting, fitClueModel } from '../domain/evaluation/fit-clue-model.ts';
import type { LabelledArticle } from '../domain/evaluation/labelled-article.ts';
import { relevanceSamples } from '../domain/evaluation/relevance-samples.ts';
import { secondReaderSamples } from '../domain/evaluation/second-reader-samples.ts';
import type { Topic } from '../domain/topics/topic.ts';
import type { TopicPack } from '../domain/topics/topic-pack.ts';

/** The readers of a topic that are fitted, by the names of their files in its pack. */
export const READERS = [
  'second-reader',
  'relevance-reader',
  'scope-reader',
  'weapon-reader',
  'status-reader',
  'confidence-reader',
] as const;
export type Reader = (typeof READERS)[number];

/** The probability from which a reader's word counts, of those that have one: see decisions 0274 and 0283. */
export const THRESHOLDS: Readonly<Partial<Record<Reader, number>>> = {
  'second-reader': 0.37,
  'confidence-reader': 0.47,
};

interface Lesson {
  readonly of: string;
  readonly samples: (article: LabelledArticle, topic: Topic) => readonly ClueSample<string>[];
  /** Whether it looks at the second reader's word. */
  readonly isBehindSecondReader?: boolean;
  /** Where it is not as usual. */
  readonly fitting?: Fitting;
  /** How much each of the pack's own examples counts beside a labelled article, where they teach it as well. */
  readonly weightOfExamples?: number;
}

const LESSONS: Readonly<Record<Reader, Lesson>> = {
  'relevance-reader': { of: 'articles', samples: relevanceSamples, isBehindSecondReader: true },
  'second-reader': {
    of: 'sentences with an actor',
    samples: secondReaderSamples,
    fitting: { leastOfClue: 15, shrinkage: 1e-5, leastBelieved: 0.05 },
    weightOfExamples: 3,
  },
  'scope-reader': { of: 'positions', samples: scopeSamples },
  'weapon-reader': { of: 'weapons of positions', samples: weaponSamples },
  'status-reader': { of: 'positions', samples: statusSamples },
  'confidence-reader': {
    of: 'positions found',
    samples: confidenceSamples,
    // what the pack promises to find must not be set aside for what other articles hold in vain
    weightOfExamples: 6,
    isBehindSecondReader: true,
  },
};

/** Whose reader is fitted: the topic as it is read so far, and its pack, whose examples teach as well. */
interface Taught {
  readonly pack: TopicPack;
  readonly topic: Topic;
}

/**
 * Fits a reader of a topic to labelled articles.
 *
 * @param say - told what is being done, which takes minutes
 * @param threshold - 0 to 1, of a reader that has one
 * @returns the JSON of its file
 * @throws RangeError when the articles teach one verdict only
 */
export function fitReader(
  reader: Reader,
  articles: readonly LabelledArticle[],
  { pack, topic }: Taught,
  say: (doing: string) => void,
  threshold = THRESHOLDS[reader],
): string {
  const { of, fitting, weightOfExamples } = LESSONS[reader];
  const examples = weightOfExamples === undefined ? [] : exampleArticles(pack);
  const learnt = samplesFor(reader, articles, examples, topic, say);
  say(`fitting the ${reader} to ${learnt.length} ${of}`);
  const also = examples.length > 0 ? `, and in ${examples.length} examples of the pack` : '';
  const origin = `Fitted by "caveat eval --fit ${reader}" to ${learnt.length} ${of} in ${articles.length} labelled articles that rules are tuned on${also}.`;
  const head = threshold === undefined ? { origin } : { origin, threshold };
  return modelFile(head, fitClueModel(learnt, fitting));
}

function samplesFor(
  reader: Reader,
  articles: readonly LabelledArticle[],
  examples: readonly LabelledArticle[],
  topic: Topic,
  say: (doing: string) => void,
): ClueSample<string>[] {
  const { isBehindSecondReader, weightOfExamples = 1 } = LESSONS[reader];
  const all = [...articles, ...examples];
  const isExample = new Set(examples);
  const samples = (article: LabelledArticle, taught: Topic): readonly ClueSample<string>[] => {
    const own = LESSONS[reader].samples(article, taught);
    return isExample.has(article)
      ? own.map((sample) => ({ ...sample, weight: sample.weight * weightOfExamples }))
      : own;
  };
  if (!isBehindSecondReader) {
    say(`reading ${all.length} articles`);
    return all.flatMap((article) => samples(article, topic));
  }
  const taughtBy = (others: readonly LabelledArticle[]) => {
    say(
      `fitting a second reader to ${others.length} articles, and reading the other ${all.length - others.length} with it`,
    );
    return withSecondReader(topic, others);
  };
  return crossFitted(all, taughtBy, samples);
}

/** The topic with a second reader that some articles taught. */
function withSecondReader(topic: Topic, articles: readonly LabelledArticle[]): Topic {
  const learnt = articles.flatMap((article) => secondReaderSamples(article, topic));
  const threshold = topic.secondReader?.threshold ?? THRESHOLDS['second-reader'] ?? 0;
  const fitted = fitClueModel(learnt, LESSONS['second-reader'].fitting);
  return { ...topic, secondReader: readyModel({ ...fitted, threshold }) };
}

/** JSON with a clue to a line, and its weights in hundredths. */
function modelFile(head: object, { verdicts, bias, weights }: FittedModel<string>): string {
  const begun = JSON.stringify({ ...head, verdicts, bias }).slice(0, -1);
  const lines = [...weights].map(([clue, values]) => {
    const hundredths = values.map((value) => Math.round(value * 100));
    return `${JSON.stringify(clue)}:${JSON.stringify(hundredths)}`;
  });
  return `${begun},"hundredths":{\n${lines.join(',\n')}\n}}\n`;
}
