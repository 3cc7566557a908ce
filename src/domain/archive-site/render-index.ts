import { formatWeekday } from '../digest/format-dates.ts';
import { html, type Markup } from '../digest/html.ts';
import { cleanLine } from '../digest/plain-text.ts';
import { countNoun } from '../digest/wording.ts';
import { compareText } from '../text/compare-text.ts';
import { ownDirection, renderPage } from './page.ts';

const MAX_SUBJECT_CHARACTERS = 120;

/** A digest as the index names it. */
export interface IndexedDigest {
  /** `YYYY-MM-DD`, local. */
  readonly date: string;
  readonly subject: string;
  readonly changeCount: number;
  readonly articleCount: number;
}

/** The archive's first page: every digest, newest first, by month. */
export function renderIndex(topicLabel: string, digests: readonly IndexedDigest[]): string {
  const newestFirst = digests.toSorted((one, other) => compareText(other.date, one.date));
  const months = Map.groupBy(newestFirst, ({ date }) => date.slice(0, 7));
  return renderPage({
    title: 'Digests',
    topicLabel,
    place: 'digests',
    style: html`
.days{margin:0;padding:0;list-style:none}
.days li{padding:9px 0;border-bottom:1px solid var(--rule)}
.days a{font-weight:600}
`,
    content: html`<p class="muted">${countNoun(newestFirst.length, 'digest')}, the newest first. <a href="timeline.html">The timeline</a> shows every country’s answers at a glance.</p>
${[...months.values()].map(renderMonth)}`,
  });
}

function renderMonth(digests: readonly IndexedDigest[]): Markup {
  const [first] = digests;
  return html`<section><h2>${monthOf(first?.date ?? '')}</h2><ul class="days">${digests.map(renderDay)}</ul></section>
`;
}

function renderDay({ date, subject, changeCount, articleCount }: IndexedDigest): Markup {
  const counts = `${countNoun(changeCount, 'change')}, ${countNoun(articleCount, 'article')}`;
  return html`<li><a href="digests/${date}.html">${formatWeekday(date)}</a><br>${ownDirection(cleanLine(subject, MAX_SUBJECT_CHARACTERS))} <span class="muted">(${counts})</span></li>`;
}

/** `May 2024` */
function monthOf(date: string): string {
  return formatWeekday(date).split(' ').slice(2).join(' ');
}
