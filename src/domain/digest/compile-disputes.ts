import type { LedgerChange } from '../ledger/diff-ledger.ts';
import type { LedgerRow } from '../ledger/ledger.ts';
import type { StoryArticle } from '../stories/story.ts';
import type { DisputeEntry } from './digest.ts';
import type { DigestInput } from './digest-input.ts';
import { articleLink, type ExcerptBudget } from './excerpt-budget.ts';
import { formatDay } from './format-dates.ts';
import { mergeStatements } from './merge-statements.ts';
import { describePosition, labelStatus, type Wording } from './wording.ts';

/**
 * What is denied in today's articles, disputes that ended, then rows of the ledger on which today's articles disagree with others, or with
 * each other about the day.
 */
export function compileDisputes(input: DigestInput, wording: Wording, budget: ExcerptBudget): DisputeEntry[] {
  return [
    ...denials(input.articles, wording, budget),
    ...input.changes.flatMap((change) => settlementOf(change, wording) ?? []),
    ...rowsReportedIn(input.articles, input.ledger).flatMap((row) => disputeOf(row, wording) ?? []),
  ];
}

function denials(articles: readonly StoryArticle[], wording: Wording, budget: ExcerptBudget): DisputeEntry[] {
  const denied = mergeStatements(
    articles,
    (position) => position.action === 'DENIES_REPORT' || position.standing === 'denied',
  );
  return denied.map(({ position, source }) => ({
    kind: 'Denied',
    text: describePosition(position, wording),
    evidence: budget.takeExcerpt(source, position.evidence.text),
    link: articleLink(source),
  }));
}

function settlementOf({ kind, after }: LedgerChange, wording: Wording): DisputeEntry | undefined {
  if (kind !== 'settled' || !after) return undefined;
  const text = `${nameRow(after, wording)}: reports no longer disagree; the ledger says “${labelStatus(after.status).word}”.`;
  return { kind: 'Settled', text, link: articleLink(after.evidence) };
}

function rowsReportedIn(articles: readonly StoryArticle[], ledger: readonly LedgerRow[]): LedgerRow[] {
  const today = new Set(articles.map((article) => article.id));
  return ledger.filter((row) => [row.evidence, ...row.reports].some((report) => today.has(report.articleId)));
}

function disputeOf(row: LedgerRow, wording: Wording): DisputeEntry | undefined {
  const what = nameRow(row, wording);
  if (row.contested) {
    const text = `${what}: the ledger says “${labelStatus(row.status).word}”, but independent publishers disagree.`;
    return { kind: 'Contested', text, link: articleLink(row.evidence) };
  }
  if (row.datings.length < 2) return undefined;
  const text = `${what}: reports give ${row.datings.slice(0, 4).map(formatDay).join(' and ')} as the day. Neither is left out.`;
  return { kind: 'Dates differ', text, link: articleLink(row.evidence) };
}

function nameRow(row: LedgerRow, wording: Wording): string {
  return [wording.country(row.country), wording.weapon(row.weapon), wording.scope(row)]
    .filter((part) => part !== '')
    .join(', ');
}
