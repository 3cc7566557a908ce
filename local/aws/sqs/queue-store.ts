import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../simulated-clock.ts';
import { inTransaction, openStateDatabase } from '../state-database.ts';
import type { MessageAttributes } from './message-digests.ts';
import { SqsError } from './sqs-error.ts';

/** Times are milliseconds since 1970. `receipt` is the last receive's; older ones no longer work. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS queues (
    name TEXT PRIMARY KEY,
    attributes TEXT NOT NULL,
    created_at INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    queue TEXT NOT NULL REFERENCES queues (name) ON DELETE CASCADE,
    body TEXT NOT NULL,
    attributes TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    visible_at INTEGER NOT NULL,
    receive_count INTEGER NOT NULL DEFAULT 0,
    first_received_at INTEGER,
    receipt TEXT UNIQUE,
    dead_letter_source TEXT
  );
  CREATE INDEX IF NOT EXISTS messages_by_visibility ON messages (queue, visible_at, sequence);
`;

export interface Queue {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly createdAt: Date;
}

export interface NewMessage {
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly delaySeconds: number;
}

export interface ReceivedMessage {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly sentAt: Date;
  readonly firstReceivedAt: Date;
  readonly receiveCount: number;
  /** The queue that gave the message up, if this is a dead-letter queue. */
  readonly deadLetterSource: string | undefined;
}

/** Where messages go that were received `maxReceiveCount` times and are still there. */
export interface Redrive {
  readonly deadLetterQueue: string;
  readonly maxReceiveCount: number;
}

export interface ReceiveOptions {
  readonly maxMessages: number;
  readonly visibilitySeconds: number;
  readonly redrive: Redrive | undefined;
}

export interface QueueDepth {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

interface MessageRow {
  readonly id: string;
  readonly body: string;
  readonly attributes: string;
  readonly sent_at: number;
  readonly receive_count: number;
  readonly first_received_at: number | null;
  readonly dead_letter_source: string | null;
}

/** Standard queues in one SQLite file. What a method did is on record when it returns. */
export class QueueStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;

  constructor(file: string, clock: Clock) {
    this.#database = openStateDatabase(file, SCHEMA);
    this.#clock = clock;
  }

  close(): void {
    this.#database.close();
  }

  saveQueue(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#database
      .prepare(
        `INSERT INTO queues (name, attributes, created_at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET attributes = excluded.attributes`,
      )
      .run(name, JSON.stringify(attributes), this.#nowMs());
  }

  findQueue(name: string): Queue | undefined {
    const row = this.#database.prepare('SELECT * FROM queues WHERE name = ?').get(name);
    return row && toQueue(row);
  }

  listQueues(): Queue[] {
    return this.#database.prepare('SELECT * FROM queues ORDER BY name').all().map(toQueue);
  }

  /**
   * Puts back what was in flight, each message at the time when it was first received. For a start after a crash: the
   * only consumer of these queues has died with their server, and nobody is left who could still delete a message.
   */
  releaseInFlight(): void {
    this.#database
      .prepare(
        `UPDATE messages SET visible_at = first_received_at, receipt = NULL
         WHERE receipt IS NOT NULL AND dead_letter_source IS NULL AND visible_at > first_received_at`,
      )
      .run();
  }

  deleteQueue(name: string): void {
    this.#database.prepare('DELETE FROM queues WHERE name = ?').run(name);
  }

  purgeQueue(name: string): void {
    this.#database.prepare('DELETE FROM messages WHERE queue = ?').run(name);
  }

  addMessage(queue: string, message: NewMessage): string {
    const id = randomUUID();
    const now = this.#nowMs();
    this.#database
      .prepare(
        'INSERT INTO messages (id, queue, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(
        id,
        queue,
        message.body,
        JSON.stringify(message.attributes),
        now,
        now + message.delaySeconds * 1000,
      );
    return id;
  }

  /**
   * Takes visible messages, the longest visible first, and hides them for a while. Those that were received too often
   * move to the dead-letter queue instead, as the service does it: when they would be received once more.
   */
  receive(queue: string, options: ReceiveOptions): ReceivedMessage[] {
    return inTransaction(this.#database, () => {
      const now = this.#nowMs();
      const received: ReceivedMessage[] = [];
      while (received.length < options.maxMessages) {
        const row = this.#firstVisible(queue, now);
        if (!row) break;
        if (options.redrive && row.receive_count >= options.redrive.maxReceiveCount) {
          this.#moveToDeadLetters(row.id, queue, options.redrive.deadLetterQueue, now);
        } else {
          received.push(this.#hide(row, now, options.visibilitySeconds));
        }
      }
      return received;
    });
  }

  /** A receipt that is no longer the message's last deletes nothing, and says nothing: so does the service. */
  deleteMessage(queue: string, receipt: string): void {
    assertReceipt(receipt);
    this.#database.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?').run(queue, receipt);
  }

  changeVisibility(queue: string, receipt: string, visibilitySeconds: number): void {
    assertReceipt(receipt);
    const now = this.#nowMs();
    const { changes } = this.#database
      .prepare('UPDATE messages SET visible_at = ? WHERE queue = ? AND receipt = ? AND visible_at > ?')
      .run(now + visibilitySeconds * 1000, queue, receipt, now);
    if (changes === 0) throw new SqsError('MessageNotInflight', 'The message is not in flight.');
  }

  /** Sends the messages of a dead-letter queue back, to `target` or each to the queue that gave it up. */
  moveMessages(from: string, target: string | undefined): number {
    const { changes } = this.#database
      .prepare(
        `UPDATE messages
         SET queue = coalesce(?, dead_letter_source), visible_at = ?, receive_count = 0, first_received_at = NULL,
             receipt = NULL, dead_letter_source = NULL
         WHERE queue = ? AND visible_at <= ? AND coalesce(?, dead_letter_source) IN (SELECT name FROM queues)`,
      )
      .run(target ?? null, this.#nowMs(), from, this.#nowMs(), target ?? null);
    return Number(changes);
  }

  depth(queue: string): QueueDepth {
    const now = this.#nowMs();
    const row = this.#database
      .prepare(
        `SELECT count(*) FILTER (WHERE visible_at <= ?) AS visible,
                count(*) FILTER (WHERE visible_at > ? AND receipt IS NOT NULL) AS inFlight,
                count(*) FILTER (WHERE visible_at > ? AND receipt IS NULL) AS delayed
         FROM messages WHERE queue = ?`,
      )
      .get(now, now, now, queue);
    return {
      visible: Number(row?.['visible']),
      inFlight: Number(row?.['inFlight']),
      delayed: Number(row?.['delayed']),
    };
  }

  /** When the next message can be received: an instant that has passed means at once. */
  nextVisibleAt(queues: readonly string[]): Date | undefined {
    const query = this.#database.prepare('SELECT min(visible_at) AS at FROM messages WHERE queue = ?');
    const instants = queues.map((queue) => query.get(queue)?.['at']).filter((at) => typeof at === 'number');
    return instants.length === 0 ? undefined : new Date(Math.min(...instants));
  }

  #firstVisible(queue: string, now: number): MessageRow | undefined {
    const row = this.#database
      .prepare(
        'SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, sequence LIMIT 1',
      )
      .get(queue, now);
    return row as MessageRow | undefined;
  }

  #hide(row: MessageRow, now: number, visibilitySeconds: number): ReceivedMessage {
    const receipt = newReceipt();
    const firstReceivedAt = row.first_received_at ?? now;
    this.#database
      .prepare(
        `UPDATE messages SET receipt = ?, visible_at = ?, first_received_at = ?, receive_count = receive_count + 1
         WHERE id = ?`,
      )
      .run(receipt, now + visibilitySeconds * 1000, firstReceivedAt, row.id);
    return {
      id: row.id,
      receipt,
      body: row.body,
      attributes: JSON.parse(row.attributes) as MessageAttributes,
      sentAt: new Date(row.sent_at),
      firstReceivedAt: new Date(firstReceivedAt),
      receiveCount: row.receive_count + 1,
      deadLetterSource: row.dead_letter_source ?? undefined,
    };
  }

  #moveToDeadLetters(id: string, from: string, to: string, now: number): void {
    this.#database
      .prepare(
        'UPDATE messages SET queue = ?, visible_at = ?, receipt = NULL, dead_letter_source = ? WHERE id = ?',
      )
      .run(to, now, from, id);
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}

function toQueue(row: Record<string, unknown>): Queue {
  return {
    name: String(row['name']),
    attributes: JSON.parse(String(row['attributes'])) as Record<string, string>,
    createdAt: new Date(Number(row['created_at'])),
  };
}

const RECEIPT = /^receipt-[0-9a-f-]{36}$/;

function newReceipt(): string {
  return `receipt-${randomUUID()}`;
}

function assertReceipt(receipt: string): void {
  if (!RECEIPT.test(receipt)) {
    throw new SqsError('ReceiptHandleIsInvalid', `The input receipt handle "${receipt}" is not valid.`);
  }
}
