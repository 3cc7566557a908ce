import type { CorrectionEntry, Digest } from '../digest.ts';
import { html, link, type Markup } from '../html.ts';
import { bidiSafe, more, section } from './parts.ts';
import { STYLE } from './style.ts';

export function renderCorrections({ corrections }: Digest): Markup | undefined {
  if (corrections.entries.length === 0) return undefined;
  return section('Corrections', [corrections.entries.map(renderCorrection), more(corrections)]);
}

function renderCorrection(correction: CorrectionEntry): Markup {
  const source = link(correction.url, 'Source', html` class="accent" style="${STYLE.link}"`);
  return html`<p class="ink" style="${STYLE.paragraph}">The digest of ${correction.digestDate} said: ${bidiSafe(correction.was)}<br><strong>Right is:</strong> ${bidiSafe(correction.now)} ${correction.url !== undefined && source}</p>`;
}
