import { html, type Markup } from '../digest/html.ts';

/**
 * What all pages share. Colours keep a contrast of 4.5:1 or more for text and 3:1 for what is drawn, in light and in dark
 * (WCAG 2.2, 1.4.3 and 1.4.11); tests/browser measures it. Every status has a colour (`--ink`) and a pattern (`--fill`).
 */
export const SITE_STYLE: Markup = html`
:root{color-scheme:light dark;--page:#f2efe9;--sheet:#fffdfa;--text:#20242a;--muted:#5a6068;--accent:#1f4e79;--rule:#ddd6ca;
--permitted:#1c6b40;--permitted-2:#1c6b40;--limits:#7d5200;--limits-2:#f0cf8c;--free:#0f6570;--free-2:#d3edf0;--restricted:#9d2b25;--restricted-2:#d98680;--undecided:#57507f;--undecided-2:#dedaf2;--none:#5a6068}
@media (prefers-color-scheme:dark){:root{--page:#121417;--sheet:#1a1d21;--text:#e8e4db;--muted:#a9adb3;--accent:#9cc4ea;--rule:#363b41;
--permitted:#5fbf87;--permitted-2:#5fbf87;--limits:#ecc06f;--limits-2:#5c4516;--free:#82cbd6;--free-2:#164750;--restricted:#ff8f86;--restricted-2:#7d2a25;--undecided:#c2b9f0;--undecided-2:#443d68;--none:#a9adb3}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 -apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.top,main,.foot{max-width:1240px;margin:0 auto;padding:0 20px}
.top{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:baseline;padding-top:18px}
.top p{margin:0}
.wordmark{color:var(--accent);font-size:14px;font-weight:700;letter-spacing:.16em}
.topic,.muted{color:var(--muted);font-size:14px}
nav{margin-left:auto;display:flex;gap:6px}
nav a{padding:6px 10px;border-radius:6px;text-decoration:none}
nav a[aria-current]{background:var(--sheet);color:var(--text);font-weight:600}
main{background:var(--sheet);margin-top:12px;padding-top:26px;padding-bottom:36px}
h1{margin:0 0 8px;font:400 31px/38px Georgia,Cambria,Times,serif;letter-spacing:-.01em}
h2{margin:34px 0 14px;font:400 21px/28px Georgia,Cambria,Times,serif;color:var(--accent)}
h3{margin:0;font-size:17px;line-height:24px}
p{margin:0 0 10px}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
blockquote{margin:10px 0 6px;font:16px/25px Georgia,Cambria,Times,serif}
table{width:100%;border-collapse:collapse;font-size:15px;line-height:22px}
th{font-weight:400;font-size:14px;color:var(--muted);text-align:left;vertical-align:bottom}
th,td{padding:7px 14px 7px 0;border-bottom:1px solid var(--rule);vertical-align:top;text-align:left}
tbody th{color:var(--text);vertical-align:top}
.skip{position:absolute;left:-999px}
.skip:focus{position:static}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.foot{padding-top:14px;padding-bottom:30px;color:var(--muted);font-size:14px}
span[class^=s-],b[class^=s-]{color:var(--ink);font-weight:400}
b[class^=s-]{font-weight:600}
.s-permitted{--ink:var(--permitted);--fill:linear-gradient(var(--permitted),var(--permitted))}
.s-permitted-with-limits{--ink:var(--limits);--fill:repeating-linear-gradient(135deg,var(--limits) 0 4px,var(--limits-2) 4px 9px)}
.s-no-restriction-stated{--ink:var(--free);--fill:linear-gradient(var(--free) 0 4px,var(--free-2) 4px 10px,var(--free) 10px)}
.s-restricted{--ink:var(--restricted);--fill:repeating-linear-gradient(90deg,var(--restricted) 0 5px,var(--restricted-2) 5px 7px)}
.s-undecided{--ink:var(--undecided);--fill:radial-gradient(circle at 4px 4px,var(--undecided) 0 2px,var(--undecided-2) 2.4px) 0 -1px/8px 8px}
.s-none{--ink:var(--none);--fill:none}
@media (max-width:560px){h1{font-size:26px;line-height:32px}.top,main,.foot{padding-left:14px;padding-right:14px}nav{margin-left:0}}
`;
