/**
 * Writes the timeline's page for the policy timeline of `fixtures/timeline`: two years of public record.
 *
 *     node tools/write-timeline.ts OUT.html
 */
import { writeFileSync } from 'node:fs';
import { writeTimelinePage } from '../src/domain/archive-site/fit-timeline.ts';
import { timelineInput } from '../tests/domain/archive-site/two-years.ts';
import { timelinePositions } from '../tests/domain/ledger/timeline.ts';

const [out] = process.argv.slice(2);
if (out === undefined) {
  console.error('usage: node tools/write-timeline.ts OUT.html');
  process.exit(2);
}
writeFileSync(out, writeTimelinePage(timelineInput({ positions: timelinePositions(), until: '2026-03-31' })));
