import type { Clock } from './clock';

/** Something that is to happen at an instant of the virtual clock. */
export interface AlarmOptions {
  clock: Clock;
  /** The next instant at which there is work; undefined when there is none. */
  next: () => number | undefined;
  /** Does what is due. Called again as long as `next` lies in the past. */
  ring: () => Promise<void>;
}

export interface Alarm {
  /** To be called whenever `next` may have changed. */
  look(): void;
  stop(): Promise<void>;
}

// setTimeout holds 24.8 days at most, and a sleeping machine wakes late: look at least this often.
const LONGEST_WAIT_MS = 60_000;

const RETRY_MS = 1000;

/** Tells of work in the background that failed, without ending the cloud. */
export function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** Rings when the virtual clock reaches an instant, also when the clock is moved past it. */
export function createAlarm({ clock, next, ring }: AlarmOptions): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let ringing: Promise<void> | undefined;
  let stopped = false;

  const look = (): void => {
    clearTimeout(timer);
    if (stopped || ringing !== undefined) return;
    const due = next();
    if (due === undefined) return;
    const wait = Math.min(Math.max(due - clock.now(), 0), LONGEST_WAIT_MS);
    timer = setTimeout(() => {
      if ((next() ?? Infinity) > clock.now()) {
        look();
        return;
      }
      ringing = ring()
        .catch(async (error: unknown) => {
          warn(error);
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        })
        .finally(() => {
          ringing = undefined;
          look();
        });
    }, wait);
  };
  const forget = clock.onMove(look);
  look();
  return {
    look,
    stop: async () => {
      stopped = true;
      forget();
      clearTimeout(timer);
      await ringing;
    },
  };
}
