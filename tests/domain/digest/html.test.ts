import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, link, toHtmlString } from '../../../src/domain/digest/html.ts';
import { hostileText } from './hostile-text.ts';

const render = (markup: ReturnType<typeof html>) => toHtmlString(markup);

describe('html', () => {
  it.each([
    {
      name: 'text is escaped',
      markup: html`<p>${'<b>&"\'`'}</p>`,
      expected: '<p>&lt;b&gt;&amp;&quot;&#39;&#96;</p>',
    },
    {
      name: 'markup is not escaped twice',
      markup: html`<p>${html`<b>${'x'}</b>`}</p>`,
      expected: '<p><b>x</b></p>',
    },
    { name: 'lists are joined', markup: html`${[html`<i>1</i>`, '&']}`, expected: '<i>1</i>&amp;' },
    { name: 'false and undefined leave nothing', markup: html`a${false}b${undefined}c`, expected: 'abc' },
    { name: 'zero is a number', markup: html`${0}`, expected: '0' },
    { name: 'overrides and isolates go', markup: html`${'a\u202eb\u2066c'}`, expected: 'abc' },
    { name: 'line breaks and nulls become spaces', markup: html`${'a\r\n\u0000b'}`, expected: 'a b' },
    { name: 'spaces at the edges stay', markup: html`a${' b '}c`, expected: 'a b c' },
  ])('$name', ({ markup, expected }) => {
    expect(render(markup)).toBe(expected);
  });

  it('lets no text open an element or leave an attribute', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(render(html`<p title="${text}">${text}</p>`)).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/u);
      }),
    );
  });
});

describe('link', () => {
  it.each([
    {
      url: 'https://one.example/a?b=1&c="2"',
      expected: '<a href="https://one.example/a?b=1&amp;c=%222%22">x</a>',
    },
    { url: 'javascript:alert(1)', expected: 'x' },
    { url: ' JavaScript:alert(1)', expected: 'x' },
    { url: 'data:text/html,x', expected: 'x' },
    { url: '//one.example', expected: 'x' },
    { url: 'https://user:secret@one.example/', expected: 'x' },
    { url: 'ftp://one.example/', expected: 'x' },
    { url: `https://one.example/${'a'.repeat(2_000)}`, expected: 'x' },
    { url: undefined, expected: 'x' },
  ])('$url', ({ url, expected }) => {
    expect(render(link(url, 'x', html``))).toBe(expected);
  });
});
