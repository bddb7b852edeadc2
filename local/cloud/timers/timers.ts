import type { Catalog } from '../functions/catalog';
import type { Invocation, InvocationResult } from '../functions/host';
import { createAlarm, warn, type Alarm } from '../clock/alarm';
import type { Clock } from '../clock/clock';
import type { RecordStore } from '../record-store';
import { parseCron, type Schedule } from './cron';

/** A timer trigger of a deployed function. */
export interface TimerInfo {
  name: string;
  functionName: string;
  config: string;
  /** Instant of the last run that came to an end, epoch ms; undefined before the first. */
  lastRun: number | undefined;
  /** Next instant at which it is due, epoch ms. */
  nextRun: number | undefined;
}

export interface TimersOptions {
  clock: Clock;
  store: RecordStore;
  catalog: Catalog;
  invoke: (invocation: Invocation) => Promise<InvocationResult>;
  report: (problem: string) => void;
  /** Called when the schedule begins to hold. */
  onStart?: () => void;
}

interface Timer {
  id: string;
  name: string;
  functionName: string;
  config: string;
  schedule: Schedule;
}

interface TimerRecord {
  /** Everything due up to this instant has run. */
  coveredUntil: number;
  lastRun?: number;
}

const KIND = 'timer';

/**
 * Runs timer triggers at least once. What became due while the cloud was off, or was jumped over by
 * moving the clock, runs once for the whole span, however many times it was missed; the event's Time
 * is the first of these. A trigger does not run beside itself. Moving the clock back makes the
 * triggers due again from there.
 */
export class Timers {
  readonly #options: TimersOptions;
  #timers: Timer[] = [];
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #alarm: Alarm;
  readonly #forgetClock: () => void;
  #state: 'held' | 'started' | 'closed' = 'held';

  constructor(options: TimersOptions) {
    this.#options = options;
    this.#forgetClock = options.clock.onMove(() => this.#adoptAll());
    this.#read();
    this.#alarm = createAlarm({
      clock: options.clock,
      next: () => this.#next(),
      ring: () => this.#ring(),
    });
  }

  /** From now on the schedule holds; what was missed until now runs at once. */
  start(): void {
    this.#state = 'started';
    this.#alarm.look();
    this.#options.onStart?.();
  }

  list(): TimerInfo[] {
    return this.#timers.map((timer) => {
      const { name, functionName, config } = timer;
      return { name, functionName, config, lastRun: this.#record(timer).lastRun, nextRun: this.#due(timer) };
    });
  }

  /** Runs a trigger now, beside its schedule; waits for its end. `function/trigger` names it where two share a name. */
  async runNow(name: string): Promise<InvocationResult> {
    const timer = this.#timers.find((one) => [one.id, one.name, one.functionName].includes(name));
    if (timer === undefined) throw new Error(`there is no timer ${name}`);
    await this.#running.get(timer.id);
    return this.#run(timer, this.#options.clock.now());
  }

  /** Reads the triggers of the deployed functions anew. */
  reload(): void {
    this.#read();
    this.#alarm.look();
  }

  /** Lets running triggers end and starts no more. */
  async close(): Promise<void> {
    this.#state = 'closed';
    this.#forgetClock();
    await this.#alarm.stop();
    await Promise.allSettled(this.#running.values());
  }

  #read(): void {
    const { catalog, report } = this.#options;
    this.#timers = catalog.list().flatMap((deployed) =>
      deployed.triggers.flatMap((trigger) => {
        if (trigger.type !== 'timer') return [];
        const { name, config } = trigger;
        try {
          const id = `${deployed.name}/${name}`;
          return [{ id, name, config, functionName: deployed.name, schedule: parseCron(config) }];
        } catch (error) {
          report(`${deployed.name}: ${error instanceof Error ? error.message : String(error)}`);
          return [];
        }
      }),
    );
    this.#adoptAll();
  }

  // A trigger seen for the first time is due from now on, not since 1970; after the clock was moved
  // back, it is due again from there.
  #adoptAll(): void {
    const { store, clock } = this.#options;
    const now = clock.now();
    for (const { id } of this.#timers) {
      const record = store.get(KIND, id) as TimerRecord | undefined;
      if (record === undefined || record.coveredUntil > now)
        store.put(KIND, id, { ...record, coveredUntil: now } satisfies TimerRecord).catch(warn);
    }
  }

  #record(timer: Timer): TimerRecord {
    const { store, clock } = this.#options;
    return (store.get(KIND, timer.id) as TimerRecord | undefined) ?? { coveredUntil: clock.now() };
  }

  #due(timer: Timer): number | undefined {
    return timer.schedule.next(this.#record(timer).coveredUntil);
  }

  #next(): number | undefined {
    if (this.#state !== 'started') return undefined;
    const waiting = this.#timers.filter(({ id }) => !this.#running.has(id));
    const dues = waiting.map((timer) => this.#due(timer)).filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  #ring(): Promise<void> {
    const now = this.#options.clock.now();
    for (const timer of this.#timers) {
      const due = this.#due(timer);
      if (due === undefined || due > now || this.#running.has(timer.id)) continue;
      this.#run(timer, due).catch(warn);
    }
    return Promise.resolve();
  }

  #run(timer: Timer, due: number): Promise<InvocationResult> {
    const run = this.#invoke(timer, due);
    this.#running.set(timer.id, run);
    return run.finally(() => {
      this.#running.delete(timer.id);
      this.#alarm.look();
    });
  }

  // Recorded only when the run is over: a cloud that is killed meanwhile runs it again.
  async #invoke(timer: Timer, due: number): Promise<InvocationResult> {
    const { store, clock, invoke } = this.#options;
    const startedAt = clock.now();
    const result = await invoke({
      name: timer.functionName,
      source: 'wx_trigger',
      trigger: true,
      event: {
        Type: 'Timer',
        TriggerName: timer.name,
        Time: new Date(due).toISOString(),
        Message: '',
      },
    });
    // Ended by the shutdown, not by itself: it is due again at the next start.
    if (this.#state === 'closed' && !result.ok) return result;
    await store.put(KIND, timer.id, { coveredUntil: startedAt, lastRun: startedAt } satisfies TimerRecord);
    return result;
  }
}
