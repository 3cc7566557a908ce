/** So many parts: each is read with what the others teach. */
const PARTS = 3;

/**
 * What each part of some articles teaches a reader that looks at another reader's word, where that other one learnt from
 * the other parts only: of what a reader learnt from itself it is surer than it will ever be again.
 *
 * @param taughtBy - what reads a part, taught by all other articles
 */
export function crossFitted<Article, Reader, Sample>(
  articles: readonly Article[],
  taughtBy: (others: readonly Article[]) => Reader,
  samplesOf: (article: Article, reader: Reader) => readonly Sample[],
): Sample[] {
  return Array.from({ length: PARTS }, (_, part) => {
    const isOwn = (at: number) => at % PARTS === part;
    const reader = taughtBy(articles.filter((__, at) => !isOwn(at)));
    return articles.filter((__, at) => isOwn(at)).flatMap((article) => samplesOf(article, reader));
  }).flat();
}
