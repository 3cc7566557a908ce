import { html, type Markup } from '../digest/html.ts';
import type { Timeline } from './timeline.ts';

/** Places are classes, since a strict policy allows no style attribute: `x1234` lies at 12.34 %. */
const HUNDREDTHS = 10_000;

export function placeClass(place: number): string {
  return `x${hundredths(place)}`;
}

export function widthClass(width: number): string {
  return `w${hundredths(width)}`;
}

function hundredths(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * HUNDREDTHS);
}

/** The style of a timeline, with a rule for each place that it uses. */
export function timelineStyle({ countries, ticks, minWidth }: Timeline): Markup {
  const lanes = countries.flatMap((country) => country.lanes);
  const stretches = lanes.flatMap((lane) => lane.stretches);
  const places = [
    ...ticks.map(({ at }) => at),
    ...lanes.flatMap((lane) => lane.marks.map(({ at }) => at)),
    ...stretches.map(({ from }) => from),
  ];
  const lefts = rules(places, 'x', 'left');
  const widths = rules(
    stretches.map(({ from, to }) => to - from),
    'w',
    'width',
  );
  return html`${LAYOUT}.inner{min-width:${minWidth}px}
@media (min-width:760px){.inner{min-width:${minWidth + LABEL_COLUMN_PX}px}}
${lefts}${widths}
`;
}

function rules(shares: readonly number[], prefix: 'x' | 'w', property: 'left' | 'width'): Markup[] {
  const distinct = [...new Set(shares.map(hundredths))].sort((one, other) => one - other);
  return distinct.map((share) => html`.${prefix}${share}{${property}:${share / 100}%}`);
}

const LABEL_COLUMN_PX = 216;

const LAYOUT: Markup = html`
.legend{display:flex;flex-wrap:wrap;gap:6px 20px;margin:0 0 14px;padding:0;list-style:none;font-size:14px;line-height:22px}
.legend li{display:flex;align-items:center;gap:7px}
.swatch{flex:none;position:relative;width:44px;height:14px;border-radius:3px;background:var(--fill);forced-color-adjust:none}
.swatch .icon,.m .icon{display:block;width:20px;height:20px;border-radius:50%;background:var(--ink);color:var(--sheet);border:2px solid var(--sheet)}
.swatch .icon{position:absolute;left:-5px;top:-3px}
.frame{overflow-x:auto;border:1px solid var(--rule);border-radius:8px;padding:0 12px 8px}
.inner{position:relative;display:flow-root}
.axis{position:relative;height:46px;margin:0 14px;font-size:12px;line-height:15px;color:var(--muted)}
.axis span{position:absolute;bottom:5px;padding-left:4px;white-space:nowrap}
.axis b{display:block;color:var(--text);min-height:15px}
.lines{position:absolute;top:12px;bottom:0;left:14px;right:14px}
.lines span{position:absolute;top:0;bottom:0;border-left:1px solid var(--rule)}
.country{position:relative;margin:0;padding:8px 0 6px;border-top:1px solid var(--rule)}
.frame h2{position:sticky;left:0;width:max-content;max-width:280px;margin:0;font:700 16px/22px -apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;color:var(--text)}
.lane{position:relative}
.lane .label{position:sticky;left:0;width:max-content;max-width:280px;margin:0;padding-top:2px;font-size:13px;line-height:17px;color:var(--muted)}
.track{position:relative;height:30px;margin:0 14px}
.bar{position:absolute;top:8px;height:14px;border-radius:3px;background:var(--fill);forced-color-adjust:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bar.open{border-left:3px dotted var(--sheet)}
.marks{margin:0;padding:0;list-style:none}
.marks li{position:absolute;top:2px;margin-left:-12px}
.m{display:block;width:24px;height:24px;padding:2px;border:0;border-radius:50%;background:none;cursor:pointer;forced-color-adjust:none}
.m:hover .icon{outline:2px solid var(--ink)}
.m.contested .icon{border-style:dashed;border-color:var(--text)}
.card{width:min(560px,calc(100vw - 28px));max-height:min(80vh,620px);margin:auto;overflow:auto;padding:20px 22px;color:var(--text);background:var(--sheet);border:1px solid var(--rule);border-top:6px solid var(--ink);border-radius:10px;box-shadow:0 12px 44px rgb(0 0 0/.35)}
.card::backdrop{background:rgb(0 0 0/.35)}
.card h3{font-size:18px}
.card dl{display:grid;grid-template-columns:auto 1fr;gap:2px 14px;margin:10px 0 0;font-size:15px;line-height:22px}
.card dt{color:var(--muted);font-size:14px}
.card dd{margin:0}
button.plain{font:inherit;font-size:14px;min-height:28px;padding:2px 10px;color:var(--accent);background:none;border:1px solid currentColor;border-radius:6px;cursor:pointer}
@media (min-width:760px){
.axis,.track,.lines{margin-left:${LABEL_COLUMN_PX + 14}px}
.lines{left:0}
.lane{display:grid;grid-template-columns:${LABEL_COLUMN_PX}px minmax(0,1fr);align-items:center}
.lane .label{z-index:2;width:auto;max-width:none;align-self:stretch;display:flex;flex-direction:column;justify-content:center;padding:2px 12px 2px 0;background:var(--sheet)}
.lane .track{margin-left:14px}
.frame h2{z-index:2;padding-right:12px;background:var(--sheet)}
}
@media (max-width:560px){.frame{padding:0 8px 6px}td.narrow,th.narrow{padding-right:0}}
@media print{.frame{overflow:visible}}
`;
