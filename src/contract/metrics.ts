/**
 * The numbers that tell whether the house is alive, as CloudWatch knows them: what check-health records, what the alarms
 * watch and what the dashboard shows. Ten in all, since ten metrics of one's own are free; so none of them has a
 * dimension for a feed, a queue or a topic.
 */
export const METRICS = {
  PollMinutesLate: { unit: 'None', says: 'minutes that a feed has been due while no feed was asked at all' },
  HoursSinceItem: { unit: 'None', says: 'hours since the newest item of any feed' },
  FeedsSilent: {
    unit: 'Count',
    says: 'feeds that answer and have had nothing new for longer than is usual for them',
  },
  FeedsFailingPercent: {
    unit: 'Percent',
    says: 'share of the feeds that have failed several times in a row',
  },
  DeadLetters: { unit: 'Count', says: 'messages and calls that were given up and wait for a person' },
  DigestHoursLate: { unit: 'None', says: 'hours since the first digest was due that is not there' },
  UnreadablePercent: { unit: 'Percent', says: 'share of the pages that arrived and held no article' },
  RelevantBeyondBand: {
    unit: 'Count',
    says: 'relevant articles of yesterday outside what the last weeks let expect',
  },
  MailLimitPercent: {
    unit: 'Percent',
    says: 'bounces or complaints of a week, in percent of what SES puts up with',
  },
  Errors: { unit: 'Count', says: 'errors that were logged, and calls that crashed or ran out of time' },
} as const satisfies Record<string, { unit: 'Count' | 'None' | 'Percent'; says: string }>;

export type MetricName = keyof typeof METRICS;

/** What a metric filter counts in the functions' logs; the others are measured by check-health. */
export type VitalSignName = Exclude<MetricName, 'Errors'>;

/** The one dimension, of one value: CloudWatch wants one, and more would cost more. */
export const METRIC_SERVICE = 'caveat';
