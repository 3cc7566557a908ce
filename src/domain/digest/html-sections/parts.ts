import type { ArticleLink, Excerpt, StatusLabel, Trimmed } from '../digest.ts';
import { type HtmlValue, html, link, type Markup } from '../html.ts';
import { STATUS_COLOURS, STYLE } from './style.ts';

/** A section with its heading; nothing at all when it has nothing to say. */
export function section(heading: string, content: HtmlValue): Markup {
  return html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:34px;table-layout:fixed;"><tr><td class="rule" style="${STYLE.section}">
<h2 class="accent" style="${STYLE.h2}">${heading}</h2>${content}
</td></tr></table>`;
}

/** The status as a word, coloured; colour alone never says it. */
export function statusWord(label: StatusLabel, isStrong: boolean): Markup {
  const style = `color:${STATUS_COLOURS[label.status]};font-weight:${isStrong ? 700 : 400};`;
  return html`<span class="s-${label.status}" style="${style}">${label.word}</span>`;
}

/** The publisher's name, linked to the article where its address is fit for it. */
export function sourceLink(source: ArticleLink): Markup {
  return link(source.url, bidiSafe(source.publisher), html` class="accent" style="${STYLE.link}"`);
}

/** An article's own words, and whose they are. */
export function excerpt(given: Excerpt | undefined): Markup | undefined {
  if (!given) return undefined;
  return html`<p class="ink" style="${STYLE.excerpt}">${bidiSafe(given.text)}</p>`;
}

/** `12 more: caveat stories --date 2024-05-31` */
export function more({ moreCount, moreQuery }: Trimmed<unknown>): Markup | undefined {
  if (moreCount === 0) return undefined;
  return html`<p class="muted" style="${STYLE.small}margin-top:18px;">${moreCount} more: <code style="${STYLE.code}">${moreQuery}</code></p>`;
}

/** Text of unknown direction, kept from turning its neighbours (HTML Standard, the bdi element). */
export function bidiSafe(text: string): Markup {
  return html`<bdi dir="auto">${text}</bdi>`;
}

/** Parts of a line with a middle dot between them; missing ones leave no gap. */
export function dotted(...parts: readonly (Markup | string)[]): Markup[] {
  return parts
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? html`${part}` : html` &middot; ${part}`));
}

/** `A, B, C` */
export function commaSeparated(parts: readonly Markup[]): Markup[] {
  return parts.map((part, index) => (index === 0 ? part : html`, ${part}`));
}
