import type { Validators, WebRequest } from '../../pipeline/web.ts';

/** What each kind of request would like best, and that anything else is better than nothing. */
const ACCEPT: Readonly<Record<WebRequest['want'], string>> = {
  feed: [
    'application/rss+xml',
    'application/atom+xml',
    'application/feed+json',
    'application/rdf+xml;q=0.9',
    'application/xml;q=0.8',
    'text/xml;q=0.8',
    'application/json;q=0.7',
    '*/*;q=0.1',
  ].join(', '),
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  robots: 'text/plain, */*;q=0.1',
};

/** Every encoding that `readBody` reads. */
const ACCEPT_ENCODING = 'gzip, br, zstd, deflate';

/** Octets that a field value may hold, obs-text included, since validators are echoed as they came. RFC 9110 section 5.5. */
const FIELD_VALUE = /^[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/;

/** The whole of what is sent. No cookie, no referrer, nothing that names a reader. */
export function requestHeaders(request: WebRequest, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT[request.want],
    'accept-encoding': ACCEPT_ENCODING,
    ...conditions(request.validators ?? {}),
  };
}

export function isFieldValue(text: string): boolean {
  return FIELD_VALUE.test(text);
}

/** Both validators, byte for byte. One that no header can carry is left out, so that the answer is whole again. */
function conditions({ etag, lastModified }: Validators): Record<string, string> {
  const headers: Record<string, string> = {};
  if (etag !== undefined && isFieldValue(etag)) headers['if-none-match'] = etag;
  if (lastModified !== undefined && isFieldValue(lastModified)) headers['if-modified-since'] = lastModified;
  return headers;
}
