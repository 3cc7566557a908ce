import { createWeb } from '../adapters/http/create-web.ts';
import { userAgent } from '../domain/manners/user-agent.ts';
import type { Web } from '../pipeline/web.ts';

export const VERSION = '0.1';

/** @param gateway tests and the local replay alone: the one local server that plays the web */
export function webFor(contact: string, gateway: string | undefined): Web {
  return createWeb({
    userAgent: userAgent(VERSION, contact),
    ...(gateway === undefined ? {} : { gateway }),
  });
}
