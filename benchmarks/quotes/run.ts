/**
 * Prints the processor time that findQuotes takes for an article of 600 words, over the labelled articles and seeds, and for 100 KB
 * of texts made to be slow. Run: npm run bench -- quotes
 */
import { readFileSync } from 'node:fs';
import { findQuotes } from '../../src/domain/quotes/find-quotes.ts';
import { EMPTY_LEXICON } from '../../src/domain/quotes/speaker-lexicon.ts';

const ROUNDS = 20;
const HOSTILE_CHARACTERS = 100_000;
const HOSTILE_PATTERNS = [
  '"',
  '“',
  "'as' ",
  '"a" , ',
  '“A b c\n\n',
  'Quote: "a b"\n\n',
  'One said. Officials say. ',
];

const texts = ['relevant', 'hard-negatives', 'seeds'].flatMap((name) => {
  const path = new URL(`../../fixtures/labelled/${name}.jsonl`, import.meta.url);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
});
const wordCount = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

const msByRound: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const before = process.cpuUsage();
  for (const text of texts) findQuotes(text, EMPTY_LEXICON);
  msByRound.push(process.cpuUsage(before).user / 1000);
}
const medianMs = msByRound.toSorted((one, other) => one - other)[ROUNDS / 2] ?? 0;
console.log(
  `${texts.length} articles, ${wordCount} words: ${((medianMs / wordCount) * 600).toFixed(2)} ms per 600 words (median of ${ROUNDS})`,
);

for (const pattern of HOSTILE_PATTERNS) {
  const text = pattern.repeat(Math.ceil(HOSTILE_CHARACTERS / pattern.length));
  const before = process.cpuUsage();
  findQuotes(text, EMPTY_LEXICON);
  console.log(`100 KB of ${JSON.stringify(pattern)}: ${Math.round(process.cpuUsage(before).user / 1000)} ms`);
}
