import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../src/pipeline/ports.ts';
import type { LocalMails } from './aws/local-cloud.ts';

export interface ExportedDigest {
  readonly date: string;
  readonly html: string;
  readonly text: string;
  /** The mail as sent; missing when nobody received it. */
  readonly eml?: string | undefined;
}

/** Lays the digests out as files that a person can open, with the mails as they were sent. */
export async function exportDigests(
  dates: readonly string[],
  options: { dir: string; topic: string; archive: Archive; mails: LocalMails },
): Promise<ExportedDigest[]> {
  mkdirSync(options.dir, { recursive: true });
  const sent = options.mails.list();
  const exported: ExportedDigest[] = [];
  for (const date of dates) {
    const files = await options.archive.readDigest(options.topic, date);
    if (!files) continue;
    const path = (extension: string) => join(options.dir, `${date}.${extension}`);
    writeFileSync(path('html'), files.html);
    writeFileSync(path('txt'), files.text);
    const mail = sent.find((each) => each.sentAt.startsWith(date));
    if (mail) copyFileSync(mail.files.eml, path('eml'));
    exported.push({ date, html: path('html'), text: path('txt'), eml: mail && path('eml') });
  }
  return exported;
}
