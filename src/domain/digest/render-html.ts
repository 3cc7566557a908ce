import type { Digest } from './digest.ts';
import { html, type Markup } from './html.ts';
import { renderChanges } from './html-sections/changes-section.ts';
import { renderCorrections } from './html-sections/corrections-section.ts';
import { renderCoverage } from './html-sections/coverage-section.ts';
import { renderDisputes } from './html-sections/disputes-section.ts';
import { renderFooter } from './html-sections/footer-section.ts';
import { renderLedger } from './html-sections/ledger-section.ts';
import { renderStatements } from './html-sections/statements-section.ts';
import { renderStories } from './html-sections/stories-section.ts';
import { STYLE } from './html-sections/style.ts';
import { renderPage } from './render-page.ts';

/**
 * The digest as an HTML mail. Decides nothing.
 * `compileDigest` has already seen to it that the result stays below the byte limit.
 */
export function renderDigestHtml(digest: Digest): string {
  const content = html`${renderMasthead(digest)}
${renderChanges(digest)}
${renderDisputes(digest)}
${renderStories(digest)}
${renderStatements(digest)}
${renderLedger(digest)}
${renderCoverage(digest)}
${renderCorrections(digest)}
${renderFooter(digest)}`;
  return renderPage({ subject: digest.subject, preheader: digest.preheader, content });
}

function renderMasthead(digest: Digest): Markup {
  return html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="accent" align="left" style="${STYLE.wordmark}">CAVEAT</td>
<td class="muted" align="right" style="${STYLE.dateLine}">${digest.dateLine}</td>
</tr></table>
<p class="muted" style="${STYLE.topic}">${digest.topicLabel}</p>
<h1 class="ink" style="${STYLE.h1}">${digest.headline}</h1>
<p class="muted" style="${STYLE.summary}">${digest.summary}</p>`;
}
