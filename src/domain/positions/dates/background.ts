import type { Sentence } from '../../text/sentences.ts';

/** Headings under which Ukrainian outlets and agencies recall older news. */
const HEADING =
  /^(?:Background|Context|For reference|What preceded|Previously|Reminder|As a reminder|Recap)\s*:?$/i;
/** How a sentence begins that recalls older news. */
const RECALL =
  /^[•*\s-]*(?:Background:|As (?:previously |earlier )?reported|It was (?:previously |earlier )?reported|Earlier,|Previously,|Recall(?:,| that)|As a reminder|At (?:that|the) time,|Last (?:month|year|spring|summer|autumn|fall|winter)\b)/;
/** "Before his inauguration, …", "During the campaign …": of a time that is over. */
const BEFORE_OFFICE =
  /^[•*\s-]*(?:But |And )?(?:[Bb]efore|[Dd]uring|[Ww]hile still) (?:(?:his|her|their|the) (?:inauguration|election|appointment|(?:election |presidential )?campaign|first term)|(?:taking|coming to|entering) (?:office|power)|a candidate|president-elect)\b/;

/** For each sentence whether it recalls older news: by its own words, or because it stands under such a heading. */
export function findBackground(sentences: readonly Sentence[]): boolean[] {
  let isUnderHeading = false;
  return sentences.map(({ text }) => {
    const recalls = isUnderHeading || RECALL.test(text) || BEFORE_OFFICE.test(text);
    isUnderHeading ||= HEADING.test(text);
    return recalls;
  });
}
