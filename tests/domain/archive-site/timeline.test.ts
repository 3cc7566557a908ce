import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { compileTimeline } from '../../../src/domain/archive-site/compile-timeline.ts';
import { MAX_PAGE_BYTES, writeTimelinePage } from '../../../src/domain/archive-site/fit-timeline.ts';
import { hostileText } from '../digest/hostile-text.ts';
import { aPosition } from '../ledger/a-position.ts';
import { timelinePositions } from '../ledger/timeline.ts';
import { timelineInput, twoYears } from './two-years.ts';

const PUBLIC_TIMELINE = timelineInput({ positions: timelinePositions(), until: '2026-03-31' });

const parse = (html: string) => new JSDOM(html).window.document;

describe('compileTimeline', () => {
  it('draws one country’s answers one after the other, each as long as it held', () => {
    const positions = [
      aPosition({ action: 'MAINTAINS_RESTRICTION', statementDate: '2024-05-01' }),
      aPosition({ statementDate: '2024-05-31' }),
    ];
    const { countries, changes } = compileTimeline(timelineInput({ positions, until: '2024-06-30' }), 100);
    expect(countries.map(({ name }) => name)).toEqual(['Germany']);
    const [lane] = countries[0]?.lanes ?? [];
    expect(lane).toMatchObject({ weapon: 'All supplied weapons', area: '' });
    const [ban, leave] = lane?.stretches ?? [];
    expect(ban).toMatchObject({ status: 'restricted', from: 0, isOpen: false });
    expect(leave).toMatchObject({ status: 'permitted', from: ban?.to, to: 1 });
    expect(lane?.marks.map(({ change }) => change.number)).toEqual([2, 1]);
    expect(changes[0]).toMatchObject({
      when: '31 May 2024',
      from: { status: 'restricted' },
      to: { status: 'permitted' },
      standing: 'announced; reported by 1 publisher',
    });
  });

  it('keeps out what was stated after the last day shown', () => {
    const positions = [
      aPosition({ statementDate: '2024-05-31' }),
      aPosition({ statementDate: '2024-07-01', country: 'DK' }),
    ];
    const { countries } = compileTimeline(timelineInput({ positions, until: '2024-06-30' }), 100);
    expect(countries.map(({ name }) => name)).toEqual(['Germany']);
  });

  it('gives what no report dates the left edge, and says so', () => {
    const positions = [
      aPosition({ action: 'MAINTAINS_RESTRICTION', status: 'background_current', statementDate: null }),
    ];
    const { countries, changes } = compileTimeline(timelineInput({ positions, until: '2024-06-30' }), 100);
    expect(countries[0]?.lanes[0]?.stretches[0]).toMatchObject({ from: 0, isOpen: true });
    expect(changes[0]?.when).toBe('date not stated; first reported 31 May 2024');
  });

  it('gives the same for the same positions in any order', () => {
    const shuffled = timelinePositions().toSorted((one, other) =>
      one.positionId.localeCompare(other.positionId),
    );
    expect(compileTimeline({ ...PUBLIC_TIMELINE, positions: shuffled.toReversed() }, 100)).toEqual(
      compileTimeline(PUBLIC_TIMELINE, 100),
    );
  });

  it('cuts at the left what is older than there is room for, and counts it', () => {
    const timeline = compileTimeline(timelineInput({ positions: twoYears(120) }), 30);
    expect(timeline.changes).toHaveLength(30);
    expect(timeline.olderCount).toBeGreaterThan(50);
    const stretches = timeline.countries.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.stretches));
    expect(stretches.some(({ isOpen, from }) => isOpen && from === 0)).toBe(true);
    expect(Math.min(...stretches.map(({ from, to }) => to - from))).toBeGreaterThanOrEqual(0);
  });
});

describe('the timeline’s page', () => {
  it('stays below 300 KB for two years in which an answer changes every week, with the evidence of each', () => {
    const page = writeTimelinePage(timelineInput({ positions: twoYears(104) }));
    expect(Buffer.byteLength(page)).toBeLessThan(MAX_PAGE_BYTES);
    const cards = [...parse(page).querySelectorAll('[popover]')];
    expect(cards).toHaveLength(104);
    expect(cards.every((card) => card.querySelector('blockquote') && card.querySelector('a[href]'))).toBe(
      true,
    );
  });

  it('stays below 300 KB however many there are, and says what it leaves out', () => {
    const page = writeTimelinePage(timelineInput({ positions: twoYears(1_000) }));
    expect(Buffer.byteLength(page)).toBeLessThan(MAX_PAGE_BYTES);
    const cards = parse(page).querySelectorAll('[popover]').length;
    expect(cards).toBeGreaterThan(104);
    expect(page).toMatch(/\d+ older: <code>caveat positions<\/code>/);
  });

  it('lets every mark open a change, and lets the table open each of them too', () => {
    const document = parse(writeTimelinePage(PUBLIC_TIMELINE));
    const cards = new Set([...document.querySelectorAll('[popover]')].map(({ id }) => id));
    const targets = (selector: string) =>
      [...document.querySelectorAll(selector)].map((button) => button.getAttribute('popovertarget') ?? '');
    expect(new Set(targets('.marks button'))).toEqual(cards);
    expect(new Set(targets('tbody button'))).toEqual(cards);
  });

  it('forbids everything but its own style sheet, which it names by its hash', () => {
    const document = parse(writeTimelinePage(PUBLIC_TIMELINE));
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content');
    const sheets = [...document.querySelectorAll('style')];
    expect(sheets).toHaveLength(1);
    const hash = createHash('sha256')
      .update(sheets[0]?.textContent ?? '')
      .digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(document.querySelectorAll('script, [style], img, link[rel="stylesheet"], iframe')).toHaveLength(0);
  });

  it('prints no more of one article than its publisher allows', () => {
    const text = 'What the minister said on the steps of the chancellery that evening. '.repeat(4);
    const positions = [
      aPosition({ articleId: 'one', evidence: { start: 0, end: 4, text } }),
      aPosition({ articleId: 'one', country: 'DK', evidence: { start: 9, end: 14, text: `Also: ${text}` } }),
    ];
    const printed = (limit: number) => {
      const { changes } = compileTimeline(
        timelineInput({ positions, excerptLimits: { Northwire: limit } }),
        9,
      );
      return changes
        .map(({ evidence }) => evidence?.text.length ?? 0)
        .reduce((sum, length) => sum + length, 0);
    };
    expect(printed(300)).toBeGreaterThan(200);
    expect(printed(300)).toBeLessThanOrEqual(300);
    expect(printed(0)).toBe(0);
  });

  it('shows what strangers write as text, whatever it is', () => {
    const skeleton = shapeOf(writeTimelinePage(timelineInput({ positions: [aPosition()] })));
    fc.assert(
      fc.property(hostileText(), (text) => {
        const position = aPosition({
          actor: text,
          publisher: text,
          weapon: text,
          scopeTarget: text,
          url: `javascript:alert(1)//${text}`,
          evidence: { start: 0, end: 4, text },
        });
        const page = writeTimelinePage(timelineInput({ positions: [position], topicLabel: text }));
        expect(shapeOf(page)).toEqual(skeleton);
      }),
      { numRuns: 25 },
    );
  });
});

/** Elements and attributes of a page, without those that hold an excerpt or lead to an article. */
function shapeOf(page: string): string[] {
  return [...parse(page).querySelectorAll('body *')]
    .filter((element) => element.closest('blockquote, p.muted a, bdi') === null)
    .map((element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`);
}
