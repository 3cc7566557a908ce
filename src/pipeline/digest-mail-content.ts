import type { DeliveryMessage } from '../contract/messages.ts';
import type { Digest } from '../domain/digest/digest.ts';
import { renderConfirmation } from '../domain/digest/render-confirmation.ts';
import type { Archive, NoticeStore } from './ports.ts';

/** A mail before it is anybody's: links carry a placeholder. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface ContentDeps {
  readonly archive: Archive;
  readonly notices: NoticeStore;
  /** What a confirmation asks about: the title of the digest's topic. */
  readonly topicLabel: string;
  readonly senderNote: string;
}

/** What the mail says; undefined when there is no such digest or notice. */
export async function readContent(
  message: DeliveryMessage,
  { archive, notices, topicLabel, senderNote }: ContentDeps,
): Promise<MailContent | undefined> {
  switch (message.kind) {
    case 'digest': {
      const files = await archive.readDigest(message.topic, message.date);
      return (
        files && { subject: (JSON.parse(files.json) as Digest).subject, html: files.html, text: files.text }
      );
    }
    case 'notice':
      return notices.find(message.topic, message.noticeId);
    case 'confirmation':
      return renderConfirmation({ topicLabel, senderNote });
  }
}
