import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDigest } from '../../../src/domain/digest/compile-digest.ts';
import type { DigestInput } from '../../../src/domain/digest/digest-input.ts';
import { encodedBytes } from '../../../src/domain/digest/encoded-bytes.ts';
import { renderDigestHtml } from '../../../src/domain/digest/render-html.ts';
import { clusterArticles } from '../../../src/domain/stories/cluster-articles.ts';
import { article, digestInput, ledgerRow, position, readDigestInput } from './digest-input-builder.ts';
import { hostileText } from './hostile-text.ts';

const permitted = ledgerRow();
const banned = ledgerRow({ status: 'restricted' });
const germany = ledgerRow({ country: 'DE' });
const change = (after = permitted, before = banned) =>
  ({ kind: 'status-changed', before, after, lateNews: false }) as const;

function withArticles(given: Partial<DigestInput> & Pick<DigestInput, 'articles'>): DigestInput {
  return digestInput({ stories: clusterArticles(given.articles), ...given });
}

describe('the subject', () => {
  it.each([
    {
      name: 'one change',
      input: digestInput({ changes: [change()] }),
      subject: 'US allows strikes near the city',
    },
    {
      name: 'several changes: the rest are counted',
      input: digestInput({
        changes: [
          change(),
          { kind: 'new', after: germany, lateNews: false },
          { kind: 'withdrawn', before: ledgerRow({ country: 'GB' }), lateNews: false },
        ],
      }),
      subject: 'US allows strikes near the city; 2 more changes',
    },
    {
      name: 'a named weapon',
      input: digestInput({
        changes: [change(ledgerRow({ weapon: 'ATACMS', status: 'restricted' }), permitted)],
      }),
      subject: 'US keeps its ban on ATACMS near the city',
    },
    {
      name: 'too long with its area: without it',
      input: digestInput({
        changes: [change(ledgerRow({ weapon: 'Some Quite Long Missile', status: 'restricted' }))],
      }),
      subject: 'US keeps its ban on Some Quite Long Missile',
    },
    {
      name: 'stories but no change',
      input: withArticles({ articles: [article({ id: 'a1' })] }),
      subject: 'No change; 1 story',
    },
    { name: 'nothing at all', input: digestInput(), subject: 'No change, no report; 1 of 1 feed read' },
    {
      name: 'late news alone is no change',
      input: digestInput({
        changes: [{ kind: 'new', after: ledgerRow({ since: '2024-05-02' }), lateNews: true }],
      }),
      subject: 'No change today; 1 late on record, 0 stories',
    },
  ])('$name', ({ input, subject }) => {
    expect(compileDigest(input).subject).toBe(subject);
  });

  it('never exceeds 50 characters or breaks its line, whatever the words', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (name, area) => {
        const input = digestInput({ changes: [change(), change(germany)] });
        const words = {
          ...input.words,
          countries: { US: { name, short: name }, DE: { name, short: name } },
          scopes: { near_city: { label: area, short: area } },
        };
        const { subject } = compileDigest({ ...input, words });
        expect(subject.length).toBeLessThanOrEqual(50);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('what changed', () => {
  it('says from what to what, where, by whom, when, on whose evidence', () => {
    const [entry] = compileDigest(digestInput({ changes: [change()] })).changes.entries;
    expect(entry).toMatchObject({
      country: 'United States',
      weapon: 'all supplied weapons',
      scope: 'border area near the city',
      from: { word: 'restricted' },
      to: { word: 'permitted with limits' },
      who: 'The President',
      when: '30 May 2024',
      evidence: { text: 'Sentence one of the article.' },
      link: { publisher: 'One', url: 'https://one.example/a1' },
    });
  });

  it.each([
    { name: 'an act four days before the window', row: ledgerRow({ since: '2024-05-26' }), kind: 'late' },
    { name: 'an act three days before it', row: ledgerRow({ since: '2024-05-27' }), kind: 'change' },
    {
      name: 'a new row that no report dates',
      row: ledgerRow({ since: null, datings: [] }),
      kind: 'on-record',
    },
  ])('files $name as $kind', ({ row, kind }) => {
    const digest = compileDigest(digestInput({ changes: [{ kind: 'new', after: row, lateNews: false }] }));
    const entries = [...digest.changes.entries, ...digest.lateNews.entries];
    expect(entries.map((entry) => entry.kind)).toEqual([kind]);
    expect(digest.changes.entries).toHaveLength(kind === 'change' ? 1 : 0);
  });

  it('does not call a policy a change that its report says has not changed', () => {
    const reaffirming = article({ id: 'a1', positions: [position({ change: 'reaffirm' })] });
    const changes = [{ kind: 'new', after: permitted, lateNews: false }] as const;
    const digest = compileDigest(withArticles({ articles: [reaffirming], changes }));
    expect(digest.changes.entries).toEqual([]);
    expect(digest.lateNews.entries[0]?.note).toContain('nothing has changed');
  });

  it('gives every date that reports give', () => {
    const row = ledgerRow({ datings: ['2024-05-30', '2024-05-31'] });
    const digest = compileDigest(digestInput({ changes: [change(row)] }));
    expect(digest.changes.entries[0]?.when).toBe('30 May 2024 or 31 May 2024 (reports differ)');
  });

  it('prints no date finer than it is known', () => {
    const row = ledgerRow({ since: '2024-05-01', sincePrecision: 'month' });
    const [line] = compileDigest(digestInput({ ledger: [row] })).ledger.entries;
    expect(line?.since).toBe('since May 2024');
  });

  it.each(['contested', 'settled', 'evidence-only'] as const)(
    'does not list a row that is only %s',
    (kind) => {
      const digest = compileDigest(
        digestInput({ changes: [{ kind, before: permitted, after: permitted, lateNews: false }] }),
      );
      expect(digest.changes.entries).toEqual([]);
    },
  );
});

describe('stories', () => {
  const quote = (content: string, speaker: string, start: number) =>
    ({ speaker, cue: 'said', content, form: 'direct', start, end: start + content.length }) as const;

  it('quotes two speakers rather than one speaker twice, whole sentences first', () => {
    const told = article({
      id: 'a1',
      quotes: [
        quote('a fragment of some thirty characters', 'Ada', 40),
        quote(
          'We will decide this when the time has come, and nobody else will decide it for us,',
          'Ada',
          100,
        ),
        quote('Nobody has asked us about any of this, neither today nor in all these months.', 'Ben', 200),
        quote('We have not seen anything like that.', 'Cleo', 300),
      ],
    });
    const [story] = compileDigest(withArticles({ articles: [told] })).stories.entries;
    expect(story?.quotations.map(({ speaker, excerpt }) => `${speaker}: ${excerpt.text}`)).toEqual([
      'Ada: We will decide this when the time has come, and nobody else will decide it for us',
      'Ben: Nobody has asked us about any of this, neither today nor in all these months.',
    ]);
  });

  it('prints the article’s sentence around words that could say the opposite of it by themselves', () => {
    const text = 'She said that the policy does not “encourage strikes across the border.”';
    const told = article({
      id: 'a1',
      text,
      positions: [position({ evidence: { start: 0, end: text.length, text } })],
      quotes: [quote('encourage strikes across the border.', 'Ada', text.indexOf('encourage'))],
    });
    const [story] = compileDigest(withArticles({ articles: [told] })).stories.entries;
    expect(story?.quotations).toMatchObject([{ speaker: 'Ada', isReported: true, excerpt: { text } }]);
  });

  it('leaves what the section on statements tells to that section, and counts it', () => {
    const told = article({
      id: 'a1',
      positions: [
        position({}),
        position({ action: 'CALLS_FOR_LIFTING', actor: 'Ada' }),
        position({ action: 'WARNS_AGAINST', actor: 'Ben' }),
        position({ action: 'WARNS_AGAINST', actor: 'Cleo' }),
      ],
    });
    const digest = compileDigest(withArticles({ articles: [told] }));
    const [story] = digest.stories.entries;
    expect(story?.news).toEqual([
      'The President (United States) permits limited use of supplied weapons (border area near the city; 30 May 2024)',
    ]);
    expect(story?.newsBelow).toBe('1 call, 2 warnings');
    expect(digest.statements.entries.map(({ kind }) => kind)).toEqual(['Call', 'Warning', 'Warning']);
  });

  it('tells statements in a story that has nothing else', () => {
    const told = article({ id: 'a1', positions: [position({ action: 'CALLS_FOR_LIFTING', actor: 'Ada' })] });
    const [story] = compileDigest(withArticles({ articles: [told] })).stories.entries;
    expect(story?.news).toHaveLength(1);
    expect(story?.newsBelow).toBe('');
  });

  it('marks a statement that an earlier digest told, tells what is new first, and leads with neither', () => {
    const call = position({ action: 'CALLS_FOR_LIFTING', actor: 'Ada', statementDate: '2024-05-29' });
    const words = 'Ada told the weekly that allies should lift their limits near the city at last. '.repeat(
      4,
    );
    const before = article({
      id: 'old',
      publisher: 'Two',
      text: words,
      title: 'Ada: lift limits',
      positions: [call],
    });
    const again = article({
      id: 'new',
      text: `${words} More.`,
      title: 'Ada: lift limits',
      positions: [call],
    });
    const other = article({
      id: 'fresh',
      text: 'The harbour of another country was closed after a storm that nobody had foreseen.',
      title: 'Harbour closed',
      positions: [position({ action: 'REPORTS_USE', actor: 'Ben', statementDate: '2024-05-30' })],
    });
    const digest = compileDigest(withArticles({ articles: [again, other], toldBefore: [before] }));
    expect(digest.statements.entries.map((entry) => [entry.kind, entry.isRepeated])).toEqual([
      ['Report of use', false],
      ['Call', true],
    ]);
    expect(digest.subject).toBe('No change; 1 report of use, 2 stories');
    expect(digest.headline).toBe('No position changed');
    expect(renderDigestHtml(digest)).toContain('told before');
  });

  it.each<{ what: string; given: Parameters<typeof position>[0] }>([
    { what: 'nobody dates', given: { statementDate: null } },
    { what: 'the article tells in its own words', given: { attribution: 'narration' } },
    { what: 'goes with what stands', given: { action: 'DEFERS_TO_NATIONAL_DECISION' } },
  ])('does not lead a day with a statement that $what', ({ given }) => {
    const positions = [position({ action: 'CALLS_FOR_LIFTING', actor: 'Ada', ...given })];
    const digest = compileDigest(withArticles({ articles: [article({ id: 'a1', positions })] }));
    expect(digest.headline).toBe('No position changed');
  });

  it('leads a day without a change with what was said', () => {
    const told = article({
      id: 'a1',
      positions: [position({ action: 'CALLS_FOR_LIFTING', actor: 'Ada', actorType: 'person' })],
    });
    const digest = compileDigest(withArticles({ articles: [told] }));
    expect(digest.subject).toBe('No change; 1 call, 1 story');
    expect(digest.headline).toBe(
      'No change. Ada (United States) calls for limits on supplied weapons to be lifted',
    );
  });

  it('links the other publishers and leaves copies out', () => {
    const long = `${'Parliament passed the bill on border controls after a night of talks. '.repeat(3)}One two three four five six seven eight nine ten eleven twelve.`;
    const digest = compileDigest(
      withArticles({
        articles: [
          article({ id: 'a1', text: long, publisher: 'One', listedAt: '2024-05-30T10:00:00Z' }),
          article({
            id: 'a2',
            text: long,
            publisher: 'Two',
            title: 'Title of a1',
            listedAt: '2024-05-30T11:00:00Z',
          }),
          article({
            id: 'a3',
            text: `After a night of talks parliament passed the bill on border controls.`,
            publisher: 'Three',
            title: 'Title of a1, bill passed',
          }),
        ],
      }),
    );
    expect(digest.stories.entries).toHaveLength(1);
    expect(digest.stories.entries[0]).toMatchObject({
      lead: { publisher: 'One' },
      others: [{ publisher: 'Three' }],
      breadth: '2 independent publishers; 1 copy left out',
    });
  });
});

describe('calls, requests and warnings', () => {
  it('tells one statement once, with everyone who reports it', () => {
    const warning = position({ actor: 'The Kremlin', country: 'RU', action: 'WARNS_AGAINST' });
    const articles = [
      article({ id: 'a1', publisher: 'One', positions: [{ ...warning, attribution: 'narration' }] }),
      article({ id: 'a2', publisher: 'Two', positions: [{ ...warning, statementDate: '2024-05-31' }] }),
      article({
        id: 'a3',
        publisher: 'Three',
        positions: [{ ...warning, statementDate: '2024-05-20', status: 'background_current' }],
      }),
    ];
    const { statements } = compileDigest(withArticles({ articles }));
    expect(statements.entries).toHaveLength(1);
    expect(statements.entries[0]).toMatchObject({
      kind: 'Warning',
      links: [{ publisher: 'Two' }, { publisher: 'One' }],
    });
  });
});

describe('contested or denied', () => {
  it('shows a denial and a row on which today’s reports disagree', () => {
    const denial = position({ action: 'DENIES_REPORT', standing: 'denied', actor: 'A spokesman' });
    const digest = compileDigest(
      withArticles({
        articles: [article({ id: 'a1', positions: [denial] })],
        ledger: [ledgerRow({ contested: true })],
      }),
    );
    expect(digest.disputes.entries.map((entry) => entry.kind)).toEqual(['Denied', 'Contested']);
  });

  it('leaves a dispute alone of which today’s articles say nothing', () => {
    const digest = compileDigest(digestInput({ ledger: [ledgerRow({ contested: true })] }));
    expect(digest.disputes.entries).toEqual([]);
    expect(digest.ledger.entries[0]?.marks).toEqual(['contested']);
  });
});

describe('the whole digest', () => {
  it('says on an empty day what was read and that nothing changed', () => {
    const digest = compileDigest(readDigestInput('empty-day'));
    expect(digest.headline).toBe('Nothing changed, nothing was reported');
    expect(digest.coverage.inWords.join(' ')).toContain(
      '5 of 5 feeds answered. 127 new items seen: 0 relevant',
    );
    expect(digest.preheader).toBe('127 items read in 5 feeds, none of them relevant');
  });

  it('gives the window in UTC and in the reader’s time', () => {
    const { coverage } = compileDigest(digestInput());
    expect(coverage.windowUtc).toBe('30 May 2024, 05:00 to 31 May 2024, 05:00 UTC');
    expect(coverage.windowLocal).toBe('30 May 2024, 07:00 to 31 May 2024, 07:00 Europe/Berlin');
  });

  it('lists every article it tells, printed or not', () => {
    const articles = Array.from({ length: 40 }, (_, index) =>
      article({ id: `a${index}`, title: `Tale ${index} of ${index * 7}` }),
    );
    expect(compileDigest(withArticles({ articles })).articleIds).toEqual(
      articles.map(({ id }) => id).toSorted(),
    );
  });

  it('is the same whatever the order of its articles, rows, changes and feeds', () => {
    const input = readDigestInput('busy-day');
    const expected = compileDigest(input);
    const shuffled = fc.record({
      articles: fc.shuffledSubarray([...input.articles], { minLength: input.articles.length }),
      stories: fc.shuffledSubarray([...input.stories], { minLength: input.stories.length }),
      ledger: fc.shuffledSubarray([...input.ledger], { minLength: input.ledger.length }),
      changes: fc.shuffledSubarray([...input.changes], { minLength: input.changes.length }),
      feeds: fc.shuffledSubarray([...input.coverage.feeds], { minLength: input.coverage.feeds.length }),
    });
    fc.assert(
      fc.property(shuffled, ({ feeds, ...lists }) => {
        expect(compileDigest({ ...input, ...lists, coverage: { ...input.coverage, feeds } })).toEqual(
          expected,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('stays below 100,000 bytes on the busiest day, and counts what it leaves out', () => {
    const nasty = '"&<>\''.repeat(60);
    const articles = Array.from({ length: 300 }, (_, index) =>
      article({
        id: `a${index}`,
        publisher: `${nasty}${index}`,
        title: `${index} ${nasty}`,
        text: `${index} ${nasty}`,
        positions: [position({ actor: `${index} ${nasty}`, action: 'WARNS_AGAINST' })],
      }),
    );
    const stories = articles.map(({ id, title }) => ({
      storyId: id,
      title,
      leadArticleId: id,
      articleIds: [id],
      copies: {},
      publisherCount: 1,
    }));
    const ledger = Array.from({ length: 200 }, (_, index) =>
      ledgerRow({ rowId: `row${index}`, weapon: `${index} ${nasty}`, actor: nasty }),
    );
    const feeds = Array.from(
      { length: 500 },
      (_, index) => ({ id: `f${index}`, publisher: nasty, state: 'failed', reason: nasty }) as const,
    );
    const input = digestInput({
      articles,
      stories,
      ledger,
      changes: ledger.map((row) => ({ kind: 'new', after: row, lateNews: false }) as const),
    });
    const digest = compileDigest({ ...input, coverage: { ...input.coverage, feeds } });
    expect(encodedBytes(renderDigestHtml(digest))).toBeLessThan(100_000);
    expect(digest.stories.entries.length + digest.stories.moreCount).toBe(300);
    expect(digest.ledger.entries.length + digest.ledger.moreCount).toBe(200);
    expect(digest.changes.entries.length + digest.changes.moreCount).toBe(200);
    expect(digest.stories.moreQuery).toBe('caveat stories --date 2024-05-31');
    const [failed] = digest.coverage.feeds;
    expect((failed?.feeds.length ?? 0) + (failed?.moreCount ?? 0)).toBe(500);
  });
});
