import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../local-account.ts';

/**
 * A queue's address on this machine.
 *
 * The SDK sends its requests to the host it finds in the queue's URL, so that it has to be the server's own.
 */
export function queueUrl(serverUrl: string, name: string): string {
  return `${serverUrl}/${LOCAL_ACCOUNT_ID}/${name}`;
}

export function queueArn(name: string): string {
  return `arn:aws:sqs:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:${name}`;
}

/** Only the last part counts: a URL from before a restart names another port, and means the same queue. */
export function queueNameOfUrl(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

export function queueNameOfArn(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}
