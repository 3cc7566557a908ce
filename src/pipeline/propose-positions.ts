import type { ArticleText } from '../domain/articles/article.ts';
import { acceptProposals, type DropReason } from '../domain/proposals/accept-proposals.ts';
import { addProposals } from '../domain/proposals/add-proposals.ts';
import { nearPassages } from '../domain/proposals/near-passages.ts';
import { proposalChoices } from '../domain/proposals/proposal-choices.ts';
import type { Topic } from '../domain/topics/topic.ts';
import { understandArticle } from '../domain/understand-article.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { Log, ProposalBudget, Proposer } from './ports.ts';
import { understandTopics } from './understand-topics.ts';

/** What asking a language model needs; missing where none is switched on. */
export interface ProposalDeps {
  readonly proposer: Proposer;
  readonly budget: ProposalBudget;
  /** Questions a UTC day. */
  readonly maxPerDay: number;
  /** How far from the boundary of `mention` a score is still asked about, 0 to 0.5. */
  readonly margin: number;
  readonly log: Log;
}

/** What an article says about each topic that it is about, with proposals where a model is switched on. */
export async function understandWithProposals(
  article: ArticleText,
  now: string,
  { topics, proposals }: Pick<IngestDeps, 'topics' | 'proposals'>,
): Promise<Record<string, Understanding>> {
  if (!proposals) return understandTopics(article, topics);
  const found: Record<string, Understanding> = {};
  for (const topic of topics) {
    const read = understandArticle(article, topic);
    const understanding = await proposePositions(article, topic, read, now, proposals);
    if (understanding.relevance !== 'none') found[topic.id] = understanding;
  }
  return found;
}

/**
 * Asks a language model about an article that the rules were not sure of, and keeps what the text bears out. Whatever
 * goes wrong here (the model, its service, the budget's row) is logged, and the article is what the rules say it is.
 *
 * @param now ISO 8601 UTC; its day pays for the question
 */
export async function proposePositions(
  article: ArticleText,
  topic: Topic,
  found: Understanding,
  now: string,
  deps: ProposalDeps,
): Promise<Understanding> {
  const passages = nearPassages(article.text, found, deps.margin, topic);
  if (passages.length === 0) return found;
  const about = { articleId: article.id, topic: topic.id };
  try {
    if (!(await deps.budget.take(now.slice(0, 10), deps.maxPerDay))) {
      deps.log.info('proposals-spent', { ...about, maxPerDay: deps.maxPerDay });
      return found;
    }
    const choices = proposalChoices(topic);
    const { model, said } = await deps.proposer.propose({ title: topic.title, passages, choices });
    const { accepted, dropped } = acceptProposals(said, { passages, choices, known: found.positions, model });
    deps.log.info('proposals-judged', { ...about, accepted: accepted.length, dropped: counted(dropped) });
    return addProposals(found, accepted);
  } catch (error) {
    deps.log.error('proposals-failed', { ...about, error });
    return found;
  }
}

function counted(reasons: readonly DropReason[]): Record<string, number> {
  const groups = Map.groupBy(reasons, (reason) => reason);
  return Object.fromEntries([...groups].map(([reason, all]) => [reason, all.length]));
}
