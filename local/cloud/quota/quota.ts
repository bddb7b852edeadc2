import { CloudError } from '../protocol/cloud-error';
import { tooManyCalls, type Failure } from '../functions/failure';
import { QUOTA_PROFILES, quotaProfile, type QuotaChoice, type QuotaProfile } from './profile';
import { SlidingSecond } from './sliding-second';

/** What is used at the moment, and what was refused since the profile was set. */
export interface QuotaUse {
  profile: QuotaProfile;
  /** Database operations under way. */
  connections: number;
  /** Functions with calls under way. */
  functions: { name: string; running: number }[];
  admitted: { operations: number; calls: number };
  refused: { operations: number; connections: number; calls: number };
}

const nothingYet = (): Pick<QuotaUse, 'admitted' | 'refused'> => ({
  admitted: { operations: 0, calls: 0 },
  refused: { operations: 0, connections: 0, calls: 0 },
});

/** Real time: a second of a plan passes on the wall, whatever the virtual clock shows. */
const realTime = (): number => performance.now();

/** Holds an environment to its plan: what is above it is refused at once with the platform's codes. */
export class Quota {
  readonly #now: () => number;
  readonly #running = new Map<string, number>();
  #profile: QuotaProfile;
  #rate: SlidingSecond | undefined;
  #connections = 0;
  #counts = nothingYet();

  constructor(choice: QuotaChoice = 'unlimited', now = realTime) {
    this.#now = now;
    this.#profile = this.#adopt(choice);
  }

  /** Changes the plan; what is under way stays. Throws one sentence where the choice means nothing. */
  set(choice: QuotaChoice): void {
    this.#profile = this.#adopt(choice);
    this.#counts = nothingYet();
  }

  /** The plans that have a name. */
  list(): QuotaProfile[] {
    return QUOTA_PROFILES.map((profile) => ({ ...profile }));
  }

  use(): QuotaUse {
    const functions = [...this.#running].map(([name, running]) => ({ name, running }));
    const { admitted, refused } = this.#counts;
    return {
      profile: { ...this.#profile },
      connections: this.#connections,
      functions,
      admitted: { ...admitted },
      refused: { ...refused },
    };
  }

  /** Carries out a database operation within the plan. Throws EXCEED_REQUEST_LIMIT or its concurrent sister. */
  async operation<T>(work: () => Promise<T>): Promise<T> {
    const { connections } = this.#profile;
    // Which of the two limits the platform looks at first is not documented. [MEM]
    if (connections !== null && this.#connections >= connections) {
      this.#counts.refused.connections += 1;
      throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', `more than ${connections} connections`);
    }
    if (this.#rate?.take(this.#now()) === false) {
      this.#counts.refused.operations += 1;
      throw new CloudError(
        'EXCEED_REQUEST_LIMIT',
        `more than ${this.#profile.operationsPerSecond} requests in a second`,
      );
    }
    this.#counts.admitted.operations += 1;
    this.#connections += 1;
    try {
      return await work();
    } finally {
      this.#connections -= 1;
    }
  }

  /** Lets a call of a function in, or says why not. */
  enter(name: string): Failure | undefined {
    const { functionConcurrency: limit } = this.#profile;
    const running = this.#running.get(name) ?? 0;
    if (limit !== null && running >= limit) {
      this.#counts.refused.calls += 1;
      return tooManyCalls(`${limit} calls of ${name} are under way`);
    }
    this.#counts.admitted.calls += 1;
    this.#running.set(name, running + 1);
    return undefined;
  }

  /** A call that was let in has ended. */
  leave(name: string): void {
    const running = (this.#running.get(name) ?? 1) - 1;
    if (running > 0) this.#running.set(name, running);
    else this.#running.delete(name);
  }

  #adopt(choice: QuotaChoice): QuotaProfile {
    const profile = quotaProfile(choice);
    const { operationsPerSecond } = profile;
    this.#rate = operationsPerSecond === null ? undefined : new SlidingSecond(operationsPerSecond);
    return profile;
  }
}
