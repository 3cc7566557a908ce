import type { ServiceResponse } from '../http-service.ts';

export function xml(status: number, body: string): ServiceResponse {
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
