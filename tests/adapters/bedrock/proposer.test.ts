import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBedrockProposer } from '../../../src/adapters/bedrock/proposer.ts';
import { proposalChoices } from '../../../src/domain/proposals/proposal-choices.ts';
import { loadTopic } from '../../domain/topics/load-pack.ts';
import { answerOf, type ConverseServer, startConverseServer, toolAnswer } from './converse-server.ts';

const TOPIC = loadTopic('weapons-use-restrictions');
const TEXT = 'Anna Berg of Denmark hinted that the jets might reach over the border.';
const REQUEST = {
  title: TOPIC.title,
  passages: [{ start: 0, end: TEXT.length, text: TEXT }],
  choices: proposalChoices(TOPIC),
};
const MODEL = 'amazon.nova-lite-v1:0';
const POSITIONS = [{ actor: 'Anna Berg' }, 'whatever a model says'];

describe('the proposer on Amazon Bedrock', () => {
  let server: ConverseServer;
  beforeAll(async () => {
    server = await startConverseServer();
  });
  afterAll(() => server.close());

  const ask = (patienceMs?: number) =>
    createBedrockProposer({ model: MODEL, region: 'eu-north-1', patienceMs }).propose(REQUEST);

  it('asks the one model in the one region, once, with the topic’s own values as the schema', async () => {
    server.answerWith({ body: toolAnswer('record_positions', { positions: POSITIONS }) });
    const before = server.asked.length;
    expect(await ask()).toEqual({ model: MODEL, said: POSITIONS });
    expect(server.asked.length - before).toBe(1);
    const [request] = server.asked.slice(-1);
    expect(request?.path).toBe(`/model/${MODEL}/converse`);
    expect(request?.authorization).toMatch(/\/eu-north-1\/bedrock\/aws4_request/);
    const body = JSON.parse(request?.body ?? '{}');
    expect(body.toolConfig.toolChoice).toEqual({ tool: { name: 'record_positions' } });
    const { properties } = body.toolConfig.tools[0].toolSpec.inputSchema.json.properties.positions.items;
    expect(properties.country.enum).toContain('DK');
    expect(properties.action.enum).toHaveLength(15);
    expect(properties.weapon.enum).toContain('F-16');
    expect(body.messages[0].content[0].text).toContain(TEXT);
    expect(body.inferenceConfig).toMatchObject({ temperature: 0, maxTokens: 1200 });
  });

  it.each([
    { name: 'only chats', body: answerOf([{ text: 'Denmark allows it.' }], 'end_turn') },
    { name: 'uses another tool', body: toolAnswer('delete_everything', { positions: [] }) },
    { name: 'gives something else than a list', body: toolAnswer('record_positions', { positions: 'none' }) },
    { name: 'gives no input', body: toolAnswer('record_positions', null) },
    { name: 'is cut off', body: answerOf([], 'max_tokens') },
    { name: 'gives an empty object', body: '{}' },
    { name: 'gives no JSON', body: 'Service busy' },
  ])('fails when the model $name', async ({ body }) => {
    server.answerWith({ body });
    await expect(ask()).rejects.toThrow(/did not record positions|JSON/);
  });

  it.each([
    { status: 429, error: 'ThrottlingException' },
    { status: 403, error: 'AccessDeniedException' },
    { status: 500, error: 'InternalServerException' },
  ])('fails on $status without a second try, since each costs', async ({ status, error }) => {
    server.answerWith({ status, error, body: '{"message":"no"}' });
    const before = server.asked.length;
    await expect(ask()).rejects.toThrow(expect.objectContaining({ name: error }));
    expect(server.asked.length - before).toBe(1);
  });

  it('fails when the service hangs up', async () => {
    server.answerWith('hang-up');
    const before = server.asked.length;
    await expect(ask()).rejects.toThrow();
    expect(server.asked.length - before).toBe(1);
  });

  it('waits no longer than its patience', async () => {
    server.answerWith('silence');
    const before = server.asked.length;
    await expect(ask(300)).rejects.toThrow(/abort|time/i);
    expect(server.asked.length - before).toBe(1);
  });
});
