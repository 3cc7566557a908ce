import { describe, expect, it } from 'vitest';
import { isHeldOut, readLabelled, scoreQuotes } from './labelled-quotes.ts';

const LABELLED = [...readLabelled('relevant'), ...readLabelled('hard-negatives')];

describe('quotations of the labelled articles, without a lexicon', () => {
  it.each([
    { set: 'seen while the rules were written', articles: LABELLED.filter((each) => !isHeldOut(each)) },
    { set: 'held out', articles: LABELLED.filter(isHeldOut) },
    { set: 'the five seed articles', articles: readLabelled('seeds') },
  ])('$set', ({ set, articles }) => {
    const score = scoreQuotes(articles);
    console.log(
      `${set}: ${score.labelled} labelled, found exactly ${percent(score.found, score.labelled)}, ` +
        `speaker right ${percent(score.rightSpeaker, score.found)}, not labelled ${score.extra}`,
    );
    expect(score.found / score.labelled, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(score.rightSpeaker / score.found, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.93);
    expect(score.extra / score.labelled, score.mistakes.join('\n')).toBeLessThanOrEqual(0.03);
  });
});

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
