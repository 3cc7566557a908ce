import type { Digest, LedgerLine } from '../digest.ts';
import { html, type Markup } from '../html.ts';
import { bidiSafe, more, section, sourceLink, statusWord } from './parts.ts';
import { STYLE } from './style.ts';

const HEAD = `${STYLE.small}margin:0;padding:0 10px 8px 0;text-align:left;vertical-align:bottom;font-weight:400;border-bottom:1px solid #ddd6ca;`;
const COUNTRY = `${STYLE.h3}font-size:16px;padding:18px 0 2px 0;text-align:left;`;
const CELL = `${STYLE.fact}font-size:14px;line-height:21px;padding:6px 10px 10px 0;border-bottom:1px solid #ddd6ca;text-align:left;`;

/** Three columns under a heading for each country, so that nothing scrolls sideways on a phone. */
export function renderLedger({ ledger }: Digest): Markup {
  if (ledger.entries.length === 0) {
    return section('The ledger', html`<p class="ink" style="${STYLE.paragraph}">The ledger is empty.</p>`);
  }
  return section('The ledger: what stands today', [
    html`
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed;border-collapse:collapse;">
<thead><tr>
<th scope="col" width="36%" class="muted rule" style="${HEAD}">Which weapons, where</th>
<th scope="col" width="31%" class="muted rule" style="${HEAD}">Status</th>
<th scope="col" width="33%" class="muted rule" style="${HEAD}padding-right:0;">Reported by</th>
</tr></thead>
${byCountry(ledger.entries).map(renderCountry)}
</table>`,
    more(ledger),
  ]);
}

function byCountry(lines: readonly LedgerLine[]): LedgerLine[][] {
  const groups: LedgerLine[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (current?.[0]?.country === line.country) current.push(line);
    else groups.push([line]);
  }
  return groups;
}

function renderCountry(lines: readonly LedgerLine[]): Markup {
  return html`<tbody><tr><th scope="rowgroup" colspan="3" class="ink" style="${COUNTRY}">${lines[0]?.country}</th></tr>${lines.map(renderLine)}</tbody>
`;
}

function renderLine(line: LedgerLine): Markup {
  const marks = line.marks.map((mark) => html`<br><strong>${mark}</strong>`);
  return html`
<tr>
<td class="ink rule" style="${CELL}">${line.weapon}<br><span class="muted" style="color:#5a6068;">${line.scope}</span></td>
<td class="ink rule" style="${CELL}">${statusWord(line.status, true)}<br><span class="muted" style="color:#5a6068;">${line.since}</span>${marks}</td>
<td class="ink rule" style="${CELL}padding-right:0;">${line.who !== '' && html`${bidiSafe(line.who)}<br>`}${sourceLink(line.link)}${line.furtherPublisherCount > 0 && html` <span class="muted" style="color:#5a6068;">and ${line.furtherPublisherCount} more</span>`}</td>
</tr>`;
}
