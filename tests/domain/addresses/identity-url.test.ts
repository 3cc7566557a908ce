import { describe, expect, it } from 'vitest';
import { identityUrl } from '../../../src/domain/addresses/identity-url.ts';

const ARTICLE = 'https://www.outlet.example/news/2024/05/a-story';

describe('one article under many addresses', () => {
  it.each([
    ['http', 'http://www.outlet.example/news/2024/05/a-story'],
    ['no www', 'https://outlet.example/news/2024/05/a-story'],
    ['a slash at the end', `${ARTICLE}/`],
    ['a fragment', `${ARTICLE}#comments`],
    ['tracking parameters', `${ARTICLE}?utm_source=rss&utm_medium=feed&fbclid=1`],
    ['a mobile host', 'https://m.outlet.example/news/2024/05/a-story'],
    ['an AMP host', 'https://amp.outlet.example/news/2024/05/a-story'],
    ['an AMP path', `${ARTICLE}/amp`],
    [
      'an AMP cache',
      'https://www-outlet-example.cdn.ampproject.org/c/s/www.outlet.example/news/2024/05/a-story',
    ],
    ['a host in capitals', 'https://WWW.Outlet.Example/news/2024/05/a-story'],
  ])('%s', (_name, url) => {
    expect(identityUrl(url)).toBe(identityUrl(ARTICLE));
  });
});

describe('different articles stay different', () => {
  it.each([
    ['another path', 'https://www.outlet.example/news/2024/05/another-story'],
    ['a number in the query', `${ARTICLE}?id=2`],
    ['another site', 'https://www.other.example/news/2024/05/a-story'],
  ])('%s', (_name, url) => {
    expect(identityUrl(url)).not.toBe(identityUrl(ARTICLE));
  });

  it('the order of what remains of a query is no difference', () => {
    expect(identityUrl(`${ARTICLE}?b=2&a=1`)).toBe(identityUrl(`${ARTICLE}?a=1&utm_campaign=x&b=2`));
  });
});
