import { Agent } from 'undici';
import type { Web, WebOutcome, WebRequest } from '../../pipeline/web.ts';
import { gatewayConnector, publicConnector } from './connectors.ts';
import type { FetchContext } from './fetch-context.ts';
import { followRedirects } from './follow-redirects.ts';
import { refusalOfError, refuse } from './refusal.ts';
import { isFieldValue } from './request-headers.ts';
import { parseGateway, resolveLimits, type WebOptions } from './web-options.ts';

/** The web over real sockets. */
export interface HttpWeb extends Web {
  /** Ends what is under way, as refused, and releases all sockets. Calls after this are refused. */
  close(): Promise<void>;
}

/**
 * A polite, bounded GET to public addresses. docs/wire.md says what it promises to servers and what it expects.
 *
 * @throws RangeError for options that cannot be used; `fetch` never throws
 */
export function createWeb(options: WebOptions): HttpWeb {
  const context = fetchContext(options);
  const closing = new AbortController();
  return {
    fetch: (request) => fetchWithin(request, context, closing.signal),
    close: async () => {
      closing.abort();
      await context.agent.destroy();
    },
  };
}

function fetchContext(options: WebOptions): FetchContext {
  if (!isFieldValue(options.userAgent)) throw new RangeError('userAgent: use printable ASCII');
  const limits = resolveLimits(options.limits);
  const allowLoopback = options.allowLoopback ?? false;
  const { gateway, lookup } = options;
  const connect =
    gateway === undefined
      ? publicConnector({ connectMs: limits.connectMs, allowLoopback, lookup })
      : gatewayConnector(parseGateway(gateway));
  const agent = new Agent({
    connect,
    allowH2: false,
    pipelining: 0, // one request to a connection: a function that slept wakes up with dead sockets (decision 0160)
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.idleMs,
  });
  return { agent, limits, userAgent: options.userAgent, allowLoopback, viaGateway: gateway !== undefined };
}

async function fetchWithin(
  request: WebRequest,
  context: FetchContext,
  closing: AbortSignal,
): Promise<WebOutcome> {
  const deadline = AbortSignal.timeout(context.limits.totalMs);
  try {
    return await followRedirects(request, context, AbortSignal.any([deadline, closing]));
  } catch (error) {
    if (closing.aborted) return refuse('connect-failed', 'this side was closed', true);
    return refusalOfError(error, deadline.aborted);
  }
}
