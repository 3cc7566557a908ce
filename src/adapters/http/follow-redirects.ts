import type { Dispatcher } from 'undici';
import { checkUrl } from '../../domain/manners/fetchable-url.ts';
import type { WebOutcome, WebRequest } from '../../pipeline/web.ts';
import type { FetchContext } from './fetch-context.ts';
import { hangUp } from './read-body.ts';
import { readResponse } from './read-response.ts';
import { refuse } from './refusal.ts';
import { requestHeaders } from './request-headers.ts';
import { locationOf } from './response-headers.ts';

const REDIRECT_STATUSES: readonly number[] = [301, 302, 303, 307, 308];

/** The redirects after which a stored address is to be changed: RFC 9110 sections 15.4.2 and 15.4.9. */
const PERMANENT_STATUSES: readonly number[] = [301, 308];

/**
 * Asks, and follows redirects to the answer. Each hop passes the same check of its address as the first one did.
 *
 * @throws whatever the socket, the parser or the body threw
 */
export async function followRedirects(
  request: WebRequest,
  context: FetchContext,
  signal: AbortSignal,
): Promise<WebOutcome> {
  const visited = new Set<string>();
  let target = checkUrl(request.url, context);
  let movedTo: string | undefined;
  let isPermanentSoFar = true;
  while (target.kind === 'fetchable') {
    const { url } = target;
    visited.add(url.href);
    const response = await askOnce(url, request, context, signal);
    const location = redirectOf(response);
    if (location === undefined) {
      return readResponse(response, { request, url, movedTo }, context.limits, signal);
    }
    hangUp(response.body);
    target = checkUrl(location, context, url);
    if (target.kind !== 'fetchable') break;
    if (visited.size > context.limits.maxRedirects || visited.has(target.url.href)) {
      return tooManyRedirects(response.statusCode);
    }
    isPermanentSoFar &&= PERMANENT_STATUSES.includes(response.statusCode);
    if (isPermanentSoFar) movedTo = target.url.href;
  }
  const prefix = visited.size > 0 ? 'redirected to where we do not go: ' : '';
  return refuse(target.reason, `${prefix}${target.message}`, false);
}

function redirectOf(response: Dispatcher.ResponseData): string | undefined {
  return REDIRECT_STATUSES.includes(response.statusCode) ? locationOf(response.headers) : undefined;
}

function tooManyRedirects(status: number): WebOutcome {
  const message = 'the address leads in a circle, or through too many others';
  return { ...refuse('too-many-redirects', message, false), status };
}

function askOnce(
  url: URL,
  request: WebRequest,
  context: FetchContext,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const headers = requestHeaders(request, context.userAgent);
  if (context.viaGateway) headers['x-forwarded-proto'] = url.protocol.slice(0, -1);
  return context.agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers,
    signal,
  });
}
