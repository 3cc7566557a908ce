import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPublishers } from '../../local/publishers.ts';
import { readPublishers } from '../../local/publishers-content.ts';
import { articleText } from '../../local/publishers-model.ts';
import { renderPage } from '../../local/publishers-page.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/publishers');
const HEAD = 'title: Ferry\npublished: 2024-05-25T10:00+02:00\n';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'publishers-'));
  for (const part of ['document.pdf', 'feed-formats', 'essanews']) {
    cpSync(join(FIXTURES, part), join(dir, part), { recursive: true });
  }
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

function writeItem(text: string): void {
  writeFileSync(join(dir, 'essanews/items/ferry.txt'), text);
}

function readItem(text: string) {
  writeItem(text);
  const publisher = readPublishers(dir)[0];
  const item = publisher?.items.find(({ id }) => id === 'ferry');
  if (publisher === undefined || item === undefined) throw new Error('the item was not read');
  return { publisher, item };
}

describe('an item file', () => {
  it('gives the article text without what stands around it', () => {
    const body = [
      '!figure A ferry | Photo: archive',
      'It **sails** [again](/a).',
      '!advert',
      '## Why',
      '- wind\n- no\u00a0ice',
      '!related Another ferry',
      '!credit An agency helped.',
    ];
    const { publisher, item } = readItem(`${HEAD}standfirst: At last.\n---\n${body.join('\n\n')}\n`);
    expect(articleText(item)).toBe('At last.\n\nIt sails again.\n\nWhy\n\nwind\n\nno ice');
    const page = renderPage(publisher, item);
    expect(page).toContain('It <strong>sails</strong> <a href="/a">again</a>.');
    for (const text of ['Photo: archive', 'Another ferry', 'An agency helped.', 'no&#160;ice']) {
      expect(page).toContain(text);
    }
  });

  it('cannot break out of the page with its words', () => {
    const title = 'Ferry </title><script>sail()</script> & "more"';
    const { publisher, item } = readItem(`${HEAD.replace('Ferry', title)}---\n<b>Ahoy</b>`);
    const page = renderPage(publisher, item);
    expect(page).not.toContain('<script>sail');
    expect(page).not.toContain('<b>Ahoy');
  });

  it.each([
    { name: 'no title', text: 'published: 2024-05-25T10:00+02:00\n---\nx', says: /add a line "title: …"/ },
    {
      name: 'an instant without offset',
      text: 'title: x\npublished: 2024-05-25T10:00\n---\nx',
      says: /needs an instant/,
    },
    {
      name: 'a field nobody reads',
      text: `${HEAD}autor: A\n---\nx`,
      says: /"autor: A" is no field; use author, /,
    },
    {
      name: 'an unknown answer',
      text: `${HEAD}serve: teapot\n---\nx`,
      says: /"teapot" is none of page, not-found/,
    },
    { name: 'a copy of nothing', text: `${HEAD}copyOf: boat\n---\nx`, says: /names no item beside it/ },
  ])('with $name is refused, named and told what to change', ({ text, says }) => {
    writeItem(text);
    expect(() => readPublishers(dir)).toThrow(says);
    expect(() => readPublishers(dir)).toThrow(/ferry\.txt/);
  });
});

describe('a publisher', () => {
  it('may not have a host that somebody could own', () => {
    const file = join(dir, 'essanews/publisher.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('www.essanews.example', 'www.harbour.com'));
    expect(() => readPublishers(dir)).toThrow(/use a host under \.example/);
  });

  it('with a misspelt name in its template stops the server before the first request', async () => {
    writeFileSync(join(dir, 'essanews/template/page.html'), '{{titel}}');
    const starting = startPublishers({ dir, now: () => new Date(0) });
    await expect(starting).rejects.toThrow(
      /essanews\/template\/page\.html asks for {{titel}}; known are .*title/,
    );
  });

  it('is looked for in a folder that holds some', () => {
    expect(() => readPublishers(join(dir, 'feed-formats'))).toThrow(/no folder here holds a publisher\.json/);
  });
});
