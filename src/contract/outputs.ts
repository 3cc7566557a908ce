/** What a deployed stack tells: the command line finds its table, bucket and queues here, and people what to open next. */
export const STACK_OUTPUTS = {
  TableName: 'The table: caveat --stage finds it by itself; other tools take --table',
  BucketName: 'The bucket with raw feeds and pages, texts and digests',
  FeedQueueUrl: 'Feeds to be polled',
  FeedDeadLettersUrl: 'Polls that were given up: caveat dead-letters',
  ArticleQueueUrl: 'Items to be read',
  ArticleDeadLettersUrl: 'Items that were given up: caveat dead-letters',
  FoldQueueUrl: 'Countries whose ledger is to be worked out',
  FoldDeadLettersUrl: 'Folds that were given up: caveat dead-letters',
  DeliveryQueueUrl: 'Mails to be sent',
  DeliveryDeadLettersUrl: 'Deliveries that were given up: caveat dead-letters',
  CallDeadLettersUrl: 'Scheduled and asynchronous calls that were given up: caveat dead-letters',
  UnsubscribeUrl: 'Where readers leave; every mail carries it with a token',
  AlarmTopicArn: 'Subscribe to it to be told of alarms, unless settings.json names an alarmEmail',
  DashboardName: 'The page to look at, in the CloudWatch console under Dashboards',
} as const;

export type StackOutput = keyof typeof STACK_OUTPUTS;

/** The part of a stack's name that tells several of them in one account apart. */
const STAGE = /^[a-z][a-z0-9-]{0,19}$/;

/** The stage that is meant where none is named. */
export const STANDARD_STAGE = 'prod';

/** @throws RangeError when the stage cannot be a part of a stack's name */
export function stackName(stage: string): string {
  if (!STAGE.test(stage)) {
    throw new RangeError(
      `the stage "${stage}" is not usable: take up to 20 of a-z, 0-9 and hyphens, a letter first, such as test`,
    );
  }
  return `Caveat-${stage}`;
}
