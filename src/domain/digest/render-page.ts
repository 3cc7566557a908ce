import { html, type Markup, toHtmlString } from './html.ts';
import { STYLE, STYLE_SHEET } from './html-sections/style.ts';

export interface MailPage {
  readonly subject: string;
  readonly preheader: string;
  readonly content: Markup;
}

/** The sheet that every mail is printed on: tables and inline styles, no image, no script, nothing loaded from anywhere. */
export function renderPage({ subject, preheader, content }: MailPage): string {
  return toHtmlString(html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<meta name="x-apple-disable-message-reformatting">
<title>${subject}</title>
<style>${STYLE_SHEET}
</style>
</head>
<body class="page" style="${STYLE.page}">
<div style="${STYLE.preheader}">${preheader}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f2efe9;table-layout:fixed;"><tr><td class="outer" align="center" style="padding:0;">
<!--[if mso]><table role="presentation" width="660" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.sheet}"><tr><td class="gutter" style="${STYLE.gutter}">
${content}
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`);
}
