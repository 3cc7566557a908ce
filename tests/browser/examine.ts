import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Contrast, table headers, language, headings and the rest of axe's rules, from "serious" up, with the elements at fault. */
export async function examine(page: Page): Promise<{ faults: string[]; contrastsMeasured: number }> {
  await page.evaluate(AXE);
  const results = (await page.evaluate('axe.run(document)')) as AxeResults;
  const faults = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  const contrast = results.passes.find(({ id }) => id === 'color-contrast');
  return { faults, contrastsMeasured: contrast?.nodes.length ?? 0 };
}
