import type { ReportedPosition } from '../../../src/domain/ledger/ledger.ts';

let count = 0;

/** A news report of Germany permitting all weapons everywhere on 31 May 2024; say what differs. */
export function aPosition(given: Partial<ReportedPosition> = {}): ReportedPosition {
  count += 1;
  const statementDate = given.statementDate === undefined ? '2024-05-31' : given.statementDate;
  const publisher = given.publisher ?? 'Northwire';
  return {
    positionId: `p${count}`,
    articleId: `a${count}`,
    publisher,
    publisherFamily: publisher,
    url: `https://news.example/a${count}`,
    listedAt: `${statementDate ?? '2024-05-31'}T12:00:00.000Z`,
    actor: 'Olaf Scholz',
    actorType: 'person',
    speaker: 'Olaf Scholz',
    country: 'DE',
    decider: true,
    action: 'PERMITS',
    altActions: [],
    change: 'none',
    weapon: 'generic',
    supplier: null,
    scopeGeo: 'all_Russia',
    scopeTarget: 'unspecified',
    scopeConditions: [],
    statementDate,
    datePrecision: statementDate === null ? 'open' : 'day',
    status: 'news',
    attribution: 'direct',
    standing: 'announced',
    sourceChain: [],
    confidence: 0.9,
    evidence: { start: 0, end: 4, text: 'Text' },
    also: [],
    ...given,
  };
}
