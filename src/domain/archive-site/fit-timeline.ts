import { compileTimeline, type TimelineInput } from './compile-timeline.ts';
import { renderTimeline } from './render-timeline.ts';

/** Two years of a busy topic need less; a page must open on a slow line. */
export const MAX_PAGE_BYTES = 300_000;
const MOST_CHANGES = 600;
/** How much is kept when a page is too large. */
const SHORTENED_TO = 0.8;

/** The timeline's page with as many changes as it has room for, newest first; what is older is counted and named by a command. */
export function writeTimelinePage(input: TimelineInput, maxBytes = MAX_PAGE_BYTES): string {
  for (let changes = MOST_CHANGES; ; changes = Math.floor(changes * SHORTENED_TO)) {
    const page = renderTimeline(compileTimeline(input, changes));
    if (changes === 0 || Buffer.byteLength(page, 'utf8') <= maxBytes) return page;
  }
}
