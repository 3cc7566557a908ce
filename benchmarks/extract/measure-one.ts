/** Measures one extractor in a process of its own and prints its figures as JSON: NAME every|day|memory|SET of public pages */

import { CONTESTANTS, type Extract } from './contestants.ts';
import { extractWhereItMatters } from './could-matter.ts';
import { type BenchPage, DAY_PAGES, dayStream, keptPages, replayPages } from './pages.ts';
import { PUBLIC_SETS, withoutCaptions } from './public-pages.ts';
import { compareTexts, type Score } from './shingles.ts';

/** Small pages are read often enough that the compiler is done with them; large ones need it less and take longer. */
const ROUNDS = { own: 16, public: 2 } as const;
/** With less of its text than this a page is lost. */
const LOST_BELOW = 0.3;

const [name = '', task = ''] = process.argv.slice(2);
const extract = await CONTESTANTS[name]?.();
if (!extract) throw new Error(`there is no extractor "${name}"`);

async function readAll(pages: readonly BenchPage[], read: Extract): Promise<string[]> {
  const texts: string[] = [];
  for (const page of pages) {
    texts.push(await readOrNothing(page, read));
    // jsdom frees a page only when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return texts;
}

async function readOrNothing({ html, url }: BenchPage, read: Extract): Promise<string> {
  try {
    return (await read(html, url)) ?? '';
  } catch {
    return '';
  }
}

async function timeAll(pages: readonly BenchPage[], read: Extract, count: number = ROUNDS.own) {
  const rounds: number[] = [];
  for (let round = 0; round <= count; round += 1) {
    const before = process.cpuUsage();
    await readAll(pages, read);
    const { user, system } = process.cpuUsage(before);
    if (round > 0) rounds.push((user + system) / 1000 / pages.length);
  }
  return { ms: Math.min(...rounds), peakMb: process.resourceUsage().maxRSS / 1024 };
}

async function scoreAll(
  pages: readonly BenchPage[],
  read: Extract,
  prepare = (text: string, _page: BenchPage): string => text,
): Promise<Score & { readonly median: number; readonly lost: number; readonly pages: number }> {
  const texts = await readAll(pages, read);
  const scores = pages.map((page, at) => compareTexts(page.expected ?? '', prepare(texts[at] ?? '', page)));
  const mean = (of: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return {
    precision: mean((one) => one.precision),
    recall: mean((one) => one.recall),
    f1: mean((one) => one.f1),
    median: scores.map(({ f1 }) => f1).sort((one, other) => one - other)[Math.floor(scores.length / 2)] ?? 0,
    lost: scores.filter(({ recall }) => recall < LOST_BELOW).length,
    pages: pages.length,
  };
}

/** Ours is asked for an article only where there may be one on the topic, as in the pipeline. */
const readOfDay = name === 'caveat' ? extractWhereItMatters : extract;
const everyPage = [...keptPages(), ...replayPages()].filter(({ expected }) => expected !== undefined);

if (task === 'every') {
  const score = await scoreAll(everyPage, extract);
  console.log(JSON.stringify({ ...(await timeAll(everyPage, extract)), ...score }));
} else if (task === 'day') {
  console.log(JSON.stringify(await timeAll(dayStream(DAY_PAGES), readOfDay)));
} else if (task === 'memory') {
  const pages = dayStream(200);
  for (let round = 1; round <= 10; round += 1) {
    await readAll(pages, extract);
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    if (round === 1 || round === 10) {
      console.log(JSON.stringify({ pages: 200 * round, heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20 }));
    }
  }
} else {
  const pages = await PUBLIC_SETS[task]?.();
  if (!pages) throw new Error(`there is no task "${task}"`);
  const score = await scoreAll(pages, extract, (text, { html }) => withoutCaptions(text, html));
  const every = await timeAll(pages, extract, ROUNDS.public);
  const day = await timeAll(dayStream(DAY_PAGES, pages), readOfDay, ROUNDS.public);
  console.log(JSON.stringify({ ...score, ms: every.ms, dayMs: day.ms }));
}
