import type { Digest } from './digest.ts';
import { html, type Markup, toHtmlString } from './html.ts';
import { renderChanges } from './html-sections/changes-section.ts';
import { renderCorrections } from './html-sections/corrections-section.ts';
import { renderCoverage } from './html-sections/coverage-section.ts';
import { renderDisputes } from './html-sections/disputes-section.ts';
import { renderFooter } from './html-sections/footer-section.ts';
import { renderLedger } from './html-sections/ledger-section.ts';
import { renderStatements } from './html-sections/statements-section.ts';
import { renderStories } from './html-sections/stories-section.ts';
import { STYLE, STYLE_SHEET } from './html-sections/style.ts';

/**
 * The digest as an HTML mail: tables and inline styles, no image, no script, nothing loaded from anywhere. Decides nothing.
 * `compileDigest` has already seen to it that the result stays below the byte limit.
 */
export function renderDigestHtml(digest: Digest): string {
  return toHtmlString(html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<meta name="x-apple-disable-message-reformatting">
<title>${digest.subject}</title>
<style>${STYLE_SHEET}
</style>
</head>
<body class="page" style="${STYLE.page}">
<div style="${STYLE.preheader}">${digest.preheader}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f2efe9;table-layout:fixed;"><tr><td class="outer" align="center" style="padding:0;">
<!--[if mso]><table role="presentation" width="660" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.sheet}"><tr><td class="gutter" style="${STYLE.gutter}">
${renderMasthead(digest)}
${renderChanges(digest)}
${renderDisputes(digest)}
${renderStories(digest)}
${renderStatements(digest)}
${renderLedger(digest)}
${renderCoverage(digest)}
${renderCorrections(digest)}
${renderFooter(digest)}
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`);
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
