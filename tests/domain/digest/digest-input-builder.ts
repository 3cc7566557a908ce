import { readFileSync } from 'node:fs';
import type { DigestInput } from '../../../src/domain/digest/digest-input.ts';
import type { LedgerRow } from '../../../src/domain/ledger/ledger.ts';
import type { Position } from '../../../src/domain/positions/position.ts';
import type { StoryArticle } from '../../../src/domain/stories/story.ts';

export const TEXT =
  'Sentence one of the article. “We will decide this when the time for it has come,” she said.';

/** A day on which nothing happened, but for what is given. */
export function digestInput(given: Partial<DigestInput> = {}): DigestInput {
  return {
    date: '2024-05-31',
    timeZone: 'Europe/Berlin',
    window: { from: '2024-05-30T05:00:00Z', to: '2024-05-31T05:00:00Z' },
    topic: { id: 'topic', label: 'The topic' },
    words: {
      countries: {
        DE: { name: 'Germany', short: 'Germany' },
        GB: { name: 'United Kingdom', short: 'UK' },
        US: { name: 'United States', short: 'US' },
      },
      weapons: { generic: 'all supplied weapons' },
      scopes: { near_city: { label: 'border area near the city', short: 'near the city' } },
      targets: {},
      conditions: {},
      statusVerbs: { 'permitted-with-limits': 'allows strikes', restricted: 'keeps its ban' },
    },
    articles: [],
    stories: [],
    ledger: [],
    changes: [],
    coverage: {
      feeds: [{ id: 'one', publisher: 'One', state: 'read' }],
      outcomes: { relevant: 0, mention: 0, offTopic: 0, duplicate: 0, givenUp: 0 },
      givenUpReasons: {},
    },
    perDay: [],
    corrections: [],
    settings: {
      unsubscribeUrl: 'https://unsubscribe.invalid/',
      queryHints: {
        articles: 'caveat articles',
        feeds: 'caveat feeds',
        ledger: 'caveat ledger',
        positions: 'caveat positions',
        stories: 'caveat stories',
      },
      senderNote: 'Caveat, 1 Example Street',
    },
    ...given,
  };
}

export function ledgerRow(given: Partial<LedgerRow> = {}): LedgerRow {
  const country = given.country ?? 'US';
  return {
    rowId: `${country}#generic#near_city`,
    country,
    weapon: 'generic',
    scopeGeo: 'near_city',
    scopeTarget: 'unspecified',
    scopeConditions: [],
    status: 'permitted-with-limits',
    since: '2024-05-30',
    datings: ['2024-05-30'],
    firstReportedAt: '2024-05-30T18:00:00Z',
    actor: 'The President',
    attribution: 'direct',
    standing: 'announced',
    contested: false,
    publisherCount: 1,
    evidence: {
      articleId: 'a1',
      positionId: 'p1',
      publisher: 'One',
      url: 'https://one.example/a1',
      start: 0,
      end: 28,
      text: 'Sentence one of the article.',
    },
    reports: [],
    replaces: [],
    ...given,
  };
}

export function position(given: Partial<Position> = {}): Position {
  return {
    actor: 'The President',
    actorType: 'person',
    speaker: 'The President',
    country: 'US',
    decider: true,
    action: 'PERMITS_WITH_LIMITS',
    altActions: [],
    change: 'new',
    weapon: 'generic',
    supplier: 'US',
    scopeGeo: 'near_city',
    scopeTarget: 'unspecified',
    scopeConditions: [],
    statementDate: '2024-05-30',
    datePrecision: 'day',
    status: 'news',
    attribution: 'direct',
    standing: 'announced',
    sourceChain: [],
    confidence: 1,
    evidence: { start: 0, end: 28, text: 'Sentence one of the article.' },
    also: [],
    ...given,
  };
}

export function article(given: Partial<StoryArticle> & { readonly id: string }): StoryArticle {
  const publisher = given.publisher ?? 'One';
  return {
    url: `https://one.example/${given.id}`,
    publisher,
    publisherFamily: publisher,
    title: `Title of ${given.id}`,
    text: TEXT,
    listedAt: '2024-05-30T18:00:00Z',
    positions: [],
    quotes: [],
    ...given,
  };
}

export function readDigestInput(slug: string): DigestInput {
  return JSON.parse(readFileSync(`fixtures/digests/${slug}/input.json`, 'utf8'));
}
