import type { AppConfig } from './load.ts';

/** Domains that nobody can own (RFC 2606): whoever is there is a placeholder. */
const EXAMPLE_DOMAIN = /(?:^|[@.])example\.(?:com|net|org)$|\.(?:example|invalid|test)$/i;

/** What still stands in the configuration as it came, by file and field. @returns what to change, empty when all is set */
export function listExampleValues({ digest, settings }: AppConfig): string[] {
  const found: string[] = [];
  if (EXAMPLE_DOMAIN.test(digest.sender)) found.push(`digest.json: sender "${digest.sender}"`);
  for (const recipient of digest.recipients) {
    if (EXAMPLE_DOMAIN.test(recipient)) found.push(`digest.json: recipient "${recipient}"`);
  }
  if (settings.contact.includes('your-account')) found.push(`settings.json: contact "${settings.contact}"`);
  return found;
}
