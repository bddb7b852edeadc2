import { newRequest } from '../../test/cloudfunctions/patient-under-test';
import { served, waits, wrongs, type Waits } from './books';
import type { Filled, Ground } from './full-session';
import type { CallsOf, WatchedCalls } from './watched-calls';

export interface Approval {
  /** By the clock of the world in which it happened. */
  readonly ms: number;
  readonly answer: string;
}

export interface Outcome {
  readonly waits: Waits;
  readonly wrongs: readonly string[];
  readonly calls: readonly CallsOf[];
  readonly complaints: readonly (readonly [what: string, times: number])[];
}

/** After this nobody waits any longer. */
const PATIENCE_MS = 2 * 3600_000;

/** The administrator's tap. */
export async function approve({ hospital }: Ground, { administrator, stopId }: Filled): Promise<Approval> {
  const { cloud } = hospital;
  const decision = { requestId: newRequest(), stopId, decision: 'approve', note: null } as const;
  const startedAt = cloud.clock.now();
  const answer = await hospital.ask(administrator, 'clinic', 'decideStop', decision).then(
    (result) => (result.ok ? result.value.state : result.error),
    () => 'no answer',
  );
  return { ms: cloud.clock.now() - startedAt, answer };
}

/** Lets time pass until everybody is served. */
export async function seeThrough(
  { hospital: { cloud }, wait }: Ground,
  { people, watched, pass }: { people: number; watched: WatchedCalls; pass: () => Promise<void> },
): Promise<Outcome> {
  const until = cloud.clock.now() + PATIENCE_MS;
  while ((await wait(() => served(cloud))) < people && cloud.clock.now() < until) await pass();
  return {
    waits: await wait(() => waits(cloud)),
    wrongs: await wait(() => wrongs(cloud, people)),
    calls: watched.calls,
    complaints: [...watched.complaints],
  };
}
