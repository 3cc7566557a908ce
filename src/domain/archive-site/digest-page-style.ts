import { html, type Markup } from '../digest/html.ts';

/** A column of text that is comfortable to read, and an edge in the colour of a change's new status. */
export function digestPageStyle(): Markup {
  return html`
main{max-width:760px}.top,.foot{max-width:760px}
article{margin:0 0 24px}
article p{margin-bottom:4px}
h3 a{color:inherit;text-decoration:none}
h3 a:hover{text-decoration:underline}
.change{padding-left:16px;border-left:4px solid var(--ink)}
.kind{color:var(--accent);font-size:13px;font-weight:700;letter-spacing:.06em;text-transform:uppercase}
ul{margin:8px 0;padding-left:20px}
`;
}
