import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, parseDocument } from '../../../src/domain/articles/document-of-tree.ts';
import { parseHtml } from '../../../src/domain/articles/jsdom-window.ts';
import { leanTree } from '../../../src/domain/articles/lean-tree.ts';
import { createElement, type PageElement } from '../../../src/domain/articles/page-tree.ts';
import { readPage } from '../../../src/domain/articles/read-page.ts';
import { isStandardNesting } from '../../../src/domain/articles/standard-nesting.ts';

/** A tree written down: a text, or a name with what is in it. */
type Sketch =
  | string
  | { readonly name: string; readonly title: string; readonly children: readonly Sketch[] };

const NAMES = (
  'a a address article aside blockquote br button caption center col dd details div div div dl dt fieldset figure form ' +
  'h1 h2 header hr label li li main math nav ol p p p pre section select span span summary table table tbody td td th ' +
  'thead tr tr ul ul x-card'
).split(' ');
const TEXTS = ['One', ' ', 'two & <three>', '\n', ' \n four', 'five\u00a0six', '\r', 'a\0b'];

const { sketch } = fc.letrec<{ sketch: Sketch; element: Sketch; text: Sketch }>((tie) => ({
  sketch: fc.oneof({ maxDepth: 6, depthSize: 'medium' }, tie('text'), tie('element')),
  text: fc.constantFrom(...TEXTS),
  element: fc.record({
    name: fc.constantFrom(...NAMES),
    title: fc.constantFrom('', 'plain', 'a "quoted" & <odd>', '\r'),
    children: fc.array(tie('sketch'), { maxLength: 4 }),
  }),
}));

function treeOf(children: readonly Sketch[]): PageElement {
  const body = createElement('body');
  const add = (parent: PageElement, each: readonly Sketch[]): void => {
    for (const child of each) {
      if (typeof child === 'string') {
        parent.children.push(child);
        continue;
      }
      const element = createElement(child.name, child.title === '' ? {} : { class: child.title }, parent);
      parent.children.push(element);
      add(element, child.children);
    }
  };
  add(body, children);
  return leanTree(body);
}

/** A document's elements, attributes and texts, without the manner in which its DOM writes HTML. */
function outline(node: Element): unknown {
  return [
    node.localName,
    Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    ...[...node.childNodes].map((child) =>
      child.nodeType === child.TEXT_NODE ? child.nodeValue : outline(child as Element),
    ),
  ];
}

const bodyOf = (html: string): PageElement => leanTree(readPage(html).body);

describe('a document that is built from a tree', () => {
  it('is the one that jsdom parses of its HTML, wherever the nesting is called standard', () => {
    let built = 0;
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 4 }), (children) => {
        const tree = treeOf(children);
        if (!isStandardNesting(tree)) return;
        built += 1;
        const [one, other] = [
          documentOf('A title', tree, parseHtml),
          parseDocument('A title', tree, parseHtml),
        ];
        expect(outline(one.documentElement)).toEqual(outline(other.documentElement));
        expect(one.title).toBe(other.title);
      }),
      { numRuns: 3_000 },
    );
    expect(built).toBeGreaterThan(300);
  });

  it.each([
    [
      'an article',
      '<main><h1>T</h1><p>One <a href="/x">two</a><br>three</p><ul><li><p>four</p></li></ul></main>',
    ],
    ['a table', '<table><caption>C</caption><tbody><tr><th>a</th><td><p>b</p></td></tr></tbody></table>'],
    ['a list in a list', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['a link around blocks', '<a href="/x"><div><h2>a</h2></div></a>'],
    ['an element of the page’s own', '<x-card><p>a</p></x-card>'],
  ])('is possible for %s', (_, html) => {
    expect(isStandardNesting(bodyOf(html))).toBe(true);
  });

  it.each([
    ['a block in a paragraph', '<p><x-a><div>a</div></x-a></p>'],
    ['a link in a link', '<a href="/x"><span>a<a href="/y">b</a></span></a>'],
    ['a row without its group', '<table><tr><td>a</td></tr></table>'],
    ['text in a table', '<table>a<tbody><tr><td>b</td></tr></tbody></table>'],
    ['a cell without its table', '<div><td>a</td></div>'],
    ['a point in a point', '<ul><li><div><li>a</li></div></li></ul>'],
    ['what only some parsers know', '<math><mi>x</mi></math>'],
    ['a character that a parser drops', '<p>a&#0;b</p><p>a\0b</p>'],
  ])('is left to jsdom for %s', (_, html) => {
    expect(isStandardNesting(bodyOf(html))).toBe(false);
  });
});
