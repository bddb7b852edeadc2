import { createAlarm, warn, type Alarm } from '../clock/alarm';
import type { Clock } from '../clock/clock';
import type { FaultBoard } from '../faults/faults';
import type { Invocation, InvocationResult } from '../functions/host';
import { RETRY_WAITS } from './callback-waits';
import type { Ledger } from './ledger';
import type { Random } from './random';
import type { Delivery } from './records';

export interface CallbackOptions {
  ledger: Ledger;
  clock: Clock;
  faults: FaultBoard;
  random: Random;
  invoke: (invocation: Invocation) => Promise<InvocationResult>;
  /** Virtual milliseconds by which a late callback is late. */
  lateMs: number;
}

/** A callback as it is made. */
export interface NewCallback {
  functionName: string;
  event: Record<string, unknown>;
  /** Whether it is to come late. */
  late?: boolean;
}

const SOURCE = 'wx_paycallback';
const ANSWER_KEPT = 500;

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
    const next = (): number | undefined => this.#next();
    this.#alarm = createAlarm({ clock: options.clock, next, ring: () => this.#ring() });
  }

  /** Stores a callback of the provider, which the faults in force may lose, double or hold back. */
  async enqueue({ functionName, event, late = false }: NewCallback): Promise<void> {
    const { clock, faults, lateMs } = this.#options;
    const operation = { function: functionName };
    const delay = faults.strike('callback-late', operation);
    const lateBy = delay === undefined ? (late ? lateMs : 0) : (delay.ms ?? lateMs);
    const state = faults.strike('callback-lost', operation) ? 'dropped' : lateBy > 0 ? 'held' : 'waiting';
    const copies = faults.strike('callback-twice', operation) ? 2 : 1;
    const nextAt = clock.now() + lateBy;
    const made = Array.from({ length: copies }, () =>
      this.#options.ledger.saveDelivery({ ...this.#make(functionName, event), state, nextAt }),
    );
    await Promise.all(made);
    this.#alarm.look();
  }

  /** Lets callbacks that are held back go now; answers how many. */
  async release(): Promise<number> {
    const { ledger, clock } = this.#options;
    const held = ledger.openDeliveries().filter(({ state }) => state === 'held');
    await Promise.all(
      held.map((one) => ledger.saveDelivery({ ...one, state: 'waiting', nextAt: clock.now() })),
    );
    this.#alarm.look();
    return held.length;
  }

  /** Makes the same callback once more, as the provider sometimes does. */
  async repeat({ functionName, event, forged }: Delivery): Promise<void> {
    if (forged) {
      await this.forge({ functionName, event });
      return;
    }
    await this.#options.ledger.saveDelivery(this.#make(functionName, event));
    this.#alarm.look();
  }

  /** Delivers now, whatever the state, and answers the delivery as it is afterwards. */
  async deliver(delivery: Delivery): Promise<Delivery> {
    await this.#start(await this.#atRest(delivery));
    return this.#options.ledger.delivery(delivery.id) ?? delivery;
  }

  /** Takes a callback off its way. */
  async drop(delivery: Delivery): Promise<void> {
    await this.#options.ledger.saveDelivery({ ...(await this.#atRest(delivery)), state: 'dropped' });
    this.#alarm.look();
  }

  /** Puts the next try off until so many virtual milliseconds from now. */
  async delay(delivery: Delivery, milliseconds: number): Promise<void> {
    const current = await this.#atRest(delivery);
    const nextAt = this.#options.clock.now() + milliseconds;
    await this.#options.ledger.saveDelivery({ ...current, state: 'held', nextAt });
    this.#alarm.look();
  }

  /** Delivers, once, what the provider never sent; it is kept among the callbacks and marked. */
  async forge({ functionName, event }: NewCallback): Promise<Delivery> {
    const made: Delivery = { ...this.#make(functionName, event), state: 'dropped', forged: true };
    await this.#options.ledger.saveDelivery(made);
    return this.deliver(made);
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

  /** The delivery as it stands when it is not under way. */
  async #atRest(delivery: Delivery): Promise<Delivery> {
    await this.#running.get(delivery.id);
    return this.#options.ledger.delivery(delivery.id) ?? delivery;
  }

  #make(functionName: string, event: Record<string, unknown>): Delivery {
    const now = this.#options.clock.now();
    return {
      id: this.#options.random.hex(16),
      functionName,
      event,
      state: 'waiting',
      attempts: 0,
      createdAt: now,
      nextAt: now,
      lastAnswer: undefined,
      forged: false,
    };
  }

  // A held callback goes by itself when its time has come; releasing it makes the time come now.
  #pending(): Delivery[] {
    return this.#options.ledger.openDeliveries().filter(({ id }) => !this.#running.has(id));
  }

  #next(): number | undefined {
    const times = this.#pending().map(({ nextAt }) => nextAt);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  #ring(): Promise<void> {
    const now = this.#options.clock.now();
    for (const delivery of this.#pending()) if (delivery.nextAt <= now) void this.#start(delivery);
    return Promise.resolve();
  }

  /** Two who want it delivered at the same time get one delivery, and one attempt is counted. */
  #start(delivery: Delivery): Promise<void> {
    const underWay = this.#running.get(delivery.id);
    if (underWay !== undefined) return underWay;
    const run = this.#try(delivery)
      .catch(warn)
      .finally(() => {
        this.#running.delete(delivery.id);
        this.#alarm.look();
      });
    this.#running.set(delivery.id, run);
    return run;
  }

  async #try(delivery: Delivery): Promise<void> {
    const { ledger, clock, invoke } = this.#options;
    const { functionName: name, event } = delivery;
    const result = await invoke({ name, event, source: SOURCE });
    const attempts = delivery.attempts + 1;
    const wait = delivery.forged ? undefined : RETRY_WAITS[attempts - 1];
    const unheard = wait !== undefined ? 'waiting' : delivery.forged ? 'dropped' : 'abandoned';
    await ledger.saveDelivery({
      ...delivery,
      attempts,
      state: acknowledged(result) ? 'delivered' : unheard,
      nextAt: clock.now() + (wait ?? 0),
      lastAnswer: (result.ok ? result.json : result.failure.message).slice(0, ANSWER_KEPT),
    });
  }
}
