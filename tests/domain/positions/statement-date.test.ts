import { describe, expect, test } from 'vitest';
import { findDateMentions } from '../../../src/domain/positions/dates/date-mentions.ts';
import { chooseDate, findStatementDate } from '../../../src/domain/positions/dates/statement-date.ts';

/** A Friday. */
const ARTICLE_DATE = '2024-05-31';

const CASES: readonly { text: string; date: string | null; precision: string }[] = [
  { text: 'He said on Thursday that', date: '2024-05-30', precision: 'day' },
  { text: 'He said on Friday that', date: '2024-05-31', precision: 'day' },
  { text: 'He said last Friday that', date: '2024-05-24', precision: 'day' },
  { text: 'At a briefing on May 28 he', date: '2024-05-28', precision: 'day' },
  { text: 'On 30 May the chancellor', date: '2024-05-30', precision: 'day' },
  { text: 'On 2 December the president', date: '2023-12-02', precision: 'day' },
  { text: 'In an interview on 3 May 2022 he', date: '2022-05-03', precision: 'day' },
  { text: 'She said yesterday that', date: '2024-05-30', precision: 'day' },
  { text: 'He warned earlier this week', date: '2024-05-27', precision: 'week' },
  { text: 'It was decided last month', date: '2024-04-01', precision: 'month' },
  { text: 'In early May it gave leave', date: '2024-05-01', precision: 'month' },
  { text: 'The minister, who took office this month, said on Tuesday', date: '2024-05-28', precision: 'day' },
  { text: 'The minister, who was sworn in last week, spoke', date: null, precision: 'open' },
  { text: 'She will speak at the gathering of June 3-4', date: null, precision: 'open' },
  { text: 'They meet on 12 June in Oslo', date: null, precision: 'open' },
  { text: 'Three days ago she said', date: '2024-05-28', precision: 'day' },
  { text: 'He will meet them on Wednesday', date: null, precision: 'open' },
  { text: 'A decision expected on Monday would', date: null, precision: 'open' },
  { text: 'It has been so since late April', date: null, precision: 'open' },
  { text: 'The port said on Thursday that Tuesday’s strike', date: '2024-05-30', precision: 'day' },
  { text: 'Over the past few weeks they asked', date: '2024-05-01', precision: 'month' },
  { text: 'At the weekend they agreed', date: '2024-05-25', precision: 'period' },
  { text: 'At a meeting on Tuesday, 14 May, she', date: '2024-05-14', precision: 'day' },
  { text: 'It may decide next Thursday', date: null, precision: 'open' },
  { text: 'He told reporters at Mar-a-Lago', date: null, precision: 'open' },
  { text: 'It is unlikely to be announced on Friday', date: null, precision: 'open' },
  { text: 'The minister may march on', date: null, precision: 'open' },
  { text: 'No date is given here', date: null, precision: 'open' },
];

describe('findStatementDate', () => {
  test.each(CASES)('reads "$text"', ({ text, date, precision }) => {
    expect(findStatementDate(text, ARTICLE_DATE)).toEqual({ date, precision });
  });

  test.each(['He said on Thursday', 'He said yesterday', 'On 30 May he said'])(
    'leaves "%s" open when the article has no date to count from',
    (text) => {
      expect(findStatementDate(text, undefined)).toEqual({ date: null, precision: 'open' });
    },
  );

  test('counts on a Sunday the week that ends as the last one', () => {
    expect(findStatementDate('He said last week', '2024-06-02')).toEqual({
      date: '2024-05-27',
      precision: 'week',
    });
  });

  test('needs no article date for a day with its year', () => {
    expect(findStatementDate('on May 30, 2024', undefined)).toEqual({ date: '2024-05-30', precision: 'day' });
  });
});

describe('what others follow', () => {
  const FIRED = 'On Tuesday it fired them, two days after Washington had given it leave.';
  const CAME = 'The statement came a day after Paris had given it leave.';
  const dateAt = (text: string, verb: string, told?: string) =>
    chooseDate(text, findDateMentions(text, { today: ARTICLE_DATE, told }), text.indexOf(verb)).date;

  test('is counted back from the day that the sentence names', () => {
    expect(dateAt(FIRED, 'given')).toBe('2024-05-26');
    expect(dateAt(FIRED, 'fired')).toBe('2024-05-28');
  });

  test('is counted back from the day told last, else from the article’s', () => {
    expect(dateAt(CAME, 'given', '2024-05-29')).toBe('2024-05-28');
    expect(dateAt(CAME, 'given')).toBe('2024-05-30');
    expect(dateAt(CAME, 'came')).toBe(null);
  });
});
