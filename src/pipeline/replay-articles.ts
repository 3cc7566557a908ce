import { addDays } from '../domain/time/calendar-day.ts';
import type { AuditLog, PageArchive } from './operation-ports.ts';
import type { DaySpan, Questions } from './questions.ts';
import {
  type ArticleRef,
  type RereadDeps,
  type Rereading,
  type RereadStage,
  rereadArticle,
} from './reread-article.ts';
import { type WriteDeps, writeRereading } from './write-rereading.ts';

export interface ReplayDeps extends RereadDeps, WriteDeps {
  readonly pages: PageArchive;
  readonly archive: RereadDeps['archive'] & WriteDeps['archive'];
  readonly questions: Pick<Questions, 'listArticles'>;
  readonly audit: AuditLog;
}

export interface ReplayRequest {
  readonly span: DaySpan;
  readonly stage: RereadStage;
  /** Without it nothing is written. */
  readonly write: boolean;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly now: string;
}

export interface ReplayCounts {
  readonly read: number;
  readonly changed: number;
  readonly unreadable: number;
  readonly written: number;
}

/**
 * Reads the articles of a span of days again with today's rules: from their raw pages, by the day they were fetched, or from
 * their texts, by the day they are listed under. Tells of each; writes only when asked to, and then keeps a record of it.
 */
export async function replayArticles(
  request: ReplayRequest,
  deps: ReplayDeps,
  onArticle: (reread: Rereading, done: number, total: number) => void,
): Promise<ReplayCounts> {
  const { span, stage, write, by, now } = request;
  const refs = await listRefs(span, stage, deps);
  const counts = { read: 0, changed: 0, unreadable: 0, written: 0 };
  for (const ref of refs) {
    const reread = await rereadArticle(ref, stage, now, deps);
    counts.read += 1;
    if (reread.kind === 'unreadable') counts.unreadable += 1;
    else {
      if (reread.changes) counts.changed += 1;
      if (write && isWorthWriting(reread)) {
        await writeRereading(reread, now, deps);
        counts.written += 1;
      }
    }
    onArticle(reread, counts.read, refs.length);
  }
  if (write) {
    const details = { ...span, stage, ...counts, rulesVersion: deps.rulesVersion };
    await deps.audit.record({ at: now, by, act: 'replay', details });
  }
  return counts;
}

/** What reads the same is written too when it was read with other rules: its marker says with which it agrees. */
function isWorthWriting({ changes, known, stored }: Extract<Rereading, { kind: 'read' }>): boolean {
  return changes || (known?.rulesVersion !== undefined && known.rulesVersion !== stored.rulesVersion);
}

async function listRefs(span: DaySpan, stage: RereadStage, deps: ReplayDeps): Promise<ArticleRef[]> {
  const listed = await listFiled(span, deps);
  if (stage === 'classify') return listed;
  const refs = new Map(listed.map((ref) => [ref.articleId, ref]));
  for (let day = span.since; day <= span.until; day = addDays(day, 1)) {
    // A page that was fetched twice is read as it was fetched last.
    for (const { articleId, key } of await deps.pages.listPages(day))
      refs.set(articleId, { articleId, pageKey: key });
  }
  return [...refs.values()];
}

async function listFiled(span: DaySpan, { topics, questions }: ReplayDeps): Promise<ArticleRef[]> {
  const ids = new Set<string>();
  for (const { id } of topics) {
    for (const relevance of ['core', 'mention'] as const) {
      for (const { articleId } of await questions.listArticles(id, span, relevance)) ids.add(articleId);
    }
  }
  return [...ids].map((articleId) => ({ articleId }));
}
