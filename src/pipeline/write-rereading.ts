import { addDays } from '../domain/time/calendar-day.ts';
import type { Archive, ArticleStore, FoldQueue, UntoldStore } from './ports.ts';
import type { Rereading } from './reread-article.ts';
import { StepError } from './step-error.ts';

export interface WriteDeps {
  readonly archive: Pick<Archive, 'saveText'>;
  readonly articles: Pick<ArticleStore, 'save'>;
  readonly untold: Pick<UntoldStore, 'markArticlesTold'>;
  readonly foldQueue: FoldQueue;
}

/** Older articles are found by whoever asks for them, and are no news: no digest tells them as such. */
const NEWS_DAYS = 7;

/**
 * Brings an article's rows in line with how it was read again, its marker last, and asks for the ledger of every country
 * that it spoke of or speaks of now. Safe to repeat.
 *
 * @param now ISO 8601 UTC
 */
export async function writeRereading(
  reread: Extract<Rereading, { kind: 'read' }>,
  now: string,
  { archive, articles, untold, foldQueue }: WriteDeps,
): Promise<void> {
  const { stored, text, known } = reread;
  const textKey = await archive.saveText(stored.textHash, text);
  if (!(await articles.save({ ...stored, textKey }))) {
    throw new StepError('article-contended', `${stored.articleId}: another item is this article`, {
      retryable: false,
    });
  }
  const today = now.slice(0, 10);
  if (stored.listedAt.slice(0, 10) < addDays(today, -NEWS_DAYS)) {
    for (const topic of Object.keys(stored.topics).filter((each) => known?.topics[each] === undefined)) {
      await untold.markArticlesTold(topic, [stored.articleId], today);
    }
  }
  await foldQueue.send(foldsOf(known?.countries ?? {}, stored.countries));
}

type Countries = Readonly<Record<string, readonly string[]>>;

function foldsOf(before: Countries, after: Countries): { topic: string; country: string }[] {
  const topics = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return topics.flatMap((topic) =>
    [...new Set([...(before[topic] ?? []), ...(after[topic] ?? [])])].map((country) => ({ topic, country })),
  );
}
