import { html, type Markup } from '../html.ts';

/**
 * Inline styles, since many mail clients drop style sheets. Colours keep a contrast of 4.5:1 or more on the sheet, in
 * light and in dark (WCAG 2.2, 1.4.3); tests/browser measures it.
 */
const SERIF = 'font-family:Georgia,Cambria,Times,serif;';
const SANS = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;';
const BREAK = 'overflow-wrap:anywhere;';

const INK = 'color:#20242a;';
const MUTED = 'color:#5a6068;';
const ACCENT = 'color:#1f4e79;';

export const STYLE = {
  page: `margin:0;padding:0;background-color:#f2efe9;${INK}${SANS}font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%;`,
  sheet: 'width:100%;max-width:660px;background-color:#fffdfa;border-collapse:separate;table-layout:fixed;',
  gutter: `padding:28px 20px 36px 20px;${SANS}${BREAK}`,
  preheader:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;',
  wordmark: `${SANS}${ACCENT}font-size:14px;line-height:20px;font-weight:700;letter-spacing:0.16em;`,
  dateLine: `${SANS}${MUTED}font-size:14px;line-height:20px;`,
  topic: `margin:2px 0 0 0;${MUTED}font-size:14px;line-height:20px;`,
  h1: `margin:26px 0 10px 0;${SERIF}${INK}font-size:31px;line-height:38px;font-weight:400;letter-spacing:-0.01em;`,
  summary: `margin:0;${MUTED}font-size:14px;line-height:22px;`,
  section: `border-top:1px solid #ddd6ca;padding-top:22px;${SANS}`,
  h2: `margin:0 0 16px 0;${SERIF}${ACCENT}font-size:20px;line-height:26px;font-weight:400;`,
  h3: `margin:0;${INK}font-size:17px;line-height:24px;font-weight:700;`,
  storyTitle: `margin:0;${SERIF}${INK}font-size:19px;line-height:26px;font-weight:700;`,
  paragraph: `margin:0 0 10px 0;${INK}font-size:15px;line-height:23px;`,
  small: `margin:4px 0 0 0;${MUTED}font-size:14px;line-height:21px;`,
  note: `margin:6px 0 0 0;${MUTED}font-size:14px;line-height:21px;font-style:italic;`,
  excerpt: `margin:12px 0 0 0;${SERIF}${INK}font-size:16px;line-height:25px;`,
  kind: `${ACCENT}font-size:12px;line-height:18px;font-weight:700;letter-spacing:0.07em;text-transform:uppercase;`,
  link: `${ACCENT}text-decoration:underline;`,
  titleLink: `${INK}text-decoration:none;`,
  factHead: `${SANS}${MUTED}font-size:14px;line-height:22px;font-weight:400;text-align:left;vertical-align:top;padding:0 14px 0 0;white-space:nowrap;`,
  fact: `${SANS}${INK}font-size:15px;line-height:22px;vertical-align:top;padding:0;`,
  list: `margin:10px 0 0 0;padding:0 0 0 18px;${INK}font-size:15px;line-height:23px;`,
  listItem: 'margin:0 0 4px 0;',
  code: 'font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px;',
} as const;

/** Left edge of a change or a row, by status; the word beside it says the same. */
export const STATUS_COLOURS = {
  'no-restriction-stated': '#0f6570',
  none: '#5a6068',
  permitted: '#1c6b40',
  'permitted-with-limits': '#7d5200',
  restricted: '#9d2b25',
  undecided: '#57507f',
} as const;

/** What a style attribute cannot say: dark colours, and wider margins where there is room. */
export const STYLE_SHEET: Markup = html`
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (min-width:600px){
.gutter{padding:40px 48px 48px 48px!important}
.outer{padding:28px 12px!important}
}
@media (prefers-color-scheme:dark){
.page{background-color:#121417!important;color:#e8e4db!important}
.sheet{background-color:#1a1d21!important}
.ink{color:#e8e4db!important}
.muted{color:#a9adb3!important}
.accent{color:#9cc4ea!important}
.rule{border-color:#363b41!important}
.bar{background-color:#9cc4ea!important}
.bar-today{background-color:#f0b97a!important}
.base{background-color:#363b41!important}
.s-permitted{color:#86d3a5!important;border-color:#86d3a5!important}
.s-permitted-with-limits{color:#ecc06f!important;border-color:#ecc06f!important}
.s-no-restriction-stated{color:#82cbd6!important;border-color:#82cbd6!important}
.s-restricted{color:#ffa39b!important;border-color:#ffa39b!important}
.s-undecided{color:#c2b9f0!important;border-color:#c2b9f0!important}
.s-none{color:#a9adb3!important;border-color:#a9adb3!important}
}`;
