import { restUntil } from '../domain/manners/host-turn.ts';
import type { WebRefusal } from './web.ts';

/**
 * Until when a refusal asks to leave the whole host alone: after 429 always, after other answers when they say so.
 *
 * @returns ISO 8601 UTC, or undefined when nothing was asked
 */
export function restAsked(refusal: WebRefusal, now: string): string | undefined {
  const asks = refusal.reason === 'rate-limited' || refusal.retryAfterSeconds !== undefined;
  return asks ? restUntil(now, refusal.retryAfterSeconds) : undefined;
}
