import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { compileDigest } from '../../../src/domain/digest/compile-digest.ts';
import { renderDigestHtml } from '../../../src/domain/digest/render-html.ts';
import { renderDigestText } from '../../../src/domain/digest/render-text.ts';
import { readDigestInput } from './digest-input-builder.ts';

const digest = compileDigest(readDigestInput('hostile-day'));
const htmlPart = renderDigestHtml(digest);
const textPart = renderDigestText(digest);

/** Bidirectional overrides, embeddings and isolates. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;

function readMarkup(markup: string) {
  const names = new Set<string>();
  const attributes = new Set<string>();
  const addresses: string[] = [];
  const parser = new Parser({
    onopentag(name, given) {
      names.add(name);
      for (const [attribute, value] of Object.entries(given)) {
        attributes.add(attribute);
        if (['href', 'src', 'background', 'action'].includes(attribute)) addresses.push(value);
      }
    },
  });
  parser.end(markup);
  return { names, attributes, addresses };
}

describe('a digest of hostile articles', () => {
  it('has a subject of one short line', () => {
    expect(digest.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(digest.subject).not.toMatch(TURNING);
    expect(digest.subject.length).toBeLessThanOrEqual(50);
  });

  it('has no element but the renderer’s own, nothing that runs or loads', () => {
    const { names, attributes } = readMarkup(htmlPart);
    const own = readMarkup(renderDigestHtml(compileDigest(readDigestInput('busy-day'))));
    expect([...names].filter((name) => !own.names.has(name))).toEqual([]);
    for (const name of ['script', 'img', 'link', 'iframe', 'form', 'object'])
      expect(own.names).not.toContain(name);
    expect([...attributes].filter((name) => name.startsWith('on') || name === 'src')).toEqual([]);
  });

  it('links to http and https addresses alone', () => {
    const { addresses } = readMarkup(htmlPart);
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) expect(address).toMatch(/^https?:\/\/[^@"'<>\s]+$/u);
  });

  it.each([
    { part: 'HTML', content: htmlPart },
    { part: 'text', content: textPart },
  ])('turns no text around in the $part', ({ content }) => {
    expect(content).not.toMatch(TURNING);
    expect(content.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(content.isWellFormed()).toBe(true);
  });

  it('keeps honest right-to-left words', () => {
    expect(htmlPart).toContain('עברית');
    expect(textPart).toContain('עברית');
  });

  it('keeps every line of the text within 72 columns, addresses aside', () => {
    const tooLong = textPart.split('\n').filter((line) => line.length > 72 && !/^\s*https?:/u.test(line));
    expect(tooLong).toEqual([]);
  });

  it('follows the limit of 40 characters that one publisher set', () => {
    const limited = digest.stories.entries.filter((story) => story.lead.publisher.startsWith('Publisher '));
    expect(limited).toHaveLength(1);
    expect(limited[0]?.quotations).toEqual([]);
  });
});
