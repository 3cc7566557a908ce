import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseResponse,
} from '@aws-sdk/client-bedrock-runtime';
import type { ProposalRequest, Proposer } from '../../pipeline/ports.ts';
import { StepError } from '../../pipeline/step-error.ts';
import { proposalMessages, proposalSystem, proposalTool, TOOL_NAME } from './proposal-tool.ts';

/** Longest answer, in tokens: eight positions with their sentences. It bounds what a question can cost. */
export const MOST_ANSWER_TOKENS = 1200;

/** A batch of five articles must be through before its function's time is. */
const PATIENCE_MS = 15_000;

export interface BedrockChoice {
  /** A foundation model of one region, such as `amazon.nova-lite-v1:0`. */
  readonly model: string;
  /** The only region that text is sent to; the function's own where it is missing. */
  readonly region?: string | undefined;
  readonly patienceMs?: number | undefined;
}

/**
 * Amazon Bedrock's Converse API. One try: a question that fails is not worth a second one's cost. Questions are few, so
 * each has a connection of its own and leaves none open.
 */
export function createBedrockProposer({ model, region, patienceMs }: BedrockChoice): Proposer {
  return {
    async propose(request) {
      const client = new BedrockRuntimeClient({
        ...(region === undefined ? {} : { region }),
        maxAttempts: 1,
      });
      try {
        const abortSignal = AbortSignal.timeout(patienceMs ?? PATIENCE_MS);
        const answer = await client.send(commandOf(model, request), { abortSignal });
        return { model, said: positionsOf(answer) };
      } finally {
        client.destroy();
      }
    },
  };
}

function commandOf(model: string, request: ProposalRequest): ConverseCommand {
  return new ConverseCommand({
    modelId: model,
    system: proposalSystem(request),
    messages: proposalMessages(request),
    toolConfig: proposalTool(request),
    inferenceConfig: { maxTokens: MOST_ANSWER_TOKENS, temperature: 0 },
  });
}

/** @throws StepError `model-answer` when the answer is no use of the tool */
function positionsOf({ output, stopReason }: ConverseResponse): readonly unknown[] {
  const blocks = output?.message?.content ?? [];
  const input = blocks.find(({ toolUse }) => toolUse?.name === TOOL_NAME)?.toolUse?.input;
  const positions = isRecord(input) ? input['positions'] : undefined;
  if (Array.isArray(positions)) return positions;
  throw new StepError('model-answer', `the model did not record positions (stop reason: ${stopReason})`, {
    retryable: false,
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
