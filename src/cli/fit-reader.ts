import type { FittedModel } from '../domain/clues/clue-model.ts';
import { scopeSamples, statusSamples, weaponSamples } from '../domain/evaluation/detail-samples.ts';
import { exampleArticles } from '../domain/evaluation/example-articles.ts';
import { type ClueSample, type Fitting, fitClueModel } from '../domain/evaluation/fit-clue-model.ts';
import type { LabelledArticle } from '../domain/evaluation/labelled-article.ts';
import { relevanceSamples } from '../domain/evaluation/relevance-samples.ts';
import { secondReaderSamples } from '../domain/evaluation/second-reader-samples.ts';
import { compileTopic } from '../domain/topics/compile-topic.ts';
import type { Topic } from '../domain/topics/topic.ts';
import type { TopicPack } from '../domain/topics/topic-pack.ts';

/** The readers of a topic that are fitted, by the names of their files in its pack. */
export const READERS = [
  'relevance-reader',
  'second-reader',
  'scope-reader',
  'weapon-reader',
  'status-reader',
] as const;
export type Reader = (typeof READERS)[number];

/** The probability from which the second reader's word counts: see decision 0274. */
export const SECOND_READER_THRESHOLD = 0.37;

interface Lesson {
  readonly of: string;
  readonly samples: (article: LabelledArticle, topic: Topic) => readonly ClueSample<string>[];
  /** Where it is not as usual. */
  readonly fitting?: Fitting;
  /** Whether the pack's own examples teach it as well. */
  readonly isTaughtByExamples?: boolean;
}

const LESSONS: Readonly<Record<Reader, Lesson>> = {
  'relevance-reader': { of: 'judgements', samples: relevanceSamples },
  'second-reader': {
    of: 'sentences with an actor',
    samples: secondReaderSamples,
    fitting: { leastOfClue: 12, shrinkage: 1e-5 },
    isTaughtByExamples: true,
  },
  'scope-reader': { of: 'positions', samples: scopeSamples },
  'weapon-reader': { of: 'weapons of positions', samples: weaponSamples },
  'status-reader': { of: 'positions', samples: statusSamples },
};

/**
 * Fits a reader of a topic to labelled articles.
 *
 * @param threshold - of the second reader, 0 to 1; the others have none
 * @returns the JSON of its file
 * @throws RangeError when the articles teach one verdict only
 */
export function fitReader(
  reader: Reader,
  articles: readonly LabelledArticle[],
  pack: TopicPack,
  threshold = SECOND_READER_THRESHOLD,
): string {
  const { of, samples, fitting, isTaughtByExamples } = LESSONS[reader];
  const topic = compileTopic(pack);
  const examples = isTaughtByExamples ? exampleArticles(pack) : [];
  const learnt = [...articles, ...examples].flatMap((article) => samples(article, topic));
  const also = isTaughtByExamples ? `, and in ${examples.length} examples of the pack` : '';
  const origin = `Fitted by "caveat eval --fit ${reader}" to ${learnt.length} ${of} in ${articles.length} labelled articles that rules are tuned on${also}.`;
  return modelFile(
    reader === 'second-reader' ? { origin, threshold } : { origin },
    fitClueModel(learnt, fitting),
  );
}

/** JSON with a clue to a line. */
function modelFile(head: object, { verdicts, bias, weights }: FittedModel<string>): string {
  const begun = JSON.stringify({ ...head, verdicts, bias }).slice(0, -1);
  const lines = [...weights].map(([clue, values]) => `${JSON.stringify(clue)}:${JSON.stringify(values)}`);
  return `${begun},"weights":{\n${lines.join(',\n')}\n}}\n`;
}
