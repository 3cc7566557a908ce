import type { DeliveryMessage } from '../../src/contract/messages.ts';
import type {
  CorrectionRecord,
  CorrectionStore,
  Delivery,
  DeliveryRef,
  DeliveryStatus,
  DeliveryStore,
  DigestRecord,
  DigestStore,
  Log,
  Mail,
  Mailer,
  MailOutcome,
  Notice,
  NoticeStore,
  StoredToken,
  Subscriber,
  SubscriberStore,
  ToldRow,
} from '../../src/pipeline/ports.ts';

/**
 * Ports of ours in memory. What the stores promise is tested on these and on the real ones alike (tests/stores), so that
 * a step that works with a double works with the table.
 */

export interface LoggedLine {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function memoryLog(): Log & { readonly lines: LoggedLine[]; readonly errors: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const errors: LoggedLine[] = [];
  return {
    lines,
    errors,
    info: (event, fields) => void lines.push({ event, fields }),
    error: (event, fields) => void errors.push({ event, fields }),
  };
}

export function memoryDeliveryQueue() {
  const messages: DeliveryMessage[] = [];
  return {
    messages,
    async send(sent: readonly DeliveryMessage[]) {
      messages.push(...sent);
    },
  };
}

/** Answers every mail as told; keeps what it was given. */
export function memoryMailer(answer: (mail: Mail) => MailOutcome = () => ({ kind: 'sent', messageId: 'm' })) {
  const mails: Mail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
      return answer(mail);
    },
  };
  return { mails, mailer };
}

export function memorySubscribers(): SubscriberStore & { readonly tokens: Map<string, StoredToken> } {
  const rows = new Map<string, Subscriber>();
  const unasked = new Set<string>();
  const tokens = new Map<string, StoredToken>();
  const change = (id: string, given: Partial<Subscriber>) => {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...given });
  };
  const put = (subscriber: Subscriber) => {
    rows.set(subscriber.subscriberId, subscriber);
    if (subscriber.status === 'pending') unasked.add(subscriber.subscriberId);
  };
  return {
    tokens,
    list: async () => [...rows.values()],
    find: async (id) => rows.get(id),
    async addUnlessKnown(subscriber) {
      if (rows.has(subscriber.subscriberId)) return false;
      put(subscriber);
      return true;
    },
    async askAgain(subscriber, seen) {
      if (rows.get(subscriber.subscriberId)?.status !== seen) return false;
      put({ ...subscriber, status: 'pending' });
      return true;
    },
    async setStatus(id, status, at) {
      const now = rows.get(id)?.status;
      if (now === status || now === 'suppressed') return;
      change(id, { status, since: at });
      unasked.delete(id);
    },
    async confirm(id, at) {
      if (rows.get(id)?.status !== 'pending') return false;
      change(id, { status: 'active', since: at });
      unasked.delete(id);
      return true;
    },
    setChoice: async (id, choice) => change(id, choice),
    listUnasked: async () => [...rows.values()].filter(({ subscriberId }) => unasked.has(subscriberId)),
    async markAsked({ subscriberId, since }) {
      if (rows.get(subscriberId)?.since === since) unasked.delete(subscriberId);
    },
    saveToken: async (token) => void tokens.set(token.tokenHash, token),
    async findByToken(hash, purpose, now) {
      const token = tokens.get(hash);
      return token?.purpose === purpose && token.expiresAt > now ? token.subscriberId : undefined;
    },
  };
}

const FOLLOWS: Readonly<Record<DeliveryStatus, readonly DeliveryStatus[]>> = {
  claimed: [],
  sent: ['claimed', 'unknown'],
  unknown: ['claimed', 'unknown'],
  refused: ['claimed', 'unknown', 'sent'],
  delivered: ['claimed', 'unknown', 'sent', 'delivered'],
  bounced: ['claimed', 'unknown', 'sent', 'delivered', 'bounced'],
  complained: ['claimed', 'unknown', 'sent', 'delivered', 'bounced', 'complained'],
};

export function memoryDeliveries(): DeliveryStore & { readonly rows: Map<string, Delivery> } {
  const rows = new Map<string, Delivery>();
  const refs = new Map<string, DeliveryRef>();
  const removeWhile = (id: string, status: DeliveryStatus) =>
    rows.get(id)?.status === status && rows.delete(id);
  return {
    rows,
    async claim(delivery) {
      refs.set(delivery.deliveryId, delivery);
      if (rows.has(delivery.deliveryId)) return false;
      rows.set(delivery.deliveryId, delivery);
      return true;
    },
    release: async ({ deliveryId }) => void removeWhile(deliveryId, 'claimed'),
    reopen: async ({ deliveryId }, status) => removeWhile(deliveryId, status),
    findById: async (id) => refs.get(id),
    async settle({ deliveryId }, status) {
      const row = rows.get(deliveryId);
      if (row && FOLLOWS[status].includes(row.status)) rows.set(deliveryId, { ...row, status });
    },
    listUnresolved: async (before) =>
      [...rows.values()].filter(({ status, claimedAt }) => status === 'claimed' && claimedAt < before),
    listOfDigest: async (topic, date) =>
      [...rows.values()].filter((row) => row.kind === 'digest' && row.topic === topic && row.date === date),
  };
}

export function memoryDigests(): DigestStore & { readonly rows: Map<string, DigestRecord> } {
  const rows = new Map<string, DigestRecord>();
  const resends = new Set<string>();
  const key = (topic: string, date: string) => `${topic}/${date}`;
  return {
    rows,
    find: async (topic, date) => rows.get(key(topic, date)),
    findPrevious: async (topic, date) =>
      [...rows.values()]
        .filter((row) => row.topic === topic && row.date < date)
        .sort((one, other) => (one.date < other.date ? 1 : -1))[0],
    saveStories: async () => {},
    save: async (digest) => void rows.set(key(digest.topic, digest.date), digest),
    async requestResend(topic, date) {
      if (!rows.has(key(topic, date))) return false;
      resends.add(key(topic, date));
      return true;
    },
    listResends: async () => [...resends].flatMap((each) => rows.get(each) ?? []),
    clearResend: async (topic, date) => void resends.delete(key(topic, date)),
  };
}

export function memoryCorrections(): CorrectionStore {
  const rows = new Map<string, CorrectionRecord>();
  const told = new Set<string>();
  return {
    async add(correction) {
      if (!rows.has(correction.correctionId)) rows.set(correction.correctionId, correction);
    },
    listUntold: async (topic) =>
      [...rows.values()].filter((row) => row.topic === topic && !told.has(row.correctionId)),
    async markTold(_topic, ids) {
      for (const id of ids) told.add(id);
    },
  };
}

export function memoryNotices(): NoticeStore & { readonly saved: Map<string, Notice> } {
  const saved = new Map<string, Notice>();
  const told = new Map<string, ToldRow>();
  const key = (topic: string, id: string) => `${topic}/${id}`;
  return {
    saved,
    findTold: async (topic, rowId) => told.get(key(topic, rowId)),
    async setTold(topic, rowId, row) {
      const known = told.get(key(topic, rowId));
      if (!known || known.version < row.version) told.set(key(topic, rowId), row);
    },
    async save(notice) {
      if (!saved.has(key(notice.topic, notice.noticeId)))
        saved.set(key(notice.topic, notice.noticeId), notice);
    },
    find: async (topic, noticeId) => saved.get(key(topic, noticeId)),
  };
}

export function aSubscriber(given: Partial<Subscriber> = {}): Subscriber {
  return {
    subscriberId: 's1',
    email: 'reader@example.org',
    status: 'active',
    since: '2024-05-01T00:00:00.000Z',
    preference: 'daily',
    notices: false,
    ...given,
  };
}

export function aDelivery(given: Partial<Extract<Delivery, { kind: 'digest' }>> = {}): Delivery {
  return {
    kind: 'digest',
    topic: 't',
    date: '2024-05-31',
    subscriberId: 's1',
    deliveryId: 'd1',
    status: 'claimed',
    claimedAt: '2024-05-31T05:00:00.000Z',
    ...given,
  };
}
