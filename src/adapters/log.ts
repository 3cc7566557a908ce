import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../pipeline/ports.ts';

/** One JSON line per event, through Powertools. Fields never hold an article's text. */
export function createLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (event, fields) => logger.info(event, { ...fields }),
    error: (event, fields) => logger.error(event, { ...fields }),
  };
}
