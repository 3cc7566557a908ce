import { checkHealthDeps } from '../src/compose/check-health.ts';
import { ScheduleTick } from '../src/contract/messages.ts';
import type { VitalSigns } from '../src/domain/health/vital-signs.ts';
import { asInstant } from '../src/domain/time/instant.ts';
import { checkHealth } from '../src/pipeline/check-health.ts';

/** Hourly schedule → the vital signs, as metrics that alarms watch. */
export async function handler(event: unknown): Promise<VitalSigns> {
  const tick = ScheduleTick.parse(event);
  return checkHealth(asInstant(tick.time), checkHealthDeps());
}
