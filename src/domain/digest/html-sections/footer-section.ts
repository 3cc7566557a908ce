import type { Digest } from '../digest.ts';
import { html, link, type Markup } from '../html.ts';
import { section } from './parts.ts';
import { STYLE } from './style.ts';

export function renderFooter({ footer }: Digest): Markup {
  const linkLook = html` class="accent" style="${STYLE.link}"`;
  const feedback =
    footer.feedbackUrl !== undefined && html`<br>${link(footer.feedbackUrl, 'Report a mistake', linkLook)}`;
  return section('Why you get this, and how to stop', [
    html`<p class="ink" style="${STYLE.paragraph}">${footer.why}<br>${link(footer.unsubscribeUrl, 'Unsubscribe', linkLook)}${feedback}</p>`,
    html`<p class="muted" style="${STYLE.small}">To ask further:</p>`,
    footer.queries.map(
      ({ label, command }) =>
        html`<p class="muted" style="${STYLE.small}">${label}: <code style="${STYLE.code}">${command}</code></p>`,
    ),
    html`<p class="muted" style="${STYLE.small}margin-top:18px;">${footer.senderNote}</p>`,
  ]);
}
