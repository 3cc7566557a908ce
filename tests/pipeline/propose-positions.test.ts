import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBedrockProposer } from '../../src/adapters/bedrock/proposer.ts';
import { createProposalBudget } from '../../src/adapters/dynamodb/proposal-budget.ts';
import { compileTopic } from '../../src/domain/topics/compile-topic.ts';
import { NO_READERS } from '../../src/domain/topics/topic-readers.ts';
import { understandArticle } from '../../src/domain/understand-article.ts';
import { ingestItem } from '../../src/pipeline/ingest-item.ts';
import type { Proposer } from '../../src/pipeline/ports.ts';
import { type ProposalDeps, proposePositions } from '../../src/pipeline/propose-positions.ts';
import { type ConverseServer, startConverseServer, toolAnswer } from '../adapters/bedrock/converse-server.ts';
import { ENGINES, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import { loadPack } from '../domain/topics/load-pack.ts';
import { ingestHouse, itemOf, NOW, ok, pageOf, receipt } from './ingest-house.ts';

/** Read by rules alone: of what they are not sure does not change when a reader is fitted. */
const TOPIC = compileTopic(loadPack('weapons-use-restrictions'), NO_READERS);
/** Something that a reader may take for a position, and the rules are not sure of. */
const SENTENCE = 'As for missiles and Ukraine, the restrictions of Oslo remain, it recalled.';
const PARAGRAPHS = [
  'The parliament has passed a budget for the roads of the north, after a debate of nine hours on Tuesday evening.',
  'The bridges are old, and the winters are long in the north, as the minister of transport had said in the spring.',
  'It was a long debate, and the opposition voted against the budget in the end, with two of its members absent.',
  `Background: ${SENTENCE}`,
];
const ARTICLE = {
  id: 'a1',
  url: 'https://outlet.example/1',
  title: 'A budget',
  text: PARAGRAPHS.join('\n\n'),
};
const FOUND = understandArticle(ARTICLE, TOPIC);

const said = {
  actor: 'Oslo',
  country: 'NO',
  action: 'MAINTAINS_RESTRICTION',
  weapon: TOPIC.genericObject,
  scope: TOPIC.defaultScopeGeo,
  evidence: SENTENCE,
};

describe.each(ENGINES)('positions that a model proposes, on %s', (engine) => {
  let table: TestTable;
  let server: ConverseServer;
  const logged: { event: string; fields: Readonly<Record<string, unknown>> }[] = [];
  beforeAll(async () => {
    table = await startTestTable(engine);
    server = await startConverseServer();
  }, 30_000);
  afterAll(async () => {
    await server.close();
    await table.discard();
  });

  const depsWith = (given: Partial<ProposalDeps> = {}): ProposalDeps => ({
    proposer: createBedrockProposer({
      model: 'amazon.nova-lite-v1:0',
      region: 'eu-central-1',
      patienceMs: 2000,
    }),
    budget: createProposalBudget(table.table),
    maxPerDay: 1000,
    // Near enough for whatever the rules make of the article.
    margin: 0.5,
    log: {
      info: (event, fields) => logged.push({ event, fields }),
      error: (event, fields) => logged.push({ event, fields }),
    },
    ...given,
  });
  const propose = (deps: ProposalDeps, day = '2024-06-01') =>
    proposePositions(ARTICLE, TOPIC, FOUND, `${day}T06:00:00.000Z`, deps);

  it('are asked for where the rules are not sure', () => {
    expect(FOUND).toMatchObject({ relevance: 'none', positions: [] });
    expect(FOUND.score).toBeGreaterThan(0);
  });

  it('are shown beside an article that the rules would have left out, and are no positions', async () => {
    server.answerWith({ body: toolAnswer('record_positions', { positions: [said] }) });
    const found = await propose(depsWith());
    expect(found).toMatchObject({ relevance: 'mention', positions: [] });
    expect(found.proposals).toMatchObject([{ country: 'NO', model: 'amazon.nova-lite-v1:0' }]);
    for (const { evidence } of found.proposals ?? []) {
      expect(ARTICLE.text.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
  });

  it('are dropped when the text does not bear them out, and the article is what the rules say', async () => {
    const invented = {
      ...said,
      evidence: 'Norway has allowed Ukraine to strike Russian territory with its missiles.',
    };
    server.answerWith({
      body: toolAnswer('record_positions', { positions: [invented, { ...said, country: 'ZZ' }] }),
    });
    expect(await propose(depsWith())).toMatchObject({ relevance: 'none' });
    expect(logged.at(-1)).toMatchObject({
      event: 'proposals-judged',
      fields: { accepted: 0, dropped: { 'not-in-the-text': 1, 'not-a-value-of-the-topic': 1 } },
    });
  });

  it.each(['{', '{}', toolAnswer('record_positions', 'no')])(
    'fail without failing the item: %s',
    async (body) => {
      server.answerWith({ body });
      expect(await propose(depsWith())).toMatchObject({ relevance: 'none' });
      expect(logged.at(-1)?.event).toBe('proposals-failed');
    },
  );

  it('are not asked for once the day has had its most, however many ask at once', async () => {
    server.answerWith({ body: toolAnswer('record_positions', { positions: [] }) });
    const before = server.asked.length;
    const deps = depsWith({ maxPerDay: 3 });
    await Promise.all(Array.from({ length: 10 }, () => propose(deps, '2024-06-02')));
    expect(server.asked.length - before).toBe(3);
    expect(logged.filter(({ event }) => event === 'proposals-spent').length).toBeGreaterThanOrEqual(7);
    await propose(deps, '2024-06-03');
    expect(server.asked.length - before).toBe(4);
  });

  it('are never asked for far from the boundary', async () => {
    const never: Proposer = { propose: () => Promise.reject(new Error('asked')) };
    const sure = { ...FOUND, score: 0.95, relevance: 'core' as const };
    expect(
      await proposePositions(ARTICLE, TOPIC, sure, NOW, depsWith({ proposer: never, margin: 0.15 })),
    ).toBe(sure);
  });

  it('lie on the article’s row, and nowhere among the positions', async () => {
    server.answerWith({ body: toolAnswer('record_positions', { positions: [said] }) });
    const url = 'https://outlet.example/budget';
    const house = ingestHouse(table, { [url]: ok(pageOf('A budget', PARAGRAPHS), url) });
    const result = await ingestItem(itemOf(url), receipt(), {
      ...house.deps,
      topics: [TOPIC],
      proposals: depsWith(),
    });
    expect(result).toMatchObject({ kind: 'settled' });
    const rows = await table.dump();
    expect(rows.filter(({ proposals }) => proposals !== undefined)).toMatchObject([
      { relevance: 'mention', proposals: [{ action: 'MAINTAINS_RESTRICTION' }] },
    ]);
    expect(rows.filter(({ sk }) => String(sk).includes('#POSITION#'))).toEqual([]);
    expect(rows.filter(({ pk }) => String(pk).includes('#COUNTRY#'))).toEqual([]);
  });
});
