import { describe, expect, it } from 'vitest';
import { checkUrl, MAX_URL_LENGTH } from '../../../src/domain/manners/fetchable-url.ts';

const PUBLIC_ONLY = { allowLoopback: false };
const WITH_LOOPBACK = { allowLoopback: true };

describe('checkUrl', () => {
  it.each([
    { name: 'https', text: 'https://outlet.example/feed', href: 'https://outlet.example/feed' },
    { name: 'http', text: 'http://outlet.example', href: 'http://outlet.example/' },
    {
      name: 'the ports of the web',
      text: 'https://outlet.example:8443/',
      href: 'https://outlet.example:8443/',
    },
    {
      name: 'a default port, which disappears',
      text: 'https://outlet.example:443/',
      href: 'https://outlet.example/',
    },
    {
      name: 'http on the port of https',
      text: 'http://outlet.example:443/',
      href: 'http://outlet.example:443/',
    },
    {
      name: 'a fragment, which is dropped',
      text: 'https://outlet.example/#top',
      href: 'https://outlet.example/',
    },
    {
      name: 'a name in another script',
      text: 'https://новини.example/',
      href: 'https://xn--b1amarcd.example/',
    },
    { name: 'white space around', text: ' https://outlet.example/ \n', href: 'https://outlet.example/' },
    { name: 'a public address', text: 'http://8.8.8.8/', href: 'http://8.8.8.8/' },
    { name: 'a public IPv6 address', text: 'http://[2606:4700::1111]/', href: 'http://[2606:4700::1111]/' },
    {
      name: 'a name that only ends like a local one',
      text: 'http://notlocal.example/',
      href: 'http://notlocal.example/',
    },
    { name: 'a name at the root', text: 'http://outlet.example./', href: 'http://outlet.example./' },
  ])('lets pass $name', ({ text, href }) => {
    const verdict = checkUrl(text, PUBLIC_ONLY);
    expect(verdict.kind === 'fetchable' && verdict.url.href).toBe(href);
  });

  it.each([
    { name: 'nothing', text: '' },
    { name: 'a path alone', text: '/feed.xml' },
    { name: 'a host alone', text: 'outlet.example/feed.xml' },
    { name: 'ftp', text: 'ftp://outlet.example/' },
    { name: 'a file', text: 'file:///etc/passwd' },
    { name: 'a script', text: 'javascript:alert(1)' },
    { name: 'data', text: 'data:text/html,x' },
    { name: 'gopher', text: 'gopher://outlet.example:70/' },
    { name: 'a user name', text: 'https://user@outlet.example/' },
    { name: 'a password', text: 'https://:secret@outlet.example/' },
    { name: 'an address too long', text: `https://outlet.example/${'x'.repeat(MAX_URL_LENGTH)}` },
    { name: 'a port too high', text: 'http://outlet.example:65536/' },
    { name: 'a host that is no number although it ends in one', text: 'http://1.2.3.256/' },
  ])('refuses as bad-url: $name', ({ text }) => {
    expect(checkUrl(text, PUBLIC_ONLY)).toMatchObject({ kind: 'refused', reason: 'bad-url' });
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://%31%32%37.0.0.1/',
    'http://１２７.０.０.１/',
    'http://①②⑦.0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://169.254.43518/',
    'http://10.0.0.1/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://api.localhost/',
    'http://printer.local/',
    'http://router.lan/',
    'http://nas.home.arpa/',
    'http://metadata.google.internal/',
    'http://local/',
    'http://intranet/',
    'http://intranet./',
    'http://outlet.example:22/',
    'http://outlet.example:6379/',
    'https://outlet.example:9200/',
  ])('refuses as address-not-allowed: %s', (text) => {
    expect(checkUrl(text, PUBLIC_ONLY)).toMatchObject({ kind: 'refused', reason: 'address-not-allowed' });
  });

  it('reads a relative address as its base would', () => {
    const base = new URL('https://outlet.example/a/b');
    const hrefs = ['c', '/c', '?c', '//other.example/c', ''].map((text) => {
      const verdict = checkUrl(text, PUBLIC_ONLY, base);
      return verdict.kind === 'fetchable' ? verdict.url.href : verdict.reason;
    });
    expect(hrefs).toEqual([
      'https://outlet.example/a/c',
      'https://outlet.example/c',
      'https://outlet.example/a/b?c',
      'https://other.example/c',
      'https://outlet.example/a/b',
    ]);
  });

  it.each(['http://127.0.0.1:54321/', 'http://[::1]:1/', 'http://localhost:54321/'])(
    'lets %s pass where loopback is allowed',
    (text) => {
      expect(checkUrl(text, WITH_LOOPBACK).kind).toBe('fetchable');
    },
  );

  it.each(['http://10.0.0.1/', 'http://intranet/', 'http://outlet.example:54321/', 'http://api.localhost/'])(
    'still refuses %s where loopback is allowed',
    (text) => {
      expect(checkUrl(text, WITH_LOOPBACK).kind).toBe('refused');
    },
  );

  it('repeats nothing of the address in its message', () => {
    for (const text of ['secret://x', 'https://secret@outlet.example/', 'http://secret.local/']) {
      expect(JSON.stringify(checkUrl(text, PUBLIC_ONLY))).not.toContain('secret');
    }
  });
});
