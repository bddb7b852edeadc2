import { createHash } from 'node:crypto';
import { seeded, type Random } from '../../bench/instruments/random';
import { COUNTER, halvesOf, ledgerOf, type Entry } from './history';
import { COLLECTION } from './indexes';

/** What the cloud answered: `code` where it refused. */
export interface Answer {
  readonly transactionId?: string;
  readonly data?: { readonly updated?: number };
  readonly code?: string;
  readonly message?: string;
}

/** Sends one action of the SDK's protocol. Rejects where no answer comes. */
export type Send = (action: string, body: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** What writers share. */
export interface Ground {
  readonly seed: number;
  readonly send: Send;
  readonly history: Entry[];
  /** How far the log reaches on disk, in bytes; 0 where that cannot be seen. */
  logBytes(): number;
}

/** A writer asks for one thing after the other, and notes each before it asks and after it was told. */
export class Writer {
  readonly #random: Random;
  readonly #singles: string[] = [];
  #count = 0;

  constructor(
    readonly name: string,
    private readonly ground: Ground,
  ) {
    this.#random = seeded(ground.seed ^ hash(name));
  }

  /** Creates what writers count on, before they begin; the common counter once in a database's life. */
  static async prepare(send: Send, names: readonly string[], isNew: boolean): Promise<void> {
    for (const id of [...(isNew ? [COUNTER] : []), ...names.map(ledgerOf)])
      await ask(send, 'database.insertDocument', { data: [document(id)] });
  }

  /** Asks for one more thing. Rejects where the answer did not come, or was a refusal. */
  async next(): Promise<void> {
    const draw = this.#random();
    const id = `${this.name}-${(this.#count += 1)}`;
    if (draw < 0.3) await this.#single(id);
    else if (draw < 0.6) await this.#pair(id);
    else if (draw < 0.9 || this.#singles.length === 0) await this.#countUp(id);
    else await this.#remove();
  }

  async #single(id: string): Promise<void> {
    const acknowledge = this.#note('single', id);
    await ask(this.ground.send, 'database.insertDocument', { data: [document(id)] });
    this.#singles.push(id);
    acknowledge();
  }

  async #pair(id: string): Promise<void> {
    const acknowledge = this.#note('pair', id);
    const { transactionId } = await ask(this.ground.send, 'database.startTransaction', {});
    for (const half of halvesOf(id))
      await ask(this.ground.send, 'database.insertDocument', { data: [document(half)], transactionId });
    await ask(this.ground.send, 'database.modifyDocument', {
      ...{ queryType: 'DOC', multi: false, merge: true, upsert: false, transactionId },
      query: JSON.stringify({ _id: ledgerOf(this.name) }),
      data: '{"$inc":{"n":1}}',
    });
    await ask(this.ground.send, 'database.commitTransaction', { transactionId });
    acknowledge();
  }

  async #countUp(id: string): Promise<void> {
    const acknowledge = this.#note('count', id);
    const { data } = await ask(this.ground.send, 'database.modifyDocument', {
      ...{ queryType: 'WHERE', multi: true, merge: true, upsert: false },
      query: JSON.stringify({ _id: COUNTER, n: { $gte: 0 } }),
      data: '{"$inc":{"n":1}}',
    });
    if (data?.updated !== 1) throw new Error('the counter is gone');
    acknowledge();
  }

  async #remove(): Promise<void> {
    const id = this.#singles.splice(Math.floor(this.#random() * this.#singles.length), 1)[0] ?? '';
    const acknowledge = this.#note('remove', id);
    await ask(this.ground.send, 'database.removeDocument', {
      ...{ queryType: 'DOC', multi: false },
      query: JSON.stringify({ _id: id }),
    });
    acknowledge();
  }

  #note(kind: Entry['kind'], id: string): () => void {
    const entry: Entry = { kind, writer: this.name, id, acknowledgedAt: null };
    this.ground.history.push(entry);
    return () => {
      entry.acknowledgedAt = this.ground.logBytes();
    };
  }
}

const hash = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE(0);

const document = (id: string): string => JSON.stringify({ _id: id, code: `code ${id}`, n: 0 });

async function ask(send: Send, action: string, body: Readonly<Record<string, unknown>>): Promise<Answer> {
  const answer = await send(action, { collectionName: COLLECTION, ...body });
  if (answer.code !== undefined) throw new Error(`${action} was refused: ${String(answer.message)}`);
  return answer;
}
