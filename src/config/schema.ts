import { z } from 'zod';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const Country = z.string().regex(/^([A-Z]{2}|INT)$/, 'use an ISO 3166 alpha-2 code, or INT');

export const FeedConfig = z.strictObject({
  id: Slug,
  publisher: z.string().min(1),
  /** Outlets of one owner count as one source. */
  family: Slug,
  url: z
    .url({ protocol: /^https?$/, error: 'use the whole address, such as https://www.example.org/feed' })
    .refine(hasNoCredentials, 'leave user name and password out: they would end in logs and in the table'),
  country: Country,
  language: z.string().regex(/^[a-z]{2,3}$/, 'use an ISO 639 code such as en'),
  /** The most characters of one article's text that a digest may carry. */
  excerptLimit: z.int().min(0).max(500).default(500),
  /** What the publisher's terms say about excerpts, in a sentence. */
  termsNote: z.string().default(''),
  /** Day on which the address was last seen to answer with a feed; null when it never was. */
  verified: z.iso.date().nullable().default(null),
});
export type FeedConfig = z.infer<typeof FeedConfig>;

export const FeedsFile = z.strictObject({
  feeds: z
    .array(FeedConfig)
    .min(1)
    .superRefine((feeds, context) => {
      refuseRepeats(feeds, 'id', context);
      refuseRepeats(feeds, 'url', context);
    }),
});

export const DigestFile = z.strictObject({
  topic: Slug,
  /** Address the digest is sent from; its identity must be verified in SES. */
  sender: z.email(),
  /**
   * Whether the stack makes the sender's SES identity, of the address alone or of its whole domain; identities belong to
   * an account, so it may exist already. Only a domain's mails are signed in its name, which one-click unsubscribing needs.
   */
  senderIdentity: z.enum(['create', 'create-domain', 'existing']).default('create'),
  senderName: z.string().min(1).default('Caveat'),
  /** First subscribers; more are kept in the table. */
  recipients: z.array(z.email()),
  timeZone: z.string().refine(isTimeZone, 'use a name of the IANA time zone database, such as Europe/Berlin'),
  /** Local hour from which the day's digest is due. */
  hour: z.int().min(0).max(23),
  /** Whether a day without news still gets a digest that says so. */
  sendOnEmptyDays: z.boolean().default(true),
  /** Whether those who asked for it get a short mail at once when a decided position changes. */
  immediateNotices: z.boolean().default(false),
});
export type DigestConfig = z.infer<typeof DigestFile>;

/** A language model that may propose positions; see docs/proposals.md. */
const Proposals = z
  .strictObject({
    enabled: z.boolean().default(false),
    /** A foundation model of Amazon Bedrock that can use tools, such as `amazon.nova-lite-v1:0`. */
    model: z
      .string()
      .regex(
        /^(?!(?:apac|au|ca|eu|global|jp|us|us-gov)\.)[a-z0-9-]+\.[\w.:-]+$/,
        'name a foundation model of one region, such as "amazon.nova-lite-v1:0": an inference profile sends text to several',
      )
      .nullable()
      .default(null),
    /** The only region that article text is sent to. Null: the one that Caveat itself runs in. */
    region: z
      .string()
      .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'name a region such as "eu-central-1"')
      .nullable()
      .default(null),
    /** Questions a UTC day: with the length of a question and an answer, the most that a day can cost. */
    maxPerDay: z.int().min(1).max(10_000).default(50),
    /** How far from the boundary of a mention, 0.5, an article's score is still asked about. */
    margin: z.number().min(0).max(0.5).default(0.15),
  })
  .refine(({ enabled, model }) => !enabled || model !== null, {
    path: ['model'],
    message: 'proposals are enabled and no model is named; name one, or set "enabled" to false',
  });

export const SettingsFile = z.strictObject({
  /** Folders under topics/ that are followed. */
  topics: z.array(Slug).min(1),
  /** Said in the User-Agent, so that a publisher can reach whoever runs this. */
  contact: z.string().min(1),
  respectRobots: z.boolean().default(true),
  /** Minutes between polls of a feed that does not ask for anything else. */
  pollEveryMinutes: z.int().min(10).max(1440).default(30),
  /** Seconds between two requests to one host. */
  hostSpacingSeconds: z.number().min(0).max(60).default(1),
  /** Who is told when an alarm goes off; AWS asks the address once. Null: people subscribe to the topic themselves. */
  alarmEmail: z.email().nullable().default(null),
  /** `default`: the ten alarms that AWS gives for nothing. `full`: those and what AWS can tell by itself, for a dollar or two. */
  alarms: z.enum(['default', 'full']).default('default'),
  /** US dollars that the account's month may cost before somebody is told. Null: no budget is made. */
  monthlyBudgetUsd: z.number().positive().nullable().default(5),
  /** Whether everybody may read the archive site, through CloudFront. It is written to the bucket in any case. */
  serveArchiveSite: z.boolean().default(false),
  proposals: Proposals.prefault({}),
});
export type SettingsConfig = z.infer<typeof SettingsFile>;
export type ProposalsConfig = SettingsConfig['proposals'];

function hasNoCredentials(address: string): boolean {
  const url = URL.parse(address);
  return url === null || (url.username === '' && url.password === '');
}

function refuseRepeats<K extends 'id' | 'url'>(
  feeds: readonly { [key in K]: string }[],
  key: K,
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  feeds.forEach((feed, index) => {
    if (seen.has(feed[key])) {
      context.addIssue({
        code: 'custom',
        path: [index, key],
        message: `"${feed[key]}" is there twice; remove one`,
      });
    }
    seen.add(feed[key]);
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
