import type {
  ChangeEntry,
  Digest,
  DisputeEntry,
  Excerpt,
  LedgerLine,
  Quotation,
  StatementEntry,
  StoryEntry,
  Trimmed,
} from '../digest/digest.ts';
import { type HtmlValue, html, link, type Markup } from '../digest/html.ts';
import { commaSeparated, dotted } from '../digest/html-sections/parts.ts';
import { digestPageStyle } from './digest-page-style.ts';
import { ownDirection, renderPage, sourceLink } from './page.ts';
import { fromTo } from './status-marks.ts';

/**
 * A sent digest as a page of the archive: the same entries under the same limits, without what is addressed to one
 * reader. Decides nothing.
 */
export function renderDigestPage(digest: Digest): string {
  return renderPage({
    title: `${digest.dateLine}: ${digest.headline}`,
    topicLabel: digest.topicLabel,
    place: 'digest',
    style: digestPageStyle(),
    content: html`<p class="muted">${digest.summary}</p>
${section('What changed', digest.changes, renderChange, 'No country’s position changed.')}
${section('Also recorded, not that day’s news', digest.lateNews, renderChange)}
${section('Contested or denied', digest.disputes, renderDispute)}
${section('Stories', digest.stories, renderStory, 'No relevant article was published.')}
${section('Calls, requests and warnings', digest.statements, renderStatement)}
${renderLedger(digest)}
${renderCoverage(digest)}
${section('Corrections', digest.corrections, ({ digestDate, was, now, url }) => html`<p>The digest of ${digestDate} said: ${ownDirection(was)} <strong>Right is:</strong> ${ownDirection(now)} ${url !== undefined && link(url, 'Source', html``)}</p>`)}`,
  });
}

function section<Entry>(
  heading: string,
  list: Trimmed<Entry>,
  render: (entry: Entry) => Markup,
  whenEmpty?: string,
): Markup | undefined {
  if (list.entries.length === 0 && whenEmpty === undefined) return undefined;
  return html`<section><h2>${heading}</h2>${list.entries.length === 0 ? html`<p>${whenEmpty}</p>` : list.entries.map(render)}${more(list)}</section>`;
}

function more({ moreCount, moreQuery }: Trimmed<unknown>): Markup | false {
  return moreCount > 0 && html`<p class="muted">${moreCount} more: <code>${moreQuery}</code></p>`;
}

function renderChange(change: ChangeEntry): Markup {
  const facts = [change.weapon, change.scope, change.who, change.when].filter((fact) => fact !== '');
  return html`<article class="change s-${change.to.status}"><h3>${change.country}</h3>
<p>${fromTo(change.from, change.to)}</p><p>${dotted(...facts.map(ownDirection))}</p>
${change.note !== '' && html`<p class="muted">${change.note}</p>`}${quotation(change.evidence)}
<p class="muted">${dotted(sourceLink(change.link), change.reportedBy)}</p></article>
`;
}

function renderDispute({ kind, text, evidence, link: where }: DisputeEntry): Markup {
  return html`<article><p class="kind">${kind}</p><p>${ownDirection(text)}</p>${quotation(evidence)}<p class="muted">${sourceLink(where)}</p></article>
`;
}

function renderStory(story: StoryEntry): Markup {
  const also: HtmlValue = story.others.length > 0 && [
    html`<p class="muted">Also in ${commaSeparated(story.others.map(sourceLink))}`,
    story.othersMoreCount > 0 && html` and ${story.othersMoreCount} more`,
    html`</p>`,
  ];
  return html`<article><h3>${link(story.lead.url, ownDirection(story.title), html``)}</h3>
<p class="muted">${dotted(sourceLink(story.lead), story.published, story.breadth)}</p>
${story.news.length > 0 && html`<ul>${story.news.map((line) => html`<li>${ownDirection(line)}</li>`)}</ul>`}${story.quotations.map(renderSaid)}${also}</article>
`;
}

function renderSaid({ speaker, excerpt }: Quotation): Markup {
  return html`<blockquote>&ldquo;${ownDirection(excerpt.text)}&rdquo;</blockquote><p class="muted">${ownDirection(speaker)}, in ${sourceLink(excerpt.source)}</p>`;
}

function renderStatement(statement: StatementEntry): Markup {
  return html`<article><p class="kind">${statement.kind}</p><p><strong>${ownDirection(statement.who)}</strong> ${ownDirection(statement.text)}</p>${quotation(statement.evidence)}
<p class="muted">${dotted(statement.when, html`${commaSeparated(statement.links.map(sourceLink))}`)}</p></article>
`;
}

function renderLedger({ ledger }: Digest): Markup {
  if (ledger.entries.length === 0) return html`<h2>The ledger</h2><p>The ledger was empty.</p>`;
  return html`<section><h2>The ledger: what stood that day</h2><table><thead><tr><th scope="col">Country, weapons, where</th><th scope="col">Status</th><th scope="col">Who, reported by</th></tr></thead>
<tbody>${ledger.entries.map(renderLine)}</tbody></table>${more(ledger)}</section>`;
}

function renderLine(line: LedgerLine): Markup {
  const marks = line.marks.map((mark) => html`<br><strong>${mark}</strong>`);
  const further = line.furtherPublisherCount > 0 && html` and ${line.furtherPublisherCount} more`;
  return html`<tr><th scope="row"><strong>${line.country}</strong><br>${line.weapon}; ${line.scope}</th><td><b class="s-${line.status.status}">${line.status.word}</b><br>${line.since}${marks}</td><td>${ownDirection(line.who)}<br>${sourceLink(line.link)}${further}</td></tr>
`;
}

function renderCoverage({ coverage, reportStrip }: Digest): Markup {
  return html`<section><h2>What was read</h2><p>${coverage.inWords.join(' ')}</p>${coverage.feeds.map(
    ({ word, feeds, moreCount }) =>
      html`<p><strong>${word}:</strong> ${commaSeparated(
        feeds.map(
          ({ name, detail }) =>
            html`${ownDirection(name)}${detail !== '' && html` <span class="muted">[${detail}]</span>`}`,
        ),
      )}${moreCount > 0 && html`, and ${moreCount} more`}</p>`,
  )}<p class="muted">${reportStrip.inWords}</p><p class="muted">From ${coverage.windowUtc} (${coverage.windowLocal})</p></section>`;
}

function quotation(given: Excerpt | undefined): Markup | undefined {
  return given && html`<blockquote>${ownDirection(given.text)}</blockquote>`;
}
