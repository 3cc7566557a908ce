import type { APIGatewayProxyResultV2, LambdaFunctionURLEvent } from 'aws-lambda';
import { unsubscribeDeps } from '../src/compose/unsubscribe.ts';
import { unsubscribe } from '../src/pipeline/unsubscribe.ts';
import { donePage, formPage } from './unsubscribe-pages.ts';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  'referrer-policy': 'no-referrer',
};

/**
 * Function URL → the end of a subscription. GET only shows a button, since scanners and previews follow links;
 * POST acts, and always answers 200 (RFC 8058), whether the token was known or not.
 */
export async function handler(event: LambdaFunctionURLEvent): Promise<APIGatewayProxyResultV2> {
  const { method } = event.requestContext.http;
  const token = event.queryStringParameters?.['token'] ?? '';
  if (method === 'POST') {
    const now = new Date(event.requestContext.timeEpoch).toISOString();
    await unsubscribe(token, now, unsubscribeDeps().subscribers);
    return { statusCode: 200, headers: HEADERS, body: donePage() };
  }
  if (method === 'GET' || method === 'HEAD') return { statusCode: 200, headers: HEADERS, body: formPage() };
  return { statusCode: 405, headers: { ...HEADERS, allow: 'GET, HEAD, POST' }, body: '' };
}
