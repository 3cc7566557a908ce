import type { LedgerRow, LedgerStatus } from '../ledger/ledger.ts';
import type { Position } from '../positions/position.ts';
import { describeChange, type SortedChange } from './compile-changes.ts';
import type { ChangeEntry } from './digest.ts';
import { type DigestWords, UNSUBSCRIBE_PLACEHOLDER } from './digest-input.ts';
import { openExcerptBudget } from './excerpt-budget.ts';
import { daysBetween, localDate } from './format-dates.ts';
import { html, link } from './html.ts';
import { renderChange } from './html-sections/changes-section.ts';
import { STYLE } from './html-sections/style.ts';
import { cleanLine } from './plain-text.ts';
import { renderPage } from './render-page.ts';
import { writeSubject } from './subject-line.ts';
import { renderChangeText } from './text-sections/changes-text.ts';
import { textBlock, textLine } from './text-sections/parts.ts';
import { createWording, labelStatus } from './wording.ts';

export interface NoticeInput {
  readonly row: LedgerRow;
  /** What the row said before; undefined when there was none. */
  readonly before: LedgerStatus | undefined;
  readonly timeZone: string;
  readonly words: DigestWords;
  readonly excerptLimits: Readonly<Record<string, number>>;
  readonly senderNote: string;
}

/** An act older than this is for the digest, which tells how late it comes. */
const RECENT_DAYS = 3;
/** Articles and the table write their days in other time zones than the reader's. */
const DAYS_AHEAD = 1;
const MAX_SENDER_CHARACTERS = 300;

/** A notice tells of one change and of nothing else that happened. */
const NOTHING_ELSE = {
  lateCount: 0,
  disputeCount: 0,
  storyCount: 0,
  statementCounts: '',
  leadStatement: '',
  publisherCount: 0,
  feedsReadCount: 0,
  feedCount: 0,
  itemCount: 0,
};

/**
 * Whether a row that says something new is worth a mail at once: decided by who decides, undisputed, dated in the last
 * days, and not told as a policy that goes on.
 *
 * @param position what the row stands on
 * @param now ISO 8601 UTC
 * @returns `not-yet` when a further report may still make it so, `never` when the digest alone tells it
 */
export function judgeNotice(
  row: LedgerRow,
  position: Pick<Position, 'change' | 'status'> | undefined,
  now: string,
  timeZone: string,
): 'tell' | 'not-yet' | 'never' {
  const isDecided = row.standing === 'decided' || row.standing === 'announced';
  if (!isDecided || row.contested || row.since === null || position === undefined) return 'not-yet';
  const ageDays = daysBetween(row.since, localDate(now, timeZone));
  const isRecent = ageDays !== undefined && ageDays >= -DAYS_AHEAD && ageDays <= RECENT_DAYS;
  const isNews = position.change !== 'reaffirm' && position.status === 'news';
  return isRecent && isNews ? 'tell' : 'never';
}

/** One change as a short mail: the change with its evidence, and how to stop. */
export function compileNotice(input: NoticeInput): {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
} {
  const wording = createWording(input.words);
  const sorted: SortedChange = {
    kind: 'change',
    row: input.row,
    change: { kind: 'status-changed', after: input.row, lateNews: false },
  };
  const described = describeChange(sorted, input, wording, openExcerptBudget(input.excerptLimits));
  const change = { ...described, from: labelStatus(input.before) };
  const subject = writeSubject({ ...NOTHING_ELSE, changes: [sorted] }, wording);
  const sender = cleanLine(input.senderNote, MAX_SENDER_CHARACTERS);
  return { subject, html: noticeHtml(subject, change, sender), text: noticeText(subject, change, sender) };
}

const WHY =
  'You get this because you asked to hear at once when a position changes. The next digest tells it again, with everything else.';

function noticeHtml(subject: string, change: ChangeEntry, sender: string): string {
  const linkLook = html` class="accent" style="${STYLE.link}"`;
  return renderPage({
    subject,
    preheader: `${change.country}: ${change.from.word} → ${change.to.word}`,
    content: html`
<h1 class="ink" style="${STYLE.h1}">${subject}</h1>
${renderChange(change, 0)}
<p class="muted" style="${STYLE.small}margin-top:28px;">${WHY}<br>${link(UNSUBSCRIBE_PLACEHOLDER, 'Unsubscribe', linkLook)}</p>
<p class="muted" style="${STYLE.small}">${sender}</p>`,
  });
}

function noticeText(subject: string, change: ChangeEntry, sender: string): string {
  const footer = textBlock(
    textLine(WHY),
    textLine('To stop, open'),
    UNSUBSCRIBE_PLACEHOLDER,
    textLine(sender),
  );
  return `${[textLine(subject), renderChangeText(change), footer].join('\n\n')}\n`;
}
