import { type DenyEntry, findDenial } from '../domain/deny/denied.ts';
import type { AuditLog, DenyStore } from './operation-ports.ts';
import type { DaySpan, Questions } from './questions.ts';
import { type RereadDeps, rereadArticle } from './reread-article.ts';
import { StepError } from './step-error.ts';
import { type WriteDeps, writeRereading } from './write-rereading.ts';

export interface DenySourceDeps extends RereadDeps, WriteDeps {
  readonly archive: RereadDeps['archive'] & WriteDeps['archive'];
  readonly deny: Pick<DenyStore, 'add'>;
  readonly questions: Pick<Questions, 'listArticles'>;
  readonly audit: AuditLog;
}

/** What became of an article that the entry covers. */
export type PruneFate = 'pruned' | 'unreadable' | 'contended';

export interface PruneStep {
  readonly articleId: string;
  readonly fate: PruneFate;
  readonly done: number;
  readonly total: number;
}

/** Identifiers of the articles that the entry covers. */
export interface DeniedArticles {
  readonly onRecord: readonly string[];
  readonly pruned: readonly string[];
}

/**
 * Denies a source from the next message on and, when asked to, takes what is on record of it out of listings and ledger.
 * One article that cannot be taken out keeps no other from it. Safe to repeat.
 *
 * @param onArticle called after each article that pruning has dealt with
 */
export async function denySource(
  { entry, prune }: { readonly entry: DenyEntry; readonly prune: boolean },
  deps: DenySourceDeps,
  onArticle: (step: PruneStep) => void,
): Promise<DeniedArticles> {
  await deps.deny.add(entry);
  const onRecord = await listCovered(entry, deps);
  const pruned: string[] = [];
  for (const [index, articleId] of (prune ? onRecord : []).entries()) {
    const fate = await pruneArticle(articleId, entry, deps);
    if (fate === 'pruned') pruned.push(articleId);
    onArticle({ articleId, fate, done: index + 1, total: onRecord.length });
  }
  const { at, by, kind, value, because } = entry;
  await deps.audit.record({ at, by, act: 'deny-add', details: { kind, value, because, pruned } });
  return { onRecord, pruned };
}

const EVER: DaySpan = { since: '0000-00-00', until: '9999-12-31' };

/** The listed articles that the entry covers, of every topic. */
async function listCovered(entry: DenyEntry, { topics, questions }: DenySourceDeps): Promise<string[]> {
  const ids = new Set<string>();
  for (const { id } of topics) {
    for (const relevance of ['core', 'mention'] as const) {
      for (const article of await questions.listArticles(id, EVER, relevance)) {
        if (findDenial([entry], article)) ids.add(article.articleId);
      }
    }
  }
  return [...ids];
}

/** Reading a denied article again finds nothing in it, so that what it had vanishes as it does in a replay. */
async function pruneArticle(articleId: string, entry: DenyEntry, deps: DenySourceDeps): Promise<PruneFate> {
  const denying = { ...deps, denied: [...deps.denied, entry] };
  const reread = await rereadArticle({ articleId }, 'classify', entry.at, denying);
  if (reread.kind === 'unreadable') return 'unreadable';
  try {
    await writeRereading(reread, entry.at, deps);
    return 'pruned';
  } catch (error) {
    if (error instanceof StepError && error.code === 'article-contended') return 'contended';
    throw error;
  }
}
