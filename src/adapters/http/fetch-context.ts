import type { Agent } from 'undici';
import type { WebLimits } from './web-options.ts';

/** What one request needs of the web it is made in. */
export interface FetchContext {
  readonly agent: Agent;
  readonly limits: WebLimits;
  readonly userAgent: string;
  readonly allowLoopback: boolean;
  /** Whether a local server plays the web, and is told by a header which scheme was meant. */
  readonly viaGateway: boolean;
}
