import { z } from 'zod';
import { mailEventDeps } from '../src/compose/mail-events.ts';
import { type MailEvent, settleMailEvent } from '../src/pipeline/settle-mail-event.ts';

/** What SES publishes through EventBridge, the parts that are read. */
const SesEvent = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) }),
    bounce: z.object({ bounceType: z.string() }).optional(),
  }),
});
type SesEvent = z.infer<typeof SesEvent>;

/** SES event → the delivery it is about. */
export async function handler(event: unknown): Promise<void> {
  const deps = mailEventDeps();
  const parsed = SesEvent.parse(event);
  const deliveryId = parsed.detail.mail.tags['delivery']?.[0];
  if (deliveryId === undefined) return;
  const mailEvent: MailEvent = {
    kind: kindOf(parsed.detail),
    deliveryId,
    at: new Date(parsed.time).toISOString(),
  };
  const result = await settleMailEvent(mailEvent, deps);
  deps.log.info('mail-event', { kind: mailEvent.kind, deliveryId, result });
}

function kindOf({ eventType, bounce }: SesEvent['detail']): MailEvent['kind'] {
  switch (eventType.toLowerCase()) {
    case 'delivery':
      return 'delivered';
    case 'bounce':
      return bounce?.bounceType === 'Permanent' ? 'hard-bounce' : 'soft-bounce';
    case 'complaint':
      return 'complaint';
    case 'reject':
      return 'rejected';
    default:
      return 'other';
  }
}
