import type { ReadSentence } from '../positions/read-article.ts';

/** Headings under which Ukrainian outlets and agencies recall older news. */
const HEADING = /^(?:Background|Context|For reference|What preceded|Previously|Reminder|As a reminder|Recap)\s*:?$/i;
/** How a sentence begins that recalls older news. */
const RECALL =
  /^[•*\s-]*(?:Background:|As (?:previously |earlier )?reported|It was (?:previously |earlier )?reported|Earlier,|Previously,|Recall(?:,| that)|As a reminder|Last (?:month|year|spring|summer|autumn|fall|winter)\b)/;

/** Whether a sentence recalls older news: by its own words, or because it stands under a heading that says so. */
export function isBackground(read: ReadSentence, sentences: readonly ReadSentence[]): boolean {
  if (RECALL.test(read.view.sentence.text)) return true;
  const heading = sentences.find(({ view }) => HEADING.test(view.sentence.text));
  return heading !== undefined && heading.view.index < read.view.index;
}
