import { type VitalSigns, vitalSigns } from '../domain/health/vital-signs.ts';
import { type ObserveDeps, observeHouse } from './observe-house.ts';
import type { Metrics } from './operation-ports.ts';
import type { Log } from './ports.ts';

export interface CheckHealthDeps extends ObserveDeps {
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * Measures the vital signs and records them as metrics, which the alarms watch. A sign that cannot be told is left out;
 * that nothing at all is recorded any more is an alarm too.
 *
 * @param now the schedule's own time, ISO 8601 UTC
 */
export async function checkHealth(now: string, deps: CheckHealthDeps): Promise<VitalSigns> {
  const signs = vitalSigns(await observeHouse(now, deps));
  deps.metrics.record(signs);
  deps.log.info('health-checked', { ...signs });
  return signs;
}
