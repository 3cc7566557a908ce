import type { QueueHandler } from './event-source.ts';

type ScheduledHandler = (event: { readonly time: string }, context: never) => Promise<unknown>;

/** The functions that are deployed, by the names of their files. */
export interface Handlers {
  readonly planPolls: ScheduledHandler;
  readonly pollFeeds: QueueHandler;
  readonly ingestArticle: QueueHandler;
  readonly foldLedger: QueueHandler;
  readonly sendDigest: ScheduledHandler;
  readonly deliverDigest: QueueHandler;
  readonly checkHealth: ScheduledHandler;
  readonly mailEvents: (event: unknown) => Promise<unknown>;
}

/** The handlers of the source tree. They read the environment at their first call, not when they are loaded. */
export async function loadHandlers(): Promise<Handlers> {
  const [
    planPolls,
    pollFeeds,
    ingestArticle,
    foldLedger,
    sendDigest,
    deliverDigest,
    checkHealth,
    mailEvents,
  ] = await Promise.all([
    import('../lambdas/plan-polls.ts'),
    import('../lambdas/poll-feeds.ts'),
    import('../lambdas/ingest-article.ts'),
    import('../lambdas/fold-ledger.ts'),
    import('../lambdas/send-digest.ts'),
    import('../lambdas/deliver-digest.ts'),
    import('../lambdas/check-health.ts'),
    import('../lambdas/mail-events.ts'),
  ]);
  return {
    planPolls: planPolls.handler,
    pollFeeds: pollFeeds.handler,
    ingestArticle: ingestArticle.handler,
    foldLedger: foldLedger.handler,
    sendDigest: sendDigest.handler,
    deliverDigest: deliverDigest.handler,
    checkHealth: checkHealth.handler,
    mailEvents: mailEvents.handler,
  };
}
