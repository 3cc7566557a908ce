import type { Digest, StripDay } from '../digest.ts';
import { html, type Markup } from '../html.ts';
import { STYLE } from './style.ts';

const STRIP_HEIGHT_PX = 44;
const MIN_BAR_PX = 3;

/** Bars of coloured table cells, since images are blocked by many mail clients; the words below say the same. */
export function renderReportStrip({ reportStrip }: Digest): Markup | undefined {
  if (reportStrip.days.length === 0) return undefined;
  return html`
<table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed;border-collapse:collapse;"><tr>${reportStrip.days.map(renderDay)}</tr></table>
<p class="muted" style="${STYLE.small}margin-top:8px;">${reportStrip.inWords}</p>`;
}

function renderDay(day: StripDay): Markup {
  const height = Math.max(MIN_BAR_PX, Math.round(day.share * STRIP_HEIGHT_PX));
  const { name, colour } = barLook(day);
  return html`<td valign="bottom" height="${STRIP_HEIGHT_PX}" style="height:${STRIP_HEIGHT_PX}px;padding:0 1px;vertical-align:bottom;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="${name}" height="${height}" bgcolor="${colour}" style="height:${height}px;background-color:${colour};font-size:0;line-height:0;">&nbsp;</td></tr></table></td>`;
}

function barLook(day: StripDay): { readonly name: string; readonly colour: string } {
  if (day.articleCount === 0) return { name: 'base', colour: '#ddd6ca' };
  return day.isToday ? { name: 'bar-today', colour: '#b4661e' } : { name: 'bar', colour: '#1f4e79' };
}
