import type { Digest, FeedGroup, FeedLine } from '../digest.ts';
import { html, type Markup } from '../html.ts';
import { bidiSafe, section } from './parts.ts';
import { renderReportStrip } from './report-strip.ts';
import { STYLE } from './style.ts';

export function renderCoverage(digest: Digest): Markup {
  const { coverage } = digest;
  return section('What was read', [
    renderReportStrip(digest),
    html`<p class="ink" style="${STYLE.paragraph}margin-top:18px;">${coverage.inWords.join(' ')}</p>`,
    coverage.feeds.map(renderGroup),
    html`<p class="muted" style="${STYLE.small}margin-top:14px;">From ${coverage.windowUtc}<br>(${coverage.windowLocal})</p>`,
  ]);
}

function renderGroup(group: FeedGroup): Markup {
  const rest = group.moreCount > 0 && html`, and ${group.moreCount} more`;
  return html`<p class="ink" style="${STYLE.paragraph}"><strong>${group.word}:</strong> ${group.feeds.map(renderFeed)}${rest}</p>`;
}

function renderFeed(feed: FeedLine, index: number): Markup {
  const detail =
    feed.detail !== '' && html` <span class="muted" style="color:#5a6068;">[${feed.detail}]</span>`;
  return html`${index > 0 && ', '}${bidiSafe(feed.name)}${detail}`;
}
