import { describe, expect, it } from 'vitest';
import {
  crawlDelaySeconds,
  MAX_ROBOTS_BYTES,
  mayFetch,
  mayFetchUnder,
  type RobotsReply,
  type RobotsRules,
  robotsRules,
} from '../../../src/domain/manners/robots.ts';

const AGENT = 'Caveat/0.1.0 (+https://newsroom.example/caveat)';
const at = (path: string): string => `https://outlet.example${path}`;

describe('mayFetch', () => {
  it.each<{ name: string; robots: string; path: string; may: boolean }>([
    { name: 'an empty file', robots: '', path: '/a', may: true },
    { name: 'everything refused', robots: 'User-agent: *\nDisallow: /', path: '/a', may: false },
    { name: 'nothing refused', robots: 'User-agent: *\nDisallow:', path: '/a', may: true },
    {
      name: 'a folder refused',
      robots: 'User-agent: *\nDisallow: /private/',
      path: '/private/a',
      may: false,
    },
    {
      name: 'beside that folder',
      robots: 'User-agent: *\nDisallow: /private/',
      path: '/privately',
      may: true,
    },
    {
      name: 'our own group before that for everybody',
      robots: 'User-agent: *\nDisallow: /\n\nUser-agent: caveat\nAllow: /',
      path: '/a',
      may: true,
    },
    {
      name: 'our own group, refused',
      robots: 'User-agent: *\nAllow: /\n\nUser-agent: Caveat\nDisallow: /',
      path: '/a',
      may: false,
    },
    {
      name: 'two groups of ours, which are one',
      robots:
        'User-agent: caveat\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: caveat\nDisallow: /b',
      path: '/b',
      may: false,
    },
    {
      name: 'a group of several names',
      robots: 'User-agent: x\nUser-agent: caveat\nDisallow: /',
      path: '/a',
      may: false,
    },
    { name: 'a group of somebody else', robots: 'User-agent: otherbot\nDisallow: /', path: '/a', may: true },
    {
      name: 'the longest rule',
      robots: 'User-agent: *\nDisallow: /news\nAllow: /news/open',
      path: '/news/open/1',
      may: true,
    },
    {
      name: 'of equally long rules the one that allows',
      robots: 'User-agent: *\nDisallow: /page\nAllow: /page',
      path: '/page',
      may: true,
    },
    { name: 'a wildcard', robots: 'User-agent: *\nDisallow: /*.pdf$', path: '/a/b.pdf', may: false },
    {
      name: 'a wildcard that ends',
      robots: 'User-agent: *\nDisallow: /*.pdf$',
      path: '/a/b.pdf?x',
      may: true,
    },
    { name: 'a query', robots: 'User-agent: *\nDisallow: /*?print', path: '/a?print=1', may: false },
    { name: 'a byte-order mark', robots: '\uFEFFUser-agent: *\nDisallow: /', path: '/a', may: false },
    {
      name: 'the line ends of every system',
      robots: 'User-agent: *\r\nDisallow: /a\rDisallow: /b',
      path: '/b',
      may: false,
    },
    {
      name: 'comments',
      robots: '# hello\nUser-agent: * # all\nDisallow: / # really',
      path: '/a',
      may: false,
    },
    {
      name: 'a web page in its place',
      robots: '<!doctype html><title>404: not here</title>',
      path: '/a',
      may: true,
    },
    { name: 'names of objects', robots: 'User-agent: __proto__\nDisallow: /', path: '/a', may: true },
  ])('$name: $may', ({ robots, path, may }) => {
    expect(mayFetch(robots, at(path), AGENT)).toBe(may);
  });

  it('is for any port and scheme of the host that served it', () => {
    expect(mayFetch('User-agent: *\nDisallow: /', 'http://outlet.example:8080/a', AGENT)).toBe(false);
  });

  it('refuses what is no address', () => {
    expect(mayFetch('', 'not an address', AGENT)).toBe(false);
  });

  it('is not thrown off by a sitemap between the agents of a group', () => {
    const robots = 'User-agent: caveat\nSitemap: https://outlet.example/map.xml\nUser-agent: x\nDisallow: /';
    expect(mayFetch(robots, at('/a'), AGENT)).toBe(false);
  });

  it.each([
    { name: 'a pattern of stars', line: `Disallow: /${'*'.repeat(MAX_ROBOTS_BYTES - 100)}b` },
    { name: 'a pattern of stars and letters', line: `Disallow: /${'*a'.repeat(MAX_ROBOTS_BYTES / 2)}b` },
    { name: 'patterns of stars and letters', line: `Disallow: /*a*b\n`.repeat(MAX_ROBOTS_BYTES / 16) },
    {
      name: 'agents times rules',
      line: `${'User-agent: x\n'.repeat(20_000)}${'Disallow: /b\n'.repeat(20_000)}`,
    },
    {
      name: 'names for us times rules',
      line: `${'User-agent: caveat\n'.repeat(14_000)}${'Disallow: /b\n'.repeat(20_000)}`,
    },
  ])('ends, and within this heap, for $name', ({ line }) => {
    expect(mayFetch(`User-agent: *\n${line}`, at(`/${'a'.repeat(100_000)}`), AGENT)).toBe(true);
  });
});

describe('robotsRules', () => {
  const text = 'User-agent: *\nDisallow: /private\n';
  const bytes = Buffer.from(text);

  it.each<{ name: string; reply: RobotsReply; rules: RobotsRules }>([
    { name: 'a file', reply: { status: 200, bytes }, rules: { kind: 'rules', text } },
    { name: 'not found', reply: { status: 404 }, rules: { kind: 'none' } },
    { name: 'gone', reply: { status: 410 }, rules: { kind: 'none' } },
    {
      name: 'forbidden, which the standard takes for: none',
      reply: { status: 403 },
      rules: { kind: 'none' },
    },
    { name: 'redirects that lead nowhere', reply: { status: 302 }, rules: { kind: 'none' } },
    { name: 'too many requests', reply: { status: 429 }, rules: { kind: 'unreachable' } },
    { name: 'a server error', reply: { status: 503 }, rules: { kind: 'unreachable' } },
    { name: 'no answer', reply: {}, rules: { kind: 'unreachable' } },
    {
      name: 'a file that was cut, without the line that was',
      reply: { bytes: Buffer.from('User-agent: *\nDisallow: /private\nDisallow: /'), truncated: true },
      rules: { kind: 'rules', text },
    },
    {
      name: 'octets of no charset',
      reply: { bytes: Buffer.from([0xff, 0x0a]) },
      rules: { kind: 'rules', text: '\uFFFD\n' },
    },
  ])('$name', ({ reply, rules }) => {
    expect(robotsRules(reply)).toEqual(rules);
  });

  it('reads no more than the limit', () => {
    const rules = robotsRules({ bytes: Buffer.alloc(2 * MAX_ROBOTS_BYTES, 'Disallow: /a\n') });
    expect(rules.kind === 'rules' && rules.text.length).toBeLessThanOrEqual(MAX_ROBOTS_BYTES);
  });
});

describe('mayFetchUnder', () => {
  it.each<{ name: string; rules: RobotsRules; may: boolean }>([
    {
      name: 'rules that allow',
      rules: { kind: 'rules', text: 'User-agent: *\nDisallow: /private' },
      may: true,
    },
    { name: 'rules that refuse', rules: { kind: 'rules', text: 'User-agent: *\nDisallow: /' }, may: false },
    { name: 'no rules', rules: { kind: 'none' }, may: true },
    { name: 'rules that cannot be read now', rules: { kind: 'unreachable' }, may: false },
  ])('$name: $may', ({ rules, may }) => {
    expect(mayFetchUnder(rules, at('/a'), AGENT)).toBe(may);
  });
});

describe('crawlDelaySeconds', () => {
  it.each([
    { line: 'Crawl-delay: 10', seconds: 10 },
    { line: 'Crawl-delay: 0.5', seconds: 0.5 },
    { line: 'Crawl-delay: 86400', seconds: 60 },
    { line: 'Crawl-delay: -1', seconds: undefined },
    { line: 'Crawl-delay: soon', seconds: undefined },
    { line: 'Disallow: /x', seconds: undefined },
  ])('$line', ({ line, seconds }) => {
    expect(crawlDelaySeconds(`User-agent: *\n${line}`, at('/'), AGENT)).toBe(seconds);
  });
});
