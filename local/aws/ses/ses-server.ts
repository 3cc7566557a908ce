import type { Clock } from '../../simulated-clock.ts';
import {
  type HttpService,
  type ServiceRequest,
  type ServiceResponse,
  startHttpService,
} from '../http-service.ts';
import { accountDetails, emailIdentity } from './account.ts';
import type { EventOutbox } from './event-outbox.ts';
import type { MailDirectory } from './mail-directory.ts';
import { sendEmail } from './send-email.ts';
import { SesError } from './ses-error.ts';

/** What the service takes as one message, in Base64. */
const MAX_BODY_BYTES = 56 * 1024 * 1024;
const IDENTITIES = '/v2/email/identities';

export interface SesServerOptions {
  readonly port: number;
  readonly clock: Clock;
  readonly mails: MailDirectory;
  readonly outbox: EventOutbox;
}

/** Speaks the part of the REST protocol of Amazon SES, version 2, that sending mail needs. */
export function startSesServer(options: SesServerOptions): Promise<HttpService> {
  return startHttpService({
    name: 'SES',
    port: options.port,
    maxBodyBytes: MAX_BODY_BYTES,
    answer: (request) => answer(request, options),
  });
}

async function answer(request: ServiceRequest, options: SesServerOptions): Promise<ServiceResponse> {
  try {
    return json(200, await route(request, options));
  } catch (error) {
    if (!(error instanceof SesError)) return json(500, { message: String(error) });
    return json(error.status, { message: error.message }, { 'x-amzn-errortype': error.code });
  }
}

async function route({ method, path, body }: ServiceRequest, options: SesServerOptions): Promise<object> {
  const { mails, outbox, clock } = options;
  switch (`${method} ${path}`) {
    case 'POST /v2/email/outbound-emails': {
      const stored = await sendEmail(parseJson(body), { mails, sentAt: clock.now() });
      outbox.post(stored.events);
      return { MessageId: stored.messageId };
    }
    case 'GET /v2/email/account':
      return accountDetails(mails, clock.now());
    case `POST ${IDENTITIES}`:
      return emailIdentity(parseJson(body));
    default:
      if (method === 'GET' && path.startsWith(`${IDENTITIES}/`)) {
        return emailIdentity({ EmailIdentity: decodeURIComponent(path.slice(IDENTITIES.length + 1)) });
      }
      throw new SesError(`The local SES does not emulate ${method} ${path}.`, 'NotFoundException', 404);
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new SesError('The body is not JSON.');
  }
}

function json(status: number, value: object, headers: Record<string, string> = {}): ServiceResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}
