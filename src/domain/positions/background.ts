import type { Sentence } from '../text/sentences.ts';

/** Headings under which Ukrainian outlets and agencies recall older news. */
const HEADING =
  /^(?:Background|Context|For reference|What preceded|Previously|Reminder|As a reminder|Recap)\s*:?$/i;
/** How a sentence begins that recalls older news. */
const RECALL =
  /^[•*\s-]*(?:Background:|As (?:previously |earlier )?reported|It was (?:previously |earlier )?reported|Earlier,|Previously,|Recall(?:,| that)|As a reminder|Last (?:month|year|spring|summer|autumn|fall|winter)\b)/;

/** Whether a sentence recalls older news: by its own words, or because it stands under a heading that says so. */
export function isBackground(sentence: Sentence, sentences: readonly Sentence[]): boolean {
  if (RECALL.test(sentence.text)) return true;
  return sentences.some(({ text, start }) => start < sentence.start && HEADING.test(text));
}
