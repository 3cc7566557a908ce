import { readFileSync } from 'node:fs';
import type { ReportedPosition } from '../../../src/domain/ledger/ledger.ts';
import type { Action, Standing } from '../../../src/domain/positions/position.ts';
import { packLedgerRules } from '../../../src/domain/topics/pack-ledger-rules.ts';
import { loadPack } from '../topics/load-pack.ts';

const FOLDER = new URL('../../../fixtures/timeline/', import.meta.url);

/** The rules of the shipped topic. */
export const RULES = packLedgerRules(loadPack('weapons-use-restrictions'));

const COUNTRY_CODES: Readonly<Record<string, string>> = {
  Belgium: 'BE',
  Canada: 'CA',
  Czechia: 'CZ',
  Denmark: 'DK',
  Estonia: 'EE',
  'European Union': 'EU',
  Finland: 'FI',
  France: 'FR',
  Germany: 'DE',
  Hungary: 'HU',
  Italy: 'IT',
  Latvia: 'LV',
  NATO: 'NATO',
  Netherlands: 'NL',
  'Nordic-Baltic Eight': 'MULTI',
  Norway: 'NO',
  Poland: 'PL',
  Russia: 'RU',
  Slovakia: 'SK',
  Spain: 'ES',
  Sweden: 'SE',
  Turkey: 'TR',
  Ukraine: 'UA',
  'United Kingdom': 'GB',
  'United States': 'US',
};

/** Weapon column to canonical weapon; what is not listed means all weapons. */
const WEAPONS: Readonly<Record<string, string>> = {
  ATACMS: 'ATACMS',
  'ATACMS and other long-range arms': 'ATACMS',
  'ATACMS and other long-range weapons': 'ATACMS',
  'ATACMS, Storm Shadow': 'ATACMS',
  ERAM: 'ERAM',
  'F-16': 'F-16',
  'F-16 (24 aircraft)': 'F-16',
  'F-16 and other Belgian arms': 'F-16',
  SCALP: 'SCALP',
  'Storm Shadow': 'Storm Shadow',
  'long-range missiles': 'long-range (generic)',
  'long-range strike capabilities': 'long-range (generic)',
  'long-range weapons': 'long-range (generic)',
};

/** Scope column to scope word, by the first part that occurs. */
const SCOPES: readonly (readonly [string, string])[] = [
  ['anywhere Russian forces cross', 'anywhere_across_border'],
  ['Kharkiv', 'Kharkiv_front'],
  ['Sumy', 'Sumy'],
  ['Kursk', 'Kursk'],
  ['deep', 'deep'],
  ['broader targets', 'deep'],
  ['long-range strikes', 'deep'],
  ['Ukrainian territory', 'none_inside_Russia'],
  ['Ukrainian sovereign territory', 'none_inside_Russia'],
  ['Ukraine only', 'none_inside_Russia'],
  ['outside Ukrain', 'none_inside_Russia'],
  ['Russia', 'all_Russia'],
  ["aggressor's territory", 'all_Russia'],
];

interface TimelineRow {
  readonly date: string;
  readonly actor: string;
  readonly country: string;
  readonly action: string;
  readonly weapon: string;
  readonly scope: string;
  readonly fact: string;
  readonly fit: string;
  readonly sources: string;
}

/** The policy timeline as the positions that perfect readers would have reported, one publisher each. */
export function timelinePositions(): ReportedPosition[] {
  const csv = readFileSync(new URL('policy-timeline.csv', FOLDER), 'utf8');
  return parseCsv(csv)
    .slice(1)
    .map(
      ([
        date = '',
        actor = '',
        country = '',
        action = '',
        weapon = '',
        scope = '',
        fact = '',
        fit = '',
        sources = '',
      ]) => {
        return { date, actor, country, action, weapon, scope, fact, fit, sources };
      },
    )
    .flatMap((row, index) => (row.fit === 'core' ? [positionOf(row, index)] : []));
}

function positionOf(row: TimelineRow, index: number): ReportedPosition {
  const minute = String(index % 60).padStart(2, '0');
  const hour = String(Math.floor(index / 60) + 8).padStart(2, '0');
  const [url = ''] = row.sources.split(' ');
  const publisher = URL.canParse(url) && url.startsWith('http') ? new URL(url).hostname : 'seed';
  return {
    positionId: `p${index}`,
    articleId: `timeline-${index}`,
    publisher,
    publisherFamily: publisher,
    url,
    listedAt: `${row.date}T${hour}:${minute}:00.000Z`,
    actor: row.actor,
    actorType: 'person',
    speaker: row.actor,
    country: COUNTRY_CODES[row.country] ?? '',
    decider: !/president-elect|Representatives|House|designated|deputy prime/i.test(
      row.actor + row.fact.slice(0, 30),
    ),
    action: row.action as Action,
    altActions: [],
    change: 'none',
    weapon: WEAPONS[row.weapon] ?? 'generic',
    supplier: row.weapon.includes('some Western partners') ? 'MULTI' : null,
    scopeGeo: SCOPES.find(([part]) => row.scope.includes(part))?.[1] ?? 'unspecified',
    scopeTarget: 'unspecified',
    scopeConditions: [],
    statementDate: row.date,
    datePrecision: 'day',
    status: 'news',
    attribution: 'paraphrase',
    standing: standingOf(row),
    sourceChain: [],
    confidence: 1,
    evidence: { start: 0, end: row.fact.length, text: row.fact },
    also: [],
  };
}

function standingOf({ fact }: TimelineRow): Standing {
  return /Officials disclose|Same briefing|Media report|WSJ|Reported/.test(fact)
    ? 'reported-by-officials'
    : 'announced';
}

/** Fields of RFC 4180 text: quoted fields may hold commas and doubled quotation marks. */
function parseCsv(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => {
        return (quoted ?? plain ?? '').replaceAll('""', '"');
      });
    });
}
