import type { ChangeEntry, Digest, Trimmed } from '../digest.ts';
import { html, type Markup } from '../html.ts';
import { bidiSafe, dotted, excerpt, more, section, sourceLink, statusWord } from './parts.ts';
import { STATUS_COLOURS, STYLE } from './style.ts';

export function renderChanges({ changes, lateNews, since }: Digest): Markup {
  return html`${section('What changed', renderTodaysChanges(changes, since))}${
    lateNews.entries.length > 0 &&
    section('Also recorded, not today’s news', [lateNews.entries.map(renderChange), more(lateNews)])
  }`;
}

function renderTodaysChanges(changes: Trimmed<ChangeEntry>, since: string) {
  if (changes.entries.length > 0) return [changes.entries.map(renderChange), more(changes)];
  return html`<p class="ink" style="${STYLE.paragraph}">No country’s position has changed since ${since}.</p>`;
}

export function renderChange(change: ChangeEntry, index: number): Markup {
  const edge = `border-left:4px solid ${STATUS_COLOURS[change.to.status]};padding:1px 0 1px 16px;`;
  const gap = index === 0 ? '' : 'margin-top:26px;';
  return html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${gap}table-layout:fixed;"><tr><td class="s-${change.to.status}" style="${edge}">
<h3 class="ink" style="${STYLE.h3}">${change.country}</h3>
<p class="ink" style="${STYLE.paragraph}">${statusWord(change.from, false)} <span class="muted" style="color:#5a6068;" aria-hidden="true">&rarr;</span><span style="display:none;mso-hide:all;"> to </span> ${statusWord(change.to, true)}</p>
${renderFacts(change)}
${change.note !== '' && html`<p class="muted" style="${STYLE.note}">${change.note}</p>`}
${excerpt(change.evidence)}
<p class="muted" style="${STYLE.small}">${dotted(sourceLink(change.link), change.reportedBy)}</p>
</td></tr></table>`;
}

function renderFacts(change: ChangeEntry): Markup {
  const facts = [
    { name: 'Weapons', value: change.weapon },
    { name: 'Where', value: change.scope },
    { name: 'Who', value: change.who },
    { name: 'When', value: change.when },
  ].filter(({ value }) => value !== '');
  return html`<table cellpadding="0" cellspacing="0" border="0">${facts.map(
    ({ name, value }) =>
      html`<tr><th scope="row" class="muted" style="${STYLE.factHead}">${name}</th><td class="ink" style="${STYLE.fact}">${bidiSafe(value)}</td></tr>`,
  )}</table>`;
}
