import { type DateMention, findDateMentions, type StatementDate } from './date-mentions.ts';

export const OPEN_DATE: StatementDate = { date: null, precision: 'open' };

/** What describes somebody or something by the way: ", who took office this month,". */
const ASIDE = /, (?:who|which|whose|where|when)\b[^,;]*(?:,|$)|\bthat (?:has|have|had) been\b[^,;]*/g;
/** What is still to come: "will meet on Friday", "is due on Monday". */
const TO_COME = /\b(?:will|(?:un)?likely|due|expected|scheduled|slated|planned|set to)\b[^,;.“”"]{0,60}$/;
/** A bound in time and no date of what is told: "since late May", "before Monday". */
const BOUND =
  /\b(?:since|until|till|before|by|ahead of)(?: the)?(?: end of| late| early| mid| last| this)?[ -]*$/i;
const FINENESS = ['day', 'week', 'period', 'month', 'open'];

/**
 * Finds the date that a sentence gives for what it reports, relative to the article's own date. Never guesses: without
 * an expression, or with a weekday and no article date to count from, the date stays open.
 *
 * @param articleDate - `YYYY-MM-DD`
 */
export function findStatementDate(sentence: string, articleDate: string | undefined): StatementDate {
  return chooseDate(sentence, findDateMentions(sentence, { today: articleDate }));
}

/**
 * Chooses of a sentence's dates that of what is reported: the one nearest to its verb, or without a verb the finest.
 * Dates of asides, of what is to come and of mere bounds in time are none.
 *
 * @param verbAt - offset of the verb in the sentence
 */
export function chooseDate(
  sentence: string,
  mentions: readonly DateMention[],
  verbAt?: number,
): StatementDate {
  if (mentions.length === 0) return OPEN_DATE;
  const asides = [...sentence.matchAll(ASIDE)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
  const isAside = (mention: DateMention) =>
    asides.some(
      ({ start, end }) =>
        start < mention.start &&
        mention.end <= end &&
        !(verbAt !== undefined && start < verbAt && verbAt < end),
    );
  const dates = mentions.filter(
    (mention) =>
      !isAside(mention) &&
      isOfThePast(sentence, mention) &&
      !(mention.isOfWhatFollows && (verbAt === undefined || verbAt < mention.end)),
  );
  const distance = ({ start, end }: DateMention) =>
    verbAt === undefined ? 0 : Math.max(start - verbAt, verbAt - end);
  // "Tuesday's strike" dates the strike
  const ofNoun = ({ end }: DateMention) => Number(/^['’]s\b/.test(sentence.slice(end)));
  const fineness = ({ precision }: DateMention) => FINENESS.indexOf(precision);
  const [best] = [...dates].sort(
    (one, other) =>
      ofNoun(one) - ofNoun(other) || distance(one) - distance(other) || fineness(one) - fineness(other),
  );
  return best ? { date: best.date, precision: best.precision } : OPEN_DATE;
}

function isOfThePast(sentence: string, { start, end }: DateMention): boolean {
  const before = sentence.slice(Math.max(0, start - 80), start);
  const bound = /^(?:since|until|by)\b/i.test(sentence.slice(start, end));
  return !bound && !TO_COME.test(before) && !BOUND.test(before);
}
