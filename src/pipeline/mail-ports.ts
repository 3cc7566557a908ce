import type { DeliveryMessage } from '../contract/messages.ts';
import type { Correction } from '../domain/digest/digest-input.ts';
import type { LedgerRow } from '../domain/ledger/ledger.ts';

/** What digests and the mails that carry them need of the world. All instants are ISO 8601 in UTC. */

export interface DigestRecord {
  readonly topic: string;
  readonly date: string;
  readonly subject: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly articleCount: number;
  readonly changeCount: number;
  readonly recipientCount: number;
  readonly status: 'queued';
}

export interface StoryRecord {
  readonly storyId: string;
  readonly rank: number;
  readonly title: string;
  readonly leadArticleId: string;
  /** `YYYY-MM-DD` of the first digest that told it; missing for a story that was new. */
  readonly toldSince?: string | undefined;
  readonly publisherCount: number;
  readonly articles: readonly { articleId: string; title: string; publisher: string; url: string }[];
}

export interface DigestStore {
  find(topic: string, date: string): Promise<DigestRecord | undefined>;
  /** The newest digest before the date. */
  findPrevious(topic: string, date: string): Promise<DigestRecord | undefined>;
  saveStories(topic: string, date: string, stories: readonly StoryRecord[]): Promise<void>;
  save(digest: DigestRecord): Promise<void>;
  /** Has the next tick queue the digest once more; who has it is not sent it again. @returns false when there is no such digest */
  requestResend(topic: string, date: string): Promise<boolean>;
  listResends(): Promise<DigestRecord[]>;
  clearResend(topic: string, date: string): Promise<void>;
}

/** Something an earlier digest said that was wrong, until a digest has told so. */
export interface CorrectionRecord extends Correction {
  readonly topic: string;
  readonly correctionId: string;
}

export interface CorrectionStore {
  add(correction: CorrectionRecord): Promise<void>;
  listUntold(topic: string): Promise<CorrectionRecord[]>;
  markTold(topic: string, correctionIds: readonly string[], date: string): Promise<void>;
}

export type DeliveryStatus =
  | 'claimed'
  | 'sent'
  | 'refused'
  | 'unknown'
  | 'delivered'
  | 'bounced'
  | 'complained';

/** Which mail to whom, and the id that travels with it as a tag. */
export type DeliveryRef = DeliveryMessage & { readonly deliveryId: string };

export type Delivery = DeliveryRef & { readonly status: DeliveryStatus; readonly claimedAt: string };

export interface DeliveryStore {
  /** Claims one recipient of one mail. @returns false when it was claimed before */
  claim(delivery: Delivery): Promise<boolean>;
  /** Gives a claim back after a refusal that certainly sent nothing. */
  release(delivery: Delivery): Promise<void>;
  /** By the id that travelled with the mail as a tag. */
  findById(deliveryId: string): Promise<DeliveryRef | undefined>;
  /** Records what became of a delivery, unless something weightier is known of it already: reports come in any order. */
  settle(delivery: DeliveryRef, status: DeliveryStatus, detail: string): Promise<void>;
  /** Claims made before the instant that are neither sent nor refused. */
  listUnresolved(claimedBefore: string): Promise<Delivery[]>;
  /** Every delivery of one digest. */
  listOfDigest(topic: string, date: string): Promise<Delivery[]>;
  /** Takes a delivery off the record while it has this status, so that it can be claimed anew: by a person's command only. */
  reopen(delivery: DeliveryRef, status: DeliveryStatus): Promise<boolean>;
}

export interface Subscriber {
  readonly subscriberId: string;
  readonly email: string;
  /** `pending` until the address's owner has confirmed; `suppressed` once mail bounced hard or was complained of. */
  readonly status: 'pending' | 'active' | 'unsubscribed' | 'suppressed';
  /** When it came to have this status. */
  readonly since: string;
  /** Every day's digest, or only those that tell of a change. */
  readonly preference: 'daily' | 'changes';
  /** Whether a short mail comes at once when a position changes. */
  readonly notices: boolean;
}

export type MailChoice = Pick<Subscriber, 'preference' | 'notices'>;

/** What a token in a mail may be used for. */
export type TokenPurpose = 'unsubscribe' | 'confirm';

export interface SubscriberStore {
  list(): Promise<Subscriber[]>;
  find(subscriberId: string): Promise<Subscriber | undefined>;
  /** Adds an address unless it is known in any state: who left is never added again by itself. @returns false when it is known */
  addUnlessKnown(subscriber: Subscriber): Promise<boolean>;
  /** Makes a known address pending again, while it has the status that was seen. @returns false when it has another by now */
  askAgain(subscriber: Subscriber, seen: Subscriber['status']): Promise<boolean>;
  /** Sets a status. Nothing lifts `suppressed` but `askAgain`. */
  setStatus(subscriberId: string, status: 'unsubscribed' | 'suppressed', at: string): Promise<void>;
  /** Makes a pending address active; any other stays as it is. */
  confirm(subscriberId: string, at: string): Promise<boolean>;
  setChoice(subscriberId: string, choice: MailChoice): Promise<void>;
  /** Pending addresses that have not been asked yet. */
  listUnasked(): Promise<Subscriber[]>;
  markAsked(subscriber: Subscriber): Promise<void>;
  /** Keeps a token's SHA-256 only. */
  saveToken(token: StoredToken): Promise<void>;
  findByToken(tokenHash: string, purpose: TokenPurpose, now: string): Promise<string | undefined>;
}

export interface StoredToken {
  readonly tokenHash: string;
  readonly subscriberId: string;
  readonly purpose: TokenPurpose;
  readonly expiresAt: string;
}

/** What was last told at once of a ledger row: a change is told once, however many outlets report it. */
export interface ToldRow {
  readonly status: LedgerRow['status'];
  /** Counts the changes of this row that were told or passed over. */
  readonly version: number;
}

/** A short mail about one change of one ledger row. */
export interface Notice {
  readonly topic: string;
  /** The row's id and version. */
  readonly noticeId: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface NoticeStore {
  findTold(topic: string, rowId: string): Promise<ToldRow | undefined>;
  setTold(topic: string, rowId: string, told: ToldRow): Promise<void>;
  /** Keeps the first notice of that id. */
  save(notice: Notice): Promise<void>;
  find(topic: string, noticeId: string): Promise<Notice | undefined>;
}

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

export type MailOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** Certainly not sent, and never will be. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Certainly not sent; may be tried again. */
  | { readonly kind: 'throttled'; readonly reason: string }
  /** May or may not have been sent. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}
