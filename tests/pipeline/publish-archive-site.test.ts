import { beforeEach, describe, expect, it } from 'vitest';
import type { IndexedDigest } from '../../src/domain/archive-site/render-index.ts';
import type { SiteFile } from '../../src/domain/archive-site/site-file.ts';
import { compileDigest } from '../../src/domain/digest/compile-digest.ts';
import type { DigestRecord } from '../../src/pipeline/ports.ts';
import {
  type ArchiveSiteDeps,
  publishArchiveSite,
  publishWholeArchiveSite,
} from '../../src/pipeline/publish-archive-site.ts';
import { timelineInput } from '../domain/archive-site/two-years.ts';
import { readDigestInput } from '../domain/digest/digest-input-builder.ts';
import { aPosition } from '../domain/ledger/a-position.ts';

const DATES = ['2031-05-14', '2031-05-15', '2031-05-16'];
const POSITIONS = [
  aPosition({ statementDate: '2031-05-14' }),
  aPosition({ statementDate: '2031-05-16', country: 'DK' }),
];
const DIGEST = compileDigest(readDigestInput('busy-day'));

let files: Map<string, SiteFile>;
let writes: string[];
let sent: DigestRecord[];
let deps: ArchiveSiteDeps;

beforeEach(() => {
  files = new Map();
  writes = [];
  sent = [];
  const { words, rules } = timelineInput();
  deps = {
    topic: { id: 'weapons', label: 'Weapons', words, rules },
    excerptLimits: {},
    questions: {
      listArticles: async () => [],
      listPositionsStated: async (_topic, { until }) =>
        POSITIONS.filter(({ statementDate }) => (statementDate ?? '') <= until),
    },
    digests: {
      findPrevious: async (_topic, date) => sent.filter((digest) => digest.date < date).at(-1),
    },
    archive: {
      readDigest: async (_topic, date) => ({ json: JSON.stringify({ ...DIGEST, date }), html: '', text: '' }),
    },
    site: {
      read: async (path) => files.get(path)?.body,
      write: async (file) => {
        writes.push(file.path);
        files.set(file.path, file);
      },
    },
  };
});

function send(date: string): IndexedDigest {
  const record: DigestRecord = {
    topic: 'weapons',
    date,
    subject: `What changed on ${date}`,
    windowFrom: '',
    windowTo: '',
    articleCount: 3,
    changeCount: 1,
    recipientCount: 1,
    status: 'queued',
  };
  sent.push(record);
  return record;
}

const listed = () =>
  (JSON.parse(files.get('digests.json')?.body ?? '[]') as IndexedDigest[]).map(({ date }) => date);
const pages = () => [...files.keys()].filter((path) => path.startsWith('digests/')).toSorted();

describe('publishArchiveSite', () => {
  it('adds one page a day and writes the front anew', async () => {
    for (const date of DATES) expect(await publishArchiveSite(send(date), deps)).toBe(1);
    expect(pages()).toEqual(DATES.map((date) => `digests/${date}.html`));
    for (const date of DATES) expect(files.get('index.html')?.body).toContain(`href="digests/${date}.html"`);
    expect(files.get('timeline.html')?.body).toContain('Denmark');
    expect(files.get('changes.atom')?.contentType).toBe('application/atom+xml; charset=utf-8');
  });

  it('writes the same files when it is told the same again', async () => {
    for (const date of DATES) await publishArchiveSite(send(date), deps);
    const before = new Map(files);
    await publishArchiveSite(sent.at(-1) ?? send(''), deps);
    expect(files).toEqual(before);
  });

  it('makes good what an earlier day failed to write', async () => {
    await publishArchiveSite(send('2031-05-14'), deps);
    send('2031-05-15');
    expect(await publishArchiveSite(send('2031-05-16'), deps)).toBe(2);
    expect(listed()).toEqual(DATES);
  });

  it('is whole again after all of it was lost', async () => {
    for (const date of DATES) await publishArchiveSite(send(date), deps);
    const before = new Map(files);
    files.clear();
    await publishArchiveSite(sent.at(-1) ?? send(''), deps);
    expect([...files.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    expect(pages()).toHaveLength(3);
  });

  it('lists a page only once it is there: the list of digests comes last', async () => {
    await publishArchiveSite(send('2031-05-14'), deps);
    expect(writes.at(-1)).toBe('digests.json');
  });

  it('does not go back in time when yesterday’s digest is finished late', async () => {
    for (const date of DATES) await publishArchiveSite(send(date), deps);
    const before = files.get('timeline.html')?.body;
    await publishArchiveSite({ ...send('2031-05-15') }, deps);
    expect(files.get('timeline.html')?.body).toBe(before);
  });

  it('writes nothing where nothing was sent', async () => {
    expect(await publishWholeArchiveSite(deps)).toBe(0);
    expect(files.size).toBe(0);
  });

  it('writes all pages anew when asked for the whole, whatever is there', async () => {
    for (const date of DATES) await publishArchiveSite(send(date), deps);
    files.set('digests/2031-05-14.html', { path: '', contentType: '', body: 'old' });
    expect(await publishWholeArchiveSite(deps)).toBe(3);
    expect(files.get('digests/2031-05-14.html')?.body).not.toBe('old');
  });
});
