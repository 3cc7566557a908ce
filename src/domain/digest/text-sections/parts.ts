import type { ArticleLink, Excerpt, Trimmed } from '../digest.ts';
import { neutraliseLine } from '../plain-text.ts';
import { safeUrl } from '../safe-url.ts';
import { TEXT_WIDTH, wrapText } from './wrap-text.ts';

/** A heading in capitals, ruled below, and what stands under it, a blank line between blocks. */
export function textSection(heading: string, blocks: readonly (string | undefined)[]): string {
  const rule = '-'.repeat(TEXT_WIDTH);
  return [`${heading.toUpperCase()}\n${rule}`, ...blocks.filter(isPresent)].join('\n\n');
}

/** Lines of one block; missing and empty ones leave no gap. */
export function textBlock(...lines: readonly (string | undefined)[]): string {
  return lines.filter(isPresent).join('\n');
}

/** One line of ours, wrapped; strangers' words in it cannot break it. */
export function textLine(text: string, indent = '', hanging = indent): string {
  return wrapText(neutraliseLine(text), indent, hanging);
}

/** `[Publisher] https://…`: the address alone on its line, so that it can be followed. */
export function textSource(source: ArticleLink, indent = ''): string {
  const url = source.url === undefined ? undefined : safeUrl(source.url);
  return textBlock(textLine(source.publisher, indent), url && `${indent}${url}`);
}

export function textExcerpt(excerpt: Excerpt | undefined, indent = ''): string | undefined {
  return excerpt && textLine(`> ${excerpt.text}`, indent, `${indent}> `);
}

export function textMore({ moreCount, moreQuery }: Trimmed<unknown>): string | undefined {
  return moreCount === 0 ? undefined : textLine(`${moreCount} more: ${moreQuery}`);
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
