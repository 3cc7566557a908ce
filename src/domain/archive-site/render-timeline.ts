import { html, type Markup } from '../digest/html.ts';
import { commaSeparated } from '../digest/html-sections/parts.ts';
import { labelStatus } from '../digest/wording.ts';
import type { LedgerStatus } from '../ledger/ledger.ts';
import { ownDirection, renderPage, sourceLink } from './page.ts';
import { fromTo, statusIcon, statusIcons } from './status-marks.ts';
import type { Timeline, TimelineChange, TimelineCountry, TimelineLane } from './timeline.ts';
import { placeClass, timelineStyle, widthClass } from './timeline-style.ts';

const LEGEND: readonly LedgerStatus[] = [
  'permitted',
  'no-restriction-stated',
  'permitted-with-limits',
  'undecided',
  'restricted',
];

/** The timeline as a page: the picture, what its marks open, and the same as a table. Decides nothing. */
export function renderTimeline(timeline: Timeline): string {
  return renderPage({
    title: 'Timeline',
    topicLabel: timeline.topicLabel,
    place: 'timeline',
    style: timelineStyle(timeline),
    content: html`<p class="muted">${timeline.summary} Each mark opens the words it rests on. Days with changes are drawn apart, quiet stretches shorter.</p>
${statusIcons()}
<ul class="legend" aria-label="What colours and patterns mean">${LEGEND.map(renderLegend)}</ul>
${renderPicture(timeline)}
<h2 id="table">The same as a table</h2>
${renderTable(timeline)}
${timeline.changes.map(renderCard)}`,
  });
}

function renderLegend(status: LedgerStatus): Markup {
  return html`<li class="s-${status}"><span class="swatch">${statusIcon(status)}</span>${labelStatus(status).word}</li>`;
}

/** Scrolls inside its own box; written from right to left around a left-to-right picture, so that it opens at its newest end. */
function renderPicture(timeline: Timeline): Markup {
  if (timeline.countries.length === 0) return html`<p>No country has given an answer yet.</p>`;
  return html`<div class="frame" role="region" aria-label="Timeline until ${timeline.until}; scrolls sideways" tabindex="0" dir="rtl"><div class="inner" dir="ltr">
<div class="lines" aria-hidden="true">${timeline.ticks.map(({ at }) => html`<span class="${placeClass(at)}"></span>`)}</div>
${renderAxis(timeline)}
${timeline.countries.map(renderCountry)}
</div></div>`;
}

function renderAxis({ ticks }: Timeline): Markup {
  return html`<div class="axis" aria-hidden="true">${ticks.map(
    ({ at, label, year }) => html`<span class="${placeClass(at)}"><b>${year}</b>${label}</span>`,
  )}</div>`;
}

function renderCountry({ name, lanes }: TimelineCountry): Markup {
  return html`<section class="country"><h2>${name}</h2>${lanes.map((lane) => renderLane(name, lane))}</section>
`;
}

function renderLane(country: string, { weapon, area, stretches, marks }: TimelineLane): Markup {
  const place = area === '' ? '' : `, ${area}`;
  return html`<div class="lane"><p class="label"><span>${weapon}${place}</span></p><div class="track">${stretches.map(
    ({ from, to, status, isOpen }) =>
      html`<span class="bar s-${status} ${placeClass(from)} ${widthClass(to - from)}${isOpen && ' open'}"></span>`,
  )}<ol class="marks" aria-label="${country}: ${weapon}${place}">${marks.map(
    ({ at, change }) =>
      html`<li class="${placeClass(at)}"><button class="m s-${change.to.status}${change.isContested && ' contested'}" popovertarget="c${change.number}" aria-label="${change.when}: ${change.to.word}">${statusIcon(change.to.status)}</button></li>`,
  )}</ol></div></div>
`;
}

/** The evidence of one change: a popover, which opens and closes without script and lies open where it is not known. */
function renderCard(change: TimelineChange): Markup {
  const { number, country, weapon, scope, who, when, standing, evidence } = change;
  return html`<div class="card s-${change.to.status}" id="c${number}" popover role="dialog" aria-labelledby="h${number}" tabindex="-1" autofocus>
<h3 id="h${number}">${country}, ${when}</h3><p>${fromTo(change.from, change.to)}</p>
<dl><dt>Weapons</dt><dd>${weapon}</dd><dt>Where</dt><dd>${scope}</dd><dt>Who</dt><dd>${ownDirection(who)}; ${standing}</dd></dl>
${evidence && html`<blockquote>${ownDirection(evidence.text)}</blockquote>`}
<p class="muted">${sources(change)}</p>
<button class="plain" popovertarget="c${number}" popovertargetaction="hide">Close</button></div>
`;
}

function sources({ link: first, others }: TimelineChange): Markup {
  const also = commaSeparated(others.map(sourceLink));
  return html`${sourceLink(first)}${also.length > 0 && html`; also ${also}`}`;
}

function renderTable(timeline: Timeline): Markup {
  const { changes, olderCount, olderQuery } = timeline;
  return html`<table><thead><tr><th scope="col">When</th><th scope="col">Country, weapons, where</th><th scope="col" class="narrow">Answer</th></tr></thead>
<tbody>${changes.map(renderRow)}</tbody></table>
${olderCount > 0 && html`<p class="muted">${olderCount} older: <code>${olderQuery}</code></p>`}`;
}

function renderRow(change: TimelineChange): Markup {
  return html`<tr><td>${change.when}</td><th scope="row"><strong>${change.country}</strong><br>${change.weapon}; ${change.scope}</th><td class="narrow">${fromTo(change.from, change.to)}<br><button class="plain" popovertarget="c${change.number}">Evidence<span class="hidden">: ${change.country}, ${change.when}</span></button></td></tr>
`;
}
