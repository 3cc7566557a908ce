import type { ArticleLink } from '../digest/digest.ts';
import { articleLink, type ExcerptBudget } from '../digest/excerpt-budget.ts';
import { formatDay } from '../digest/format-dates.ts';
import {
  capitalise,
  countNoun,
  formatSince,
  labelStatus,
  nameDecider,
  type Wording,
} from '../digest/wording.ts';
import type { LedgerEvidence } from '../ledger/ledger.ts';
import type { LedgerAnswer } from '../ledger/trace-ledger.ts';
import type { Standing } from '../positions/position.ts';
import type { TimelineChange } from './timeline.ts';

const MAX_OTHERS = 2;

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  decided: 'decided',
  announced: 'announced',
  'reported-by-officials': 'reported by officials',
  'called-for': 'called for',
  denied: 'denied',
};

/** Puts an answer into a reader's words; `budget` lends out the words of the article that proves it. */
export function describeAnswer(
  answer: LedgerAnswer,
  number: number,
  wording: Wording,
  budget: ExcerptBudget,
): TimelineChange {
  const { row } = answer;
  return {
    number,
    answerId: answer.answerId,
    country: wording.country(row.country),
    weapon: capitalise(wording.weapon(row.weapon)),
    scope: wording.scope(row) || 'area not stated',
    from: labelStatus(answer.formerStatus),
    to: labelStatus(row.status),
    who: nameDecider(row.actor, row.country, wording),
    when: formatWhen(answer),
    standing: [
      STANDING_WORDS[row.standing],
      `reported by ${countNoun(row.publisherCount, 'publisher')}`,
      ...(row.contested ? ['contested'] : []),
    ].join('; '),
    isContested: row.contested,
    evidence: budget.takeExcerpt(row.evidence, row.evidence.text),
    link: articleLink(row.evidence),
    others: otherPublishers(row.evidence, row.reports),
  };
}

/** Every day that reports give; the day of the resumption where an older answer went on. */
function formatWhen({ from, row }: LedgerAnswer): string {
  if (from === null) return `date not stated; first reported ${formatDay(row.firstReportedAt.slice(0, 10))}`;
  if (row.since !== null && row.since < from) return `${formatDay(from)}, again`;
  if (row.datings.length < 2) return formatSince(row);
  return `${row.datings.slice(0, 4).map(formatDay).join(' or ')} (reports differ)`;
}

function otherPublishers(first: LedgerEvidence, reports: readonly LedgerEvidence[]): ArticleLink[] {
  const links = new Map<string, ArticleLink>();
  for (const report of reports) {
    if (report.publisher !== first.publisher && !links.has(report.publisher)) {
      links.set(report.publisher, articleLink(report));
    }
  }
  return [...links.values()].slice(0, MAX_OTHERS);
}
