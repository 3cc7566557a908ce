import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MailEvent } from './mail-events.ts';

/** A mail that was taken in, as its `.json` file holds it. */
export interface StoredMail {
  readonly messageId: string;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  /** The same mail to open with a mail program, a browser and a text editor; absolute paths. */
  readonly files: {
    readonly eml: string;
    readonly html?: string | undefined;
    readonly text?: string | undefined;
  };
  readonly events: readonly MailEvent[];
}

export interface MailContent {
  readonly eml: Buffer;
  readonly html: string | undefined;
  readonly text: string | undefined;
}

/** Keeps mails as files that people can open, one directory a day. */
export class MailDirectory {
  readonly directory: string;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.directory = path.resolve(directory);
  }

  /** The `.json` file comes last: a mail whose writing was interrupted was never accepted and is not listed. */
  save(mail: Omit<StoredMail, 'files'>, content: MailContent): StoredMail {
    const base = path.join(this.directory, mail.sentAt.slice(0, 10), baseName(mail));
    mkdirSync(path.dirname(base), { recursive: true });
    const write = (extension: string, data: string | Buffer | undefined) => {
      if (data === undefined) return undefined;
      writeFileSync(base + extension, data);
      return base + extension;
    };
    const html = write('.html', content.html);
    const text = write('.txt', content.text);
    writeFileSync(`${base}.eml`, content.eml);
    const stored: StoredMail = { ...mail, files: { eml: `${base}.eml`, html, text } };
    writeFileSync(`${base}.arriving`, JSON.stringify(stored, null, 2));
    renameSync(`${base}.arriving`, `${base}.json`);
    return stored;
  }

  /** All mails, the oldest first. */
  list(): StoredMail[] {
    const names = readdirSync(this.directory, { recursive: true, encoding: 'utf8' });
    const mails = names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(path.join(this.directory, name), 'utf8')) as StoredMail);
    return mails.sort((one, other) => one.sentAt.localeCompare(other.sentAt));
  }
}

/** Time, first recipient and the start of the id: sorts by time and can be told apart at a glance. */
function baseName({
  sentAt,
  to: [recipient = 'nobody'],
  messageId,
}: Pick<StoredMail, 'sentAt' | 'to' | 'messageId'>) {
  const time = sentAt.slice(11, 19).replaceAll(':', '-');
  const reader = recipient.replace(/[^\w.@+-]/g, '_').slice(0, 80);
  return `${time}-${reader}-${messageId.slice(0, 8)}`;
}
