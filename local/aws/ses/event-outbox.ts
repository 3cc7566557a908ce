import type { MailEvent } from './mail-events.ts';

export type MailListener = (event: MailEvent) => void | Promise<void>;

/** Hands events on, one after the other, once the sender has had its answer. */
export class EventOutbox {
  readonly #listener: MailListener;
  #last: Promise<void> = Promise.resolve();
  #failures: unknown[] = [];

  constructor(listener: MailListener) {
    this.#listener = listener;
  }

  post(events: readonly MailEvent[]): void {
    for (const event of events) {
      this.#last = this.#last
        .then(() => this.#deliver(event))
        .catch((error: unknown) => void this.#failures.push(error));
    }
  }

  /**
   * Waits until the listener has taken every event posted so far.
   *
   * @throws AggregateError with what it failed with since the last call; it was given the later events all the same
   */
  async settled(): Promise<void> {
    await this.#last;
    const failures = this.#failures;
    this.#failures = [];
    if (failures.length > 0) throw new AggregateError(failures, `mail events not taken: ${failures.length}`);
  }

  async #deliver(event: MailEvent): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    await this.#listener(event);
  }
}
