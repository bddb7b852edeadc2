import { randomUUID } from 'node:crypto';
import { createAlarm, warn, type Alarm } from '../clock/alarm';
import type { Clock } from '../clock/clock';
import type { Invocation, InvocationResult } from '../functions/host';
import type { Ledger } from './ledger';
import type { Delivery } from './records';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between deliveries that were not acknowledged (API v2, payment notification). */
export const RETRY_WAITS: readonly number[] = [
  15 * SECOND,
  15 * SECOND,
  30 * SECOND,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  3 * HOUR,
  3 * HOUR,
  3 * HOUR,
  6 * HOUR,
  6 * HOUR,
];

export interface CallbackOptions {
  ledger: Ledger;
  clock: Clock;
  invoke: (invocation: Invocation) => Promise<InvocationResult>;
}

const acknowledged = (result: InvocationResult): boolean => {
  if (!result.ok) return false;
  const answer = JSON.parse(result.json) as { errcode?: unknown } | null;
  return answer?.errcode === 0;
};

/**
 * Brings payment and refund results to the function that the order names, again and again by the
 * virtual clock until it answers `{errcode: 0}`. A delivery is stored before it is tried, so one
 * that was under way when the cloud died is tried again.
 */
export class Callbacks {
  readonly #options: CallbackOptions;
  readonly #running = new Map<string, Promise<void>>();
  readonly #alarm: Alarm;

  constructor(options: CallbackOptions) {
    this.#options = options;
    this.#alarm = createAlarm({
      clock: options.clock,
      next: () => this.#next(),
      ring: () => this.#ring(),
    });
  }

  /** Stores a callback; it is delivered at `at`, which may be now. */
  async enqueue(callback: {
    functionName: string;
    event: Record<string, unknown>;
    at: number;
    held: boolean;
  }): Promise<void> {
    const { functionName, event, at, held } = callback;
    await this.#options.ledger.saveDelivery({
      id: randomUUID(),
      functionName,
      event,
      state: held ? 'held' : 'waiting',
      attempts: 0,
      nextAt: at,
      lastAnswer: undefined,
    });
    this.#alarm.look();
  }

  /** Lets callbacks that are held back go now; answers how many. */
  async release(): Promise<number> {
    const { ledger, clock } = this.#options;
    const held = ledger.deliveries().filter(({ state }) => state === 'held');
    await Promise.all(
      held.map((one) => ledger.saveDelivery({ ...one, state: 'waiting', nextAt: clock.now() })),
    );
    this.#alarm.look();
    return held.length;
  }

  /** Delivers an order's callbacks once more, as the provider sometimes does. */
  async repeat(outTradeNo: string): Promise<number> {
    const { ledger, clock } = this.#options;
    const known = ledger.deliveries().filter(({ event }) => event['outTradeNo'] === outTradeNo);
    for (const { functionName, event } of known)
      await this.enqueue({ functionName, event, at: clock.now(), held: false });
    return known.length;
  }

  /** Resolves when no delivery is due or under way. */
  async settled(): Promise<void> {
    while ((this.#next() ?? Infinity) <= this.#options.clock.now() || this.#running.size > 0) {
      await Promise.all(this.#running.values());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async close(): Promise<void> {
    await this.#alarm.stop();
    await Promise.allSettled(this.#running.values());
  }

  // A held callback goes by itself when its time has come; releasing it makes the time come now.
  #pending(): Delivery[] {
    return this.#options.ledger
      .deliveries()
      .filter(({ id, state }) => (state === 'waiting' || state === 'held') && !this.#running.has(id));
  }

  #next(): number | undefined {
    const times = this.#pending().map(({ nextAt }) => nextAt);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  #ring(): Promise<void> {
    const now = this.#options.clock.now();
    for (const delivery of this.#pending()) {
      if (delivery.nextAt > now) continue;
      const run = this.#deliver(delivery)
        .catch(warn)
        .finally(() => {
          this.#running.delete(delivery.id);
          this.#alarm.look();
        });
      this.#running.set(delivery.id, run);
    }
    return Promise.resolve();
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { ledger, clock, invoke } = this.#options;
    const { functionName: name, event } = delivery;
    const result = await invoke({ name, event, source: 'wx_paycallback' });
    const attempts = delivery.attempts + 1;
    const wait = RETRY_WAITS[attempts - 1];
    await ledger.saveDelivery({
      ...delivery,
      attempts,
      state: acknowledged(result) ? 'delivered' : wait === undefined ? 'abandoned' : 'waiting',
      nextAt: clock.now() + (wait ?? 0),
      lastAnswer: (result.ok ? result.json : result.failure.message).slice(0, 500),
    });
  }
}
