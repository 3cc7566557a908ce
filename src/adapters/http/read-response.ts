import type { Dispatcher } from 'undici';
import type { Validators, WebOutcome, WebRequest } from '../../pipeline/web.ts';
import { parseContentCoding } from './content-coding.ts';
import { BodyTooLargeError } from './fetch-errors.ts';
import { hangUp, readBody } from './read-body.ts';
import { refusalOfStatus } from './refusal.ts';
import { headerList, headerValue, hintsOf, retryAfterOf, validatorsOf } from './response-headers.ts';
import type { WebLimits } from './web-options.ts';

/** What was asked, and where the answer came from. */
export interface Asked {
  readonly request: WebRequest;
  readonly url: URL;
  readonly movedTo: string | undefined;
}

/** RFC 9110 sections 15.3.1 and 15.3.4: the whole representation, perhaps changed by a proxy. */
const WHOLE_STATUSES: readonly number[] = [200, 203];

/**
 * Turns the last response of a request into an outcome. A body that is not wanted is not read.
 *
 * @throws BodyTooLargeError, BodyBrokenError, EncodingUnsupportedError
 */
export async function readResponse(
  response: Dispatcher.ResponseData,
  asked: Asked,
  limits: WebLimits,
  signal: AbortSignal,
): Promise<WebOutcome> {
  try {
    const nowMs = Date.now();
    if (isUnchanged(response, asked.request)) return unchanged(response, asked, nowMs);
    if (!WHOLE_STATUSES.includes(response.statusCode)) {
      return refusalOfStatus(response.statusCode, retryAfterOf(response.headers, nowMs));
    }
    return {
      kind: 'ok',
      url: asked.url.href,
      movedTo: asked.movedTo,
      contentType: headerValue(response.headers, 'content-type'),
      ...(await bodyOf(response, asked.request.want, limits, signal)),
      validators: validatorsOf(response.headers),
      hints: hintsOf(response.headers, nowMs),
    };
  } finally {
    hangUp(response.body);
  }
}

/**
 * 304 where we asked conditionally, or 200 with the very ETag that was sent: the server cannot answer conditionally,
 * but says that nothing changed. Only feeds are polled, so only for them is the second worth trusting.
 */
function isUnchanged(response: Dispatcher.ResponseData, request: WebRequest): boolean {
  const { etag, lastModified } = request.validators ?? {};
  if (response.statusCode === 304) return etag !== undefined || lastModified !== undefined;
  const isSameTag = etag !== undefined && etag !== '' && etag === headerValue(response.headers, 'etag');
  return response.statusCode === 200 && request.want === 'feed' && isSameTag;
}

function unchanged(response: Dispatcher.ResponseData, asked: Asked, nowMs: number): WebOutcome {
  const fresh = validatorsOf(response.headers);
  const sent: Validators = asked.request.validators ?? {};
  return {
    kind: 'not-modified',
    url: asked.url.href,
    movedTo: asked.movedTo,
    validators: {
      etag: fresh.etag ?? sent.etag,
      lastModified: fresh.lastModified ?? sent.lastModified,
    },
    hints: hintsOf(response.headers, nowMs),
  };
}

async function bodyOf(
  response: Dispatcher.ResponseData,
  want: WebRequest['want'],
  limits: WebLimits,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; truncated?: boolean | undefined }> {
  const coding = parseContentCoding(headerList(response.headers, 'content-encoding'));
  const maxWireBytes = limits.maxWireBytes[want];
  const cut = want === 'robots';
  const announcedBytes = Number(headerValue(response.headers, 'content-length') ?? 0);
  if (announcedBytes > maxWireBytes && !cut) throw new BodyTooLargeError(maxWireBytes, 'on the wire');
  const bodyLimits = { maxWireBytes, maxBytes: limits.maxBytes[want], cut };
  const { bytes, truncated } = await readBody(response.body, coding, bodyLimits, signal);
  return truncated ? { bytes, truncated } : { bytes };
}
