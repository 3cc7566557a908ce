/**
 * How long it takes to group a day's articles, and how much memory. Prints one line.
 *
 *     npm run bench -- stories [articles, 10,000 unless given]
 */
import { clusterArticles } from '../../src/domain/stories/cluster-articles.ts';
import { writeArticles } from './write-articles.ts';

const count = Number(process.argv[2] ?? 10_000);
const articles = writeArticles(count);
const before = process.cpuUsage();
const startedAt = performance.now();
const stories = clusterArticles(articles);
const seconds = (performance.now() - startedAt) / 1_000;
const { user, system } = process.cpuUsage(before);
const cpuSeconds = (user + system) / 1_000_000;
const peakMiB = process.resourceUsage().maxRSS / 1_024;
console.log(
  `${count} articles in ${stories.length} stories: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), ${peakMiB.toFixed(0)} MiB at most (the whole process)`,
);
