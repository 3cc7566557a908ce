import type { StatusLabel } from '../digest/digest.ts';
import { html, type Markup } from '../digest/html.ts';

type Status = StatusLabel['status'];

/** A shape for each status, on a field of 20 by 20, so that no mark says by colour alone what it says. */
const SHAPES: Readonly<Record<Status, Markup>> = {
  permitted: html`<path d="M5.5 10.5l3 3 6-7"/>`,
  'permitted-with-limits': html`<circle cx="10" cy="10" r="4.5"/><path d="M10 5.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" stroke="none"/>`,
  'no-restriction-stated': html`<circle cx="10" cy="10" r="4.5"/>`,
  restricted: html`<path d="M6.5 6.5l7 7M13.5 6.5l-7 7"/>`,
  undecided: html`<path d="M7.4 8a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .7-1 1.5M10 14.6v.1"/>`,
  none: html`<path d="M6.5 10h7"/>`,
};

/** The shapes once, for `statusIcon` to refer to. */
export function statusIcons(): Markup {
  const symbols = Object.entries(SHAPES).map(
    ([status, shape]) =>
      html`<symbol id="i-${status}" viewBox="0 0 20 20"><g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</g></symbol>`,
  );
  return html`<svg class="hidden" aria-hidden="true" focusable="false">${symbols}</svg>`;
}

export function statusIcon(status: Status): Markup {
  return html`<svg class="icon" aria-hidden="true"><use href="#i-${status}"/></svg>`;
}

/** `restricted → permitted`, each in its colour. */
export function fromTo(from: StatusLabel, to: StatusLabel): Markup {
  return html`<span class="s-${from.status}">${from.word}</span> → <b class="s-${to.status}">${to.word}</b>`;
}
