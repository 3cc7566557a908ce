import { compileTimeline, type TimelineInput } from './compile-timeline.ts';
import { renderTimeline } from './render-timeline.ts';

/** Two years of a busy topic need less; a page must open on a slow line. */
export const MAX_PAGE_BYTES = 300_000;
const MOST_CHANGES = 600;
/** What is taken off beyond the share that seems too much, since entries differ in length. */
const SPARE = 0.97;

/** The timeline's page with as many changes as it has room for, newest first; what is older is counted and named by a command. */
export function writeTimelinePage(input: TimelineInput, maxBytes = MAX_PAGE_BYTES): string {
  let shown = MOST_CHANGES;
  for (;;) {
    const timeline = compileTimeline(input, shown);
    const page = renderTimeline(timeline);
    const bytes = Buffer.byteLength(page, 'utf8');
    if (shown === 0 || bytes <= maxBytes) return page;
    shown = Math.floor(timeline.changes.length * (maxBytes / bytes) * SPARE);
  }
}
