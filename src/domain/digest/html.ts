import { neutraliseText } from './plain-text.ts';
import { safeUrl } from './safe-url.ts';

const MARKUP: unique symbol = Symbol('markup');

/** Text that is markup already. Only this file makes one. */
export interface Markup {
  readonly [MARKUP]: string;
}

export type HtmlValue = Markup | string | number | undefined | false | readonly HtmlValue[];

/**
 * Builds markup: the literal parts stand as written, every value between them is escaped unless it is markup itself.
 * The only place where text becomes markup. Values may stand in element content and in double-quoted attributes; for an
 * address use `link`.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  const markup = parts
    .map((part, index) => (index === 0 ? part : toMarkup(values[index - 1]) + part))
    .join('');
  return { [MARKUP]: markup };
}

/** A link if the address is fit to be followed (see `safeUrl`), else its content alone. */
export function link(address: string | undefined, content: HtmlValue, attributes: Markup): Markup {
  const url = address === undefined ? undefined : safeUrl(address);
  return url === undefined ? html`${content}` : html`<a href="${url}"${attributes}>${content}</a>`;
}

export function toHtmlString(markup: Markup): string {
  return markup[MARKUP];
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeText(value);
  return isMarkup(value) ? value[MARKUP] : value.map(toMarkup).join('');
}

function isMarkup(value: Markup | readonly HtmlValue[]): value is Markup {
  return MARKUP in value;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '`': '&#96;',
};

function escapeText(text: string): string {
  return neutraliseText(text).replace(/["&'<>`]/gu, (character) => ESCAPES[character] ?? '');
}
