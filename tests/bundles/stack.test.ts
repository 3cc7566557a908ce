import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../replay/dump-state.ts';
import { type SharedReplay, sharedWeek } from '../replay/shared-week.ts';
import { sharedAssembly } from './assembly.ts';
import type { StackRun } from './run-stack.ts';
import { sharedStackRun } from './shared-stack-run.ts';
import { DeployedTemplate } from './template.ts';

/** Variables that no template sets, by what reads them. */
const RUNTIME_VARIABLES: readonly RegExp[] = [
  /^_?(AWS|AMAZON)_/, // Lambda and the SDK
  /^_X_AMZN_TRACE_ID$/, // Lambda
  /^POWERTOOLS_|^(LOG_LEVEL|ENVIRONMENT)$/, // Powertools
  /^(HOME|HOMEPATH|HOMEDRIVE|USERPROFILE)$/, // the SDK, for its profile files
  /^(UNDICI_\w+|JEST_WORKER_ID|WATCH_REPORT_DEPENDENCIES|NODE_\w+)$/, // undici and Node
  /^WEB_GATEWAY$/, // tests and the local replay alone
  /^ARCHIVE_URL$/, // where the archive site is served
];

const WIRED_TYPES = [
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Url',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
] as const;

let run: StackRun;
let week: SharedReplay;
let template: DeployedTemplate;

beforeAll(async () => {
  template = new DeployedTemplate(await sharedAssembly());
  run = await sharedStackRun();
  week = await sharedWeek();
}, 600_000);

describe('the bundles, as the template wires them', () => {
  test('find in the week what the source tree finds, row by row, on the other database engine too', () => {
    expect(run.week.rows).toEqual(week.dump.rows);
  });

  test('archive the same objects, byte by byte', () => {
    expect(run.week.objects).toEqual(week.dump.objects);
  });

  test('send the same mails', () => {
    const withoutAddress = (html: string) => html.replaceAll(/https?:\/\/[^"\s]*\?token=/g, '?token=');
    const sent = ({ mails }: StackRun['week']) =>
      mails.map(({ link: _link, html, ...mail }) => ({ ...mail, html: withoutAddress(html) }));
    expect(sent(run.week)).toEqual(sent(week.dump));
  });

  test.each(WIRED_TYPES)('carry something over every %s', (type) => {
    const wired = template.listType(type).map(({ logicalId }) => logicalId);
    expect(wired).not.toEqual([]);
    expect(wired.filter((logicalId) => !run.driven.includes(logicalId))).toEqual([]);
  });

  test('read exactly the variables that the template sets', () => {
    for (const { logicalId, properties } of template.listType('AWS::Lambda::Function')) {
      const set = Object.keys(properties['Environment'].Variables);
      const read = (run.variables[logicalId] ?? []).filter(
        (name) => !RUNTIME_VARIABLES.some((known) => known.test(name)),
      );
      expect(read, logicalId).toEqual(set.toSorted());
    }
  });
});

describe('in the days of trouble', () => {
  test.each(['poll-feeds', 'ingest-article', 'fold-ledger', 'deliver-digest'])(
    'what %s gave up is done once it is brought back',
    (consumer) => {
      const { given = 0, left } = run.aftermath.redrives[consumer] ?? {};
      expect(given).toBeGreaterThan(0);
      expect(left).toBe(0);
    },
  );

  test('calls that nobody waits for are kept when they keep failing: a plan, a digest, a look at the house, a mail’s event', () => {
    expect(run.aftermath.failedCalls).toBe(4);
  });

  test('every item has still one outcome, and those that were read again are duplicates', () => {
    const items = (rows: readonly Row[]) => rows.filter(({ sk }) => sk === 'ITEM');
    const again = items(run.aftermath.state.rows).filter(({ feedId }) => String(feedId).endsWith('-again'));
    expect(again.length).toBeGreaterThan(5);
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']));
    expect(items(run.aftermath.state.rows)).toHaveLength(items(run.week.rows).length + again.length);
  });

  test('a country without positions has no ledger rows', () => {
    const rowsOf = (country: string, rows: readonly Row[]) =>
      rows.filter((row) => String(row['pk']).endsWith('#LEDGER') && row['country'] === country).length;
    expect(rowsOf('DE', run.week.rows)).toBeGreaterThan(0);
    expect(rowsOf('DE', run.aftermath.state.rows)).toBe(0);
  });

  test('a feed that left the configuration is forgotten, one that came is polled', () => {
    const feeds = (rows: readonly Row[]) =>
      rows.filter(({ pk }) => pk === 'FEEDS').map(({ feedId }) => String(feedId));
    const before = feeds(run.week.rows);
    const after = feeds(run.aftermath.state.rows);
    expect(before.filter((feed) => !after.includes(feed))).toHaveLength(1);
    expect(after.filter((feed) => !before.includes(feed))).toEqual([expect.stringMatching(/-again$/)]);
  });

  test('readers come and go as they and their mailboxes say', () => {
    const subscribers = run.aftermath.state.rows.filter(({ pk }) => pk === 'SUBSCRIBERS');
    expect(Object.fromEntries(subscribers.map(({ email, status }) => [email, status]))).toEqual({
      'bounce@caveat.example': 'suppressed',
      'complaint@caveat.example': 'suppressed',
      'one@caveat.example': 'active',
      'reader@caveat.example': 'unsubscribed',
      'two@caveat.example': 'pending',
    });
    expect(new Set(run.aftermath.linkAnswers)).toEqual(new Set([200]));
  });

  test('no mail is sent twice, and what was never answered is known as unknown', () => {
    const { mails, rows } = run.aftermath.state;
    const deliveries = mails.map(({ delivery }) => delivery);
    expect(new Set(deliveries).size).toBe(deliveries.length);
    const unknown = rows.filter(({ status }) => status === 'unknown').map(({ deliveryId }) => deliveryId);
    expect(unknown).toHaveLength(3); // a digest, a notice and a question
    expect(deliveries.filter((delivery) => unknown.includes(delivery))).toEqual([]);
    expect(rows.filter(({ status }) => status === 'claimed')).toEqual([]);
  });
});
