import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/domain/text/compare-text.ts';
import { runCaveat } from './run-caveat.ts';

const RSS = `<rss version="2.0"><channel><title>Desk</title><item><title>One &amp; only</title>
<link>/1</link><guid>g1</guid><pubDate>Fri, 31 May 2024 10:00:00 GMT</pubDate></item></channel></rss>`;

const SENTENCE =
  'The United States announced Thursday it had given Ukraine permission to use U.S.-supplied weapons to strike targets inside Russia near the city of Kharkiv.';

const PAGE = `<!doctype html><html lang="en"><head><title>Cabinet meets | Desk</title></head><body><nav>Home</nav>
<article><h1>Cabinet meets</h1>${'<p>The cabinet met on Friday and spoke at length about the harbour, its cranes and the price of coal this winter.</p>'.repeat(6)}</article>
<footer>Copyright</footer></body></html>`;

describe('caveat parse-feed', () => {
  it('reads bytes from standard input and prints the items', async () => {
    const ended = await runCaveat(
      ['parse-feed', '--url', 'https://desk.example/rss', '--content-type', 'text/xml'],
      { input: RSS },
    );
    expect(ended).toMatchObject({ code: 0, err: '' });
    const feed = JSON.parse(ended.out);
    expect(feed.title).toBe('Desk');
    expect(feed.items).toMatchObject([
      {
        id: 'https://desk.example/g1',
        key: 'g1',
        title: 'One & only',
        link: 'https://desk.example/1',
        published: '2024-05-31T10:00:00.000Z',
      },
    ]);
  });

  it('answers a line for each line, and says which could not be read', async () => {
    const lines = [
      { id: 'a', url: 'https://desk.example/rss', body: RSS },
      { id: 'b', url: 'https://desk.example/rss', body: '<html><body>no feed</body></html>' },
      { id: 'c', url: 'https://desk.example/rss', base64: Buffer.from(RSS).toString('base64') },
    ];
    const { out, code } = await runCaveat(['parse-feed', '--jsonl'], {
      input: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map((answer) => [answer.id, answer.items?.length, typeof answer.error])).toEqual([
      ['a', 1, 'undefined'],
      ['b', undefined, 'string'],
      ['c', 1, 'undefined'],
    ]);
  });

  it('tells a page from a feed in one line', async () => {
    const { code, err, out } = await runCaveat(['parse-feed'], { input: '<html><body>hello</body></html>' });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('caveat extract', () => {
  it('prints the article of a page', async () => {
    const { out, code } = await runCaveat(['extract', '--url', 'https://desk.example/1'], { input: PAGE });
    expect(code).toBe(0);
    const article = JSON.parse(out);
    expect(article.title).toBe('Cabinet meets');
    expect(article.text).toContain('the price of coal');
    expect(article.text).not.toContain('Copyright');
    expect(article.removed).toBeUndefined();
  });

  it('keeps one process for many pages', async () => {
    const lines = ['1', '2'].map((id) =>
      JSON.stringify({ id, url: `https://desk.example/${id}`, html: PAGE }),
    );
    const { out } = await runCaveat(['extract', '--jsonl'], { input: lines.join('\n') });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => [answer.id, answer.title])).toEqual([
      ['1', 'Cabinet meets'],
      ['2', 'Cabinet meets'],
    ]);
  });

  it('says why there is no article', async () => {
    const { code, err } = await runCaveat(['extract'], { input: '<html><body></body></html>' });
    expect(code).toBe(1);
    expect(err).toMatch(/^no article in this page: /);
  });
});

describe('caveat classify', () => {
  const article = {
    id: 'x',
    publishedAt: '2024-05-31T12:00:00Z',
    title: 'US lets Ukraine strike inside Russia',
    text: SENTENCE,
  };

  it('finds the position, with evidence that is exactly the text', async () => {
    const { out, code } = await runCaveat(['classify'], { input: JSON.stringify(article) });
    expect(code).toBe(0);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ id: 'x', relevance: 'core' });
    const [position] = found.positions;
    expect(position).toMatchObject({ country: 'US', statementDate: '2024-05-30', datePrecision: 'day' });
    expect(['PERMITS', 'PERMITS_WITH_LIMITS']).toContain(position.action);
    expect(SENTENCE.slice(position.evidence.start, position.evidence.end)).toBe(position.evidence.text);
  });

  it('answers line by line, and a broken line stops no other', async () => {
    const input = [
      JSON.stringify(article),
      JSON.stringify({ id: 'y', title: 'no text' }),
      JSON.stringify({ ...article, id: 'z' }),
    ].join('\n');
    const { out } = await runCaveat(['classify', '--jsonl'], { input });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => [answer.id, answer.relevance])).toEqual([
      ['x', 'core'],
      ['y', undefined],
      ['z', 'core'],
    ]);
    expect(answers[1].error).toMatch(/text/);
  });

  it('takes plain text with its date given', async () => {
    const { out } = await runCaveat(['classify', '--published-at', '2024-05-31'], { input: SENTENCE });
    expect(JSON.parse(out).positions[0].statementDate).toBe('2024-05-30');
  });
});

describe('caveat explain', () => {
  const seed = ['explain', 'fixtures/seeds/001.article.txt', '--published-at', '2024-05-31'];

  it('shows what decided, and the text with its evidence marked, without colours in a pipe', async () => {
    const { out, code } = await runCaveat([...seed, '--text'], { env: { FORCE_COLOR: '0' } });
    expect(code).toBe(0);
    expect(out).toMatch(/^core, score /);
    expect(out).toMatch(
      /US PERMITS_WITH_LIMITS generic Kharkiv_front {2}confidence 0\.\d\d, by bare-norm: permitted/,
    );
    expect(out).toMatch(/Kharkiv region bordering Russia\.\*\[\d/);
    expect(out).not.toContain('\u001B');
  });

  it('writes all of it as JSON', async () => {
    const { out } = await runCaveat([...seed, '--format', 'json']);
    const explanation = JSON.parse(out);
    expect(explanation).toMatchObject({ relevance: 'core', topic: 'weapons-use-restrictions' });
    expect(explanation.positions[0].said[0]).toBeTypeOf('string');
    expect(explanation.positions[0].decidedBy.rule).toBeTypeOf('string');
  });

  it('reads a page, and a labelled article with what a person found in it', async () => {
    const page = PAGE.replace('the harbour, its cranes', 'Ukraine, its weapons');
    const [ofPage, labelled, unknown] = await Promise.all([
      runCaveat(['explain'], { input: page }),
      runCaveat(['explain', 'fixtures/labelled/seeds.jsonl', '--id', 'seed-001']),
      runCaveat(['explain', 'fixtures/labelled/seeds.jsonl', '--id', 'seed-999']),
    ]);
    expect(ofPage.out).toMatch(/^none, score .*\nCabinet meets\n/);
    expect(labelled.out).toMatch(/\nLabelled core\n {2}\[\d+\] /);
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toMatch(/no labelled article of .* has the id "seed-999"/);
  });
});

describe('caveat cluster', () => {
  it('makes stories of articles', async () => {
    const ids = ['003', '004', '002'];
    const input = ids
      .map((id) => ({
        id,
        publisher: `publisher ${id}`,
        publishedAt: id === '002' ? '2024-05-28T20:00:00Z' : '2024-05-25T10:00:00Z',
        title: `Seed ${id}`,
        text: readFileSync(`fixtures/seeds/${id}.article.txt`, 'utf8'),
      }))
      .map((article) => JSON.stringify(article))
      .join('\n');
    const { out } = await runCaveat(['cluster', '--jsonl'], { input });
    const groups = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line).articleIds as string[]).toSorted(compareText).join(' '));
    expect(groups.toSorted()).toEqual(['002', '003 004']);
  });
});

describe('a command line that is wrong', () => {
  it.each([
    { name: 'an unknown command', args: ['articels'], says: /unknown command 'articels'/ },
    { name: 'an unknown option', args: ['feeds', '--jason'], says: /unknown option '--jason'/ },
    { name: 'a day that is none', args: ['articles', '--since', '2024-02-30'], says: /Use a day such as/ },
    {
      name: 'a file that is not there',
      args: ['classify', 'nowhere.json'],
      says: /cannot read nowhere.json/,
    },
    {
      name: 'a topic that is not there',
      args: ['classify', '--topic', 'chess'],
      says: /there is no topic "chess"/,
    },
    {
      name: 'JSON lines that are none',
      args: ['classify', '--jsonl'],
      input: 'hello',
      says: /line 1 is not JSON/,
    },
  ])('$name: says so and what to do', async ({ args, input, says }) => {
    const { code, err, out } = await runCaveat(args, { input: input ?? '' });
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([
    'articles',
    'article',
    'positions',
    'ledger',
    'quotes',
    'stories',
    'feeds',
    'digests',
    'parse-feed',
    'extract',
    'classify',
    'explain',
    'cluster',
    'eval',
  ])('%s --help has an example', async (command) => {
    const { code, out } = await runCaveat([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples?:\n {2}(curl .*)?caveat /);
  });
});
