import { Metrics as PowertoolsMetrics } from '@aws-lambda-powertools/metrics';
import { METRIC_SERVICE, METRICS, type VitalSignName } from '../contract/metrics.ts';
import type { Metrics } from '../pipeline/operation-ports.ts';

/**
 * Metrics as CloudWatch reads them off a function's log (embedded metric format), through Powertools.
 *
 * @param namespace tells the stages of one account apart
 */
export function createMetrics(namespace: string): Metrics {
  const metrics = new PowertoolsMetrics({ namespace, serviceName: METRIC_SERVICE });
  return {
    record(signs) {
      for (const [name, value] of Object.entries(signs) as [VitalSignName, number | undefined][]) {
        if (value !== undefined) metrics.addMetric(name, METRICS[name].unit, value);
      }
      metrics.publishStoredMetrics();
    },
  };
}
