import { loadTopicPacks } from '../../../src/config/load.ts';
import type { TimelineInput } from '../../../src/domain/archive-site/compile-timeline.ts';
import type { ReportedPosition } from '../../../src/domain/ledger/ledger.ts';
import type { Action } from '../../../src/domain/positions/position.ts';
import { addDays } from '../../../src/domain/time/calendar-day.ts';
import { digestWords } from '../../../src/domain/topics/digest-words.ts';
import { packLedgerRules } from '../../../src/domain/topics/pack-ledger-rules.ts';
import { aPosition } from '../ledger/a-position.ts';

const [PACK] = loadTopicPacks(new URL('../../../config', import.meta.url).pathname);
if (PACK === undefined) throw new Error('config/settings.json names no topic');

const COUNTRIES = ['BE', 'CA', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'IT', 'NL', 'PL', 'SE', 'US'];
const TURNS: readonly Action[] = ['MAINTAINS_RESTRICTION', 'CONSIDERING', 'PERMITS_WITH_LIMITS', 'PERMITS'];
const FIRST_DAY = '2024-02-01';
const DAYS = 730;

/** An input in the topic's own words; say what differs. */
export function timelineInput(given: Partial<TimelineInput> = {}): TimelineInput {
  return {
    topicLabel: 'Conditions on supplied weapons',
    words: digestWords(PACK as NonNullable<typeof PACK>),
    rules: packLedgerRules(PACK as NonNullable<typeof PACK>),
    positions: [],
    until: '2026-01-31',
    excerptLimits: {},
    olderQuery: 'caveat positions',
    ...given,
  };
}

/**
 * Two years in which fifteen countries change their answers in turn, each change with a sentence as long as may be
 * printed and four publishers who report it. Invented.
 */
export function twoYears(changes: number): ReportedPosition[] {
  return Array.from({ length: changes }, (_, index) => {
    const country = COUNTRIES[index % COUNTRIES.length] ?? '';
    const turn = Math.floor(index / COUNTRIES.length);
    const day = addDays(FIRST_DAY, Math.floor((index * DAYS) / changes));
    const action = TURNS[turn % TURNS.length] ?? 'PERMITS';
    return Array.from({ length: 4 }, (_unused, publisher) =>
      aPosition({
        country,
        action,
        actor: `Minister ${country} ${index}`,
        scopeGeo: action === 'PERMITS_WITH_LIMITS' ? 'border_area' : 'all_Russia',
        statementDate: day,
        publisher: `Publisher ${publisher}`,
        url: `https://publisher-${publisher}.example/news/politics/${day}/what-the-minister-of-${country}-said-${index}`,
        articleId: `article-${index}-${publisher}`,
        positionId: `position-${index}-${publisher}`,
        evidence: {
          start: 0,
          end: 380,
          text: `Sentence ${index}: ${'what was said '.repeat(26)}`.slice(0, 380),
        },
      }),
    );
  }).flat();
}
