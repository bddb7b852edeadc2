import type { RecordStore } from '../record-store';

/** A subscription message that arrived at a user. */
export interface SentMessage {
  id: string;
  openid: string;
  templateId: string;
  title: string;
  data: { key: string; label: string; value: string }[];
  /** Page that a tap on it opens, with its query; absent where it opens none. */
  page?: string;
  miniprogramState: string;
  lang: string;
  /** The virtual clock, epoch ms. */
  sentAt: number;
  /** The function that sent it. */
  sentBy: string;
}

const KIND = 'message';

/** All messages ever sent, oldest first. */
export class MessageLog {
  readonly #store: RecordStore;
  readonly #messages: SentMessage[];

  constructor(store: RecordStore) {
    this.#store = store;
    this.#messages = store.list(KIND).map(({ value }) => value as SentMessage);
  }

  list(): SentMessage[] {
    return this.#messages.map((message) => ({ ...message }));
  }

  /** An id that sorts after all earlier ones. */
  nextId(): string {
    return String(this.#messages.length + 1).padStart(10, '0');
  }

  async add(message: SentMessage): Promise<void> {
    this.#messages.push(message);
    await this.#store.put(KIND, message.id, message);
  }
}
