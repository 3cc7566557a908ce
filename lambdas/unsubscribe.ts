import type { APIGatewayProxyResultV2, LambdaFunctionURLEvent } from 'aws-lambda';
import { unsubscribeDeps } from '../src/compose/unsubscribe.ts';
import { confirmSubscription, unsubscribe } from '../src/pipeline/unsubscribe.ts';
import { PAGES } from './unsubscribe-pages.ts';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/**
 * Function URL → the end of a subscription (`?token=`), or the beginning of one that was asked for (`?confirm=`).
 *
 * GET only shows a button, since scanners and previews follow links, and looks nothing up; POST acts, and always answers
 * 200 (RFC 8058) whether the token was known or not. What a POST carries is not read, however it is encoded: the token
 * is in the address, as in the mail's header. No cookie, no redirect.
 */
export async function handler(event: LambdaFunctionURLEvent): Promise<APIGatewayProxyResultV2> {
  const { method } = event.requestContext.http;
  const { confirm, token } = event.queryStringParameters ?? {};
  const pages = confirm === undefined ? PAGES.unsubscribe : PAGES.confirm;
  if (method === 'POST') {
    const now = new Date(event.requestContext.timeEpoch).toISOString();
    const { subscribers } = unsubscribeDeps();
    if (confirm === undefined) await unsubscribe(token ?? '', now, subscribers);
    else await confirmSubscription(confirm, now, subscribers);
    return { statusCode: 200, headers: HEADERS, body: pages.done };
  }
  if (method === 'GET') return { statusCode: 200, headers: HEADERS, body: pages.form };
  if (method === 'HEAD') return { statusCode: 200, headers: HEADERS, body: '' };
  return { statusCode: 405, headers: { ...HEADERS, allow: 'GET, HEAD, POST' }, body: '' };
}
