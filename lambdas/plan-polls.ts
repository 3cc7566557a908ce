import { planPollsDeps } from '../src/compose/plan-polls.ts';
import { ScheduleTick } from '../src/contract/messages.ts';
import { asInstant } from '../src/domain/time/instant.ts';
import { type PollPlan, planPolls } from '../src/pipeline/plan-polls.ts';

/** Schedule → the feeds that are due, on the feed queue. */
export async function handler(event: unknown): Promise<PollPlan> {
  const tick = ScheduleTick.parse(event);
  return planPolls(asInstant(tick.time), planPollsDeps());
}
