import type { Digest, DisputeEntry } from '../digest.ts';
import { html, type Markup } from '../html.ts';
import { bidiSafe, excerpt, more, section, sourceLink } from './parts.ts';
import { STYLE } from './style.ts';

export function renderDisputes({ disputes }: Digest): Markup | undefined {
  if (disputes.entries.length === 0) return undefined;
  return section('Contested or denied', [disputes.entries.map(renderDispute), more(disputes)]);
}

function renderDispute(dispute: DisputeEntry, index: number): Markup {
  return html`
<div style="${index === 0 ? '' : 'margin-top:20px;'}">
<span class="accent" style="${STYLE.kind}">${dispute.kind}</span>
<p class="ink" style="${STYLE.paragraph}margin:0;">${bidiSafe(dispute.text)}</p>
${excerpt(dispute.evidence)}
<p class="muted" style="${STYLE.small}">${sourceLink(dispute.link)}</p>
</div>`;
}
