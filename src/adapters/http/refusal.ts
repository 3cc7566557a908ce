import type { WebRefusal, WebRefusalReason } from '../../pipeline/web.ts';
import {
  AddressNotAllowedError,
  BodyBrokenError,
  BodyTooLargeError,
  EncodingUnsupportedError,
} from './fetch-errors.ts';

/** Answers that mean "not you": RFC 9110 sections 15.5.2 to 15.5.4, RFC 7725. */
const BLOCKED_STATUSES: readonly number[] = [401, 402, 403, 451];

/** Client errors that say by definition that another try may work: RFC 9110 section 15.5.9, RFC 8470. */
const PASSING_STATUSES: readonly number[] = [408, 425];

export function refuse(reason: WebRefusalReason, message: string, retryable: boolean): WebRefusal {
  return { kind: 'refused', reason, message, retryable };
}

/** What a status other than success, redirect and 304 means. */
export function refusalOfStatus(status: number, retryAfterSeconds: number | undefined): WebRefusal {
  const { reason, message, retryable } = meaningOfStatus(status);
  return {
    kind: 'refused',
    reason,
    status,
    retryAfterSeconds,
    message: `${message} (HTTP ${status})`,
    retryable,
  };
}

function meaningOfStatus(status: number): Pick<WebRefusal, 'reason' | 'message' | 'retryable'> {
  if (BLOCKED_STATUSES.includes(status)) {
    return { reason: 'blocked', message: 'the server does not serve this to us', retryable: false };
  }
  if (status === 404)
    return { reason: 'not-found', message: 'there is nothing at this address', retryable: false };
  if (status === 410)
    return { reason: 'gone', message: 'the address was given up for good', retryable: false };
  if (status === 429)
    return { reason: 'rate-limited', message: 'the server asks for fewer requests', retryable: true };
  if (status >= 500) return { reason: 'server-error', message: 'the server failed', retryable: true };
  return {
    reason: 'http-status',
    message: 'the answer has a status without use for us',
    retryable: PASSING_STATUSES.includes(status),
  };
}

interface FailureKind {
  readonly codes: RegExp;
  readonly reason: WebRefusalReason;
  readonly message: string;
  readonly retryable: boolean;
}

/**
 * Error codes of Node.js (`errors`, `dns`, `tls`), OpenSSL and undici (`docs/api/Errors.md`), by what they mean here.
 * The first match counts.
 */
const FAILURES: readonly FailureKind[] = [
  {
    codes: /^(ENOTFOUND|ENODATA|ESERVFAIL|EAI_\w+)$/,
    reason: 'dns-failed',
    message: 'the host name could not be resolved',
    retryable: true,
  },
  {
    codes: /^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/,
    reason: 'timeout',
    message: 'the server was too slow',
    retryable: true,
  },
  {
    codes:
      /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/,
    reason: 'tls-failed',
    message: 'the certificate of the server is not valid',
    retryable: false,
  },
  {
    codes: /^(ERR_SSL_|ERR_TLS_|EPROTO$)/,
    reason: 'tls-failed',
    message: 'no secure connection could be agreed on',
    retryable: true,
  },
  {
    codes: /^UND_ERR_HEADERS_OVERFLOW$/,
    reason: 'too-large',
    message: 'the headers are larger than the limit',
    retryable: false,
  },
  {
    codes: /^(ECONN\w+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EPIPE|UND_ERR_SOCKET)$/,
    reason: 'connect-failed',
    message: 'the connection could not be made, or ended without an answer',
    retryable: true,
  },
];

/**
 * What an error means that ended a request. The error's own text is not passed on: it may quote the server, as errors
 * about certificates do.
 *
 * @param isExpired whether the time for the whole request had run out
 */
export function refusalOfError(error: unknown, isExpired: boolean): WebRefusal {
  if (isExpired) return refuse('timeout', 'the request took longer than the time for all of it', true);
  if (error instanceof AddressNotAllowedError) return refuse('address-not-allowed', error.message, false);
  if (error instanceof BodyTooLargeError) return refuse('too-large', error.message, false);
  if (error instanceof EncodingUnsupportedError) return refuse('encoding-unsupported', error.message, false);
  const isBody = error instanceof BodyBrokenError;
  const code = codeOf(isBody ? error.cause : error);
  const failure = FAILURES.find(({ codes }) => codes.test(code));
  if (isBody && failure?.reason !== 'timeout')
    return refuse('bad-response', `${error.message} (${code})`, true);
  if (failure === undefined) return refuse('bad-response', `the answer is not sound HTTP (${code})`, true);
  return refuse(failure.reason, `${failure.message} (${code})`, failure.retryable);
}

/** A code as the libraries write them, or the kind of error. Never text of the response. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,80}$/.test(code) ? code : error.name;
}
