import { readBlocks } from '../../src/domain/articles/cleaning/text-blocks.ts';
import { readPage } from '../../src/domain/articles/read-page.ts';

/** Paragraphs are told apart in the same way for all, so that no extractor loses by gluing them together. */
export function textOfHtml(html: string | null | undefined): string {
  if (!html) return '';
  return readBlocks(readPage(html).body)
    .map(({ text }) => text)
    .join('\n\n');
}
