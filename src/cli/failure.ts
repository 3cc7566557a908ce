import { ConfigError } from '../config/load.ts';
import { FeedError } from '../domain/feeds/feed-error.ts';
import { CorrectionError } from '../pipeline/correct-article.ts';
import { UsageError } from './input.ts';

/** Failures of AWS that a person can mend, by the name the SDK gives them. */
const REMEDIES: Readonly<Record<string, string>> = {
  AccessDeniedException: 'these credentials may not do this; use a profile that may, with --profile',
  AccessDenied: 'these credentials may not ask this; use a profile that may, with --profile',
  CredentialsProviderError:
    'no AWS credentials were found; run "aws configure", or name a profile with --profile',
  ExpiredToken: 'the AWS credentials have expired; sign in again',
  ExpiredTokenException: 'the AWS credentials have expired; sign in again',
  InvalidClientTokenId: 'AWS does not know these credentials; check --profile and --region',
  ResourceNotFoundException:
    'there is no such table; the stack’s output TableName tells its name (and mind --region)',
  UnrecognizedClientException: 'AWS does not know these credentials; check --profile and --region',
};

/** What to do about an error of AWS's. */
export function remedyFor(error: Error): string {
  return (
    REMEDIES[error.name] ??
    'this could not be asked; use --region and --profile to say where, or ask again later'
  );
}

/** What went wrong and what to do, in a line where it was foreseen, with its origin where it was not. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const remedy = REMEDIES[error.name];
  if (remedy !== undefined) return `${error.name}: ${remedy}`;
  const isForeseen =
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof CorrectionError ||
    error instanceof FeedError ||
    error.name === 'LocalCloudError';
  return isForeseen ? error.message : (error.stack ?? error.message);
}
