import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readPublishers } from './publishers-content.ts';
import { renderFeed } from './publishers-feed.ts';
import type { Item, Publisher } from './publishers-model.ts';
import { renderPage } from './publishers-page.ts';
import { type RenameOptions, renamePublishers } from './publishers-rename.ts';

export interface PublisherOptions {
  /** The folder with a folder for each publisher, such as fixtures/publishers. */
  readonly dir: string;
  /** Read at every request: nothing is served before its publication. */
  readonly now: () => Date;
  /** Plays the same week by outlets that look nothing like those on disk. */
  readonly rename?: RenameOptions | undefined;
}

/** One request that the publishers were asked, and how it was answered. */
export interface RequestRecord {
  /** ISO 8601 in UTC, by the server's `now`. */
  readonly at: string;
  readonly method: string;
  readonly host: string;
  /** With the query. */
  readonly path: string;
  readonly status: number;
  readonly userAgent?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSince?: string | undefined;
}

export interface PublisherServer {
  /** Address of the one socket that answers for every host; the request's Host says which is meant. */
  readonly url: string;
  readonly requests: RequestRecord[];
  close(): Promise<void>;
}

/** One row of a feeds file, in the words of the configuration's schema. */
export interface PublisherFeed {
  readonly id: string;
  readonly publisher: string;
  readonly family: string;
  readonly url: string;
  readonly country: string;
  readonly language: string;
  readonly excerptLimit: number;
  readonly termsNote: string;
}

/** The feeds of the publishers in `dir`, sorted by id. */
export function publisherFeeds(dir: string, rename?: RenameOptions): PublisherFeed[] {
  return loadPublishers(dir, rename)
    .map((publisher) => ({
      id: publisher.slug,
      publisher: publisher.name,
      family: publisher.family,
      url: `https://${publisher.host}${publisher.feedPath}`,
      country: publisher.country,
      language: publisher.language.slice(0, 2),
      excerptLimit: publisher.excerptLimit,
      termsNote: publisher.termsNote,
    }))
    .sort((left, right) => left.id.localeCompare(right.id));
}

/** Reads the publishers, renamed where that is asked for. */
export function loadPublishers(dir: string, rename?: RenameOptions): Publisher[] {
  const publishers = readPublishers(dir);
  return rename === undefined ? publishers : renamePublishers(publishers, rename);
}

/**
 * Serves all publishers from one socket on 127.0.0.1, at a free port. Every page is rendered before the first request,
 * so that a fault in a template shows at once.
 *
 * @throws PublisherContentError when a file of theirs cannot be used
 */
export async function startPublishers(options: PublisherOptions): Promise<PublisherServer> {
  const sites = new Map(
    loadPublishers(options.dir, options.rename).map((publisher) => [publisher.host, buildSite(publisher)]),
  );
  const document = readFileSync(join(options.dir, 'document.pdf'));
  const requests: RequestRecord[] = [];
  const server = createServer((request, response) => {
    const now = options.now();
    const host = hostOf(request);
    const answer = answerFor(request, sites.get(host), { now, document });
    requests.push(record(request, host, answer.status, now));
    send(request, response, answer);
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close: () => close(server) };
}

/** A publisher with its pages by their path. */
interface Site {
  readonly publisher: Publisher;
  readonly pages: ReadonlyMap<string, string>;
}

function buildSite(publisher: Publisher): Site {
  const printed = publisher.items.filter((item) => item.copyOf === undefined);
  return { publisher, pages: new Map(printed.map((item) => [item.path, renderPage(publisher, item)])) };
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Buffer | undefined;
}

const NOT_FOUND: Answer = plain(404, 'There is nothing at this address.\n');

function answerFor(
  request: IncomingMessage,
  site: Site | undefined,
  context: { readonly now: Date; readonly document: Buffer },
): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...plain(405, 'Only GET and HEAD are answered.\n'), headers: { allow: 'GET, HEAD' } };
  }
  if (site === undefined) return NOT_FOUND;
  const { publisher } = site;
  const path = pathOf(request);
  if (path === '/robots.txt') return publisher.robots === null ? NOT_FOUND : plain(200, publisher.robots);
  if (path === publisher.feedPath) return answerFeed(request, publisher, context.now);
  const item = publisher.items.find(
    (each) => (each.path === path || each.feedPath === path) && each.copyOf === undefined,
  );
  if (item === undefined || Date.parse(item.published) > context.now.getTime()) return NOT_FOUND;
  if (item.path !== path) return { status: 301, headers: { location: item.path } };
  return answerItem(site, item, context.document);
}

function answerItem({ pages }: Site, item: Item, document: Buffer): Answer {
  switch (item.serve) {
    case 'not-found':
      return NOT_FOUND;
    case 'gone':
      return plain(410, 'This story was withdrawn.\n');
    case 'pdf':
      return { status: 200, headers: { 'content-type': 'application/pdf' }, body: document };
    case 'page':
      return html(pages.get(item.path) ?? '');
  }
}

/** Conditional as RFC 9110 section 13.2.2 orders it: If-None-Match first, If-Modified-Since only without it. */
function answerFeed(request: IncomingMessage, publisher: Publisher, now: Date): Answer {
  const feed = renderFeed(publisher, now);
  const validators = { etag: feed.etag, 'last-modified': feed.lastModified };
  const wantedTag = request.headers['if-none-match'];
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  const unchanged =
    wantedTag === undefined ? Date.parse(feed.lastModified) <= since : wantedTag.includes(feed.etag);
  if (unchanged) return { status: 304, headers: validators };
  return { status: 200, headers: { ...validators, 'content-type': feed.contentType }, body: feed.bytes };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const body = answer.body === undefined ? Buffer.alloc(0) : Buffer.from(answer.body);
  const length = answer.status === 304 ? {} : { 'content-length': String(body.byteLength) };
  response.writeHead(answer.status, { ...answer.headers, ...length });
  response.end(request.method === 'HEAD' || answer.status === 304 ? undefined : body);
}

function record(request: IncomingMessage, host: string, status: number, now: Date): RequestRecord {
  return {
    at: now.toISOString(),
    method: request.method ?? '',
    host,
    path: request.url ?? '/',
    status,
    userAgent: request.headers['user-agent'],
    ifNoneMatch: request.headers['if-none-match'],
    ifModifiedSince: request.headers['if-modified-since'],
  };
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
}

/** Query strings such as tracking parameters never change what is served. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function plain(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

function html(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
}
