import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileDigest } from '../../../src/domain/digest/compile-digest.ts';
import { renderDigestHtml } from '../../../src/domain/digest/render-html.ts';
import { renderDigestText } from '../../../src/domain/digest/render-text.ts';
import { readDigestInput } from './digest-input-builder.ts';

/** `UPDATE=1 npx vitest run tests/domain/digest` writes the expectations anew; read the difference before you commit it. */
const isUpdating = process.env['UPDATE'] === '1';
const slugs = readdirSync('fixtures/digests', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(slugs)('fixtures/digests/%s', (slug) => {
  const digest = compileDigest(readDigestInput(slug));

  it.each([
    { file: 'expected.html', rendered: renderDigestHtml(digest) },
    { file: 'expected.txt', rendered: renderDigestText(digest) },
  ])('renders $file', ({ file, rendered }) => {
    const path = `fixtures/digests/${slug}/${file}`;
    if (isUpdating) writeFileSync(path, rendered);
    expect(rendered).toBe(readFileSync(path, 'utf8'));
  });
});
