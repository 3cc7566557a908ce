/**
 * The web as the pipeline sees it: a polite, bounded GET that answers with an outcome and never throws for
 * anything a stranger's server does. Made real by `src/adapters/http/`.
 */
export interface Web {
  fetch(request: WebRequest): Promise<WebOutcome>;
}

export interface WebRequest {
  readonly url: string;
  /** Decides the Accept header and the byte limits. */
  readonly want: 'feed' | 'page' | 'robots';
  readonly validators?: Validators | undefined;
}

/** RFC 9110 section 8.8: opaque, echoed byte for byte. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type WebOutcome =
  | WebOk
  | {
      readonly kind: 'not-modified';
      readonly url: string;
      /** As in `WebOk`: an address may move while its content stays. */
      readonly movedTo?: string | undefined;
      /** To be kept: those of the answer, and those of the request where the answer has none. */
      readonly validators: Validators;
      readonly hints: ReturnHints;
    }
  | WebRefusal;

export interface WebOk {
  readonly kind: 'ok';
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Where the unbroken prefix of permanent redirects (301, 308) led, when there was one. */
  readonly movedTo?: string | undefined;
  readonly contentType?: string | undefined;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** Whether `bytes` ends where the limit was. Only robots.txt is cut; anything else is refused as `too-large`. */
  readonly truncated?: boolean | undefined;
  readonly validators: Validators;
  readonly hints: ReturnHints;
}

/** What a response says about when to come back. Seconds, counted from the response. */
export interface ReturnHints {
  /** `Cache-Control: max-age`, absent with no-cache or no-store. */
  readonly maxAgeSeconds?: number | undefined;
  /** `Expires` minus `Date`, where there is no max-age. */
  readonly expiresInSeconds?: number | undefined;
}

/** Why there is no body. */
export interface WebRefusal {
  readonly kind: 'refused';
  readonly reason: WebRefusalReason;
  /** HTTP status, where there was one. */
  readonly status?: number | undefined;
  /** `Retry-After` in either spelling, as seconds from the response. */
  readonly retryAfterSeconds?: number | undefined;
  /** For people, without any of the response's text. */
  readonly message: string;
  /** Whether another try later may work: never to be guessed from `message`. */
  readonly retryable: boolean;
}

export type WebRefusalReason =
  | 'address-not-allowed'
  | 'bad-response'
  | 'bad-url'
  | 'blocked'
  | 'connect-failed'
  | 'dns-failed'
  | 'encoding-unsupported'
  | 'gone'
  | 'http-status'
  | 'not-found'
  | 'rate-limited'
  | 'robots'
  | 'server-error'
  | 'timeout'
  | 'tls-failed'
  | 'too-large'
  | 'too-many-redirects';
