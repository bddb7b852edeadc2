import { accept, refuse, type Result } from '../result';
import type { QueueRules } from './queue-rules';

/** Where a visit stands between check-in and leaving the room. `held`: the gate has sent the patient elsewhere since. */
export type EncounterState = 'arrived' | 'called' | 'passed' | 'held' | 'in-room' | 'finished';

export type EncounterStep = 'call' | 'pass' | 'hold' | 'return' | 'start' | 'finish' | 'transfer';

/** Every step there is: from where, to where. What is not in the table is refused. */
export const STEPS: Readonly<
  Record<EncounterStep, { readonly from: readonly EncounterState[]; readonly to: EncounterState }>
> = {
  /** Called again while they are on their way: the phone rings once more. */
  call: { from: ['arrived', 'called'], to: 'called' },
  pass: { from: ['called'], to: 'passed' },
  /** A flag was set while they waited. */
  hold: { from: ['arrived', 'called', 'passed'], to: 'held' },
  /** Who was passed has come, whose flag was cleared waits as before, who was seen is back with results. */
  return: { from: ['passed', 'held', 'finished'], to: 'arrived' },
  /** Checkpoint 3: only who was called. */
  start: { from: ['called'], to: 'in-room' },
  finish: { from: ['in-room'], to: 'finished' },
  transfer: { from: ['called', 'in-room'], to: 'arrived' },
};

/** Waiting anew: behind so many calls made after `since`. */
export interface Again {
  readonly behind: number;
  readonly since: number;
  readonly because: 'passed' | 'returned' | 'transferred';
}

/** What the steps change. Instants are epoch milliseconds. */
export interface Progress {
  readonly state: EncounterState;
  /** How often they did not come when called. */
  readonly passes: number;
  readonly calls: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly again: Again | null;
}

export interface StepBars {
  /** The visit stands elsewhere than the caller saw; `withdrawn`: its appointment was given back meanwhile. */
  NOT_NOW: { readonly state: EncounterState | 'withdrawn' };
}

export const ARRIVED: Progress = {
  state: 'arrived',
  passes: 0,
  calls: 0,
  calledAt: null,
  startedAt: null,
  finishedAt: null,
  again: null,
};

/** One step of a visit. */
export function advance(
  visit: Progress,
  step: EncounterStep,
  rules: QueueRules,
  now: number,
): Result<Progress, StepBars> {
  const { from, to } = STEPS[step];
  if (!from.includes(visit.state)) return refuse('NOT_NOW', { state: visit.state });
  return accept({ ...CHANGES[step](visit, rules, now), state: to });
}

type Change = (visit: Progress, rules: QueueRules, now: number) => Progress;

const CHANGES: Readonly<Record<EncounterStep, Change>> = {
  call: (visit, _rules, now) => ({ ...visit, calls: visit.calls + 1, calledAt: now }),
  pass: (visit) => ({ ...visit, passes: visit.passes + 1 }),
  // Who had been passed waits behind others after the clearance too.
  hold: (visit, rules, now) =>
    visit.state === 'passed' ? { ...visit, again: comingBack(visit, rules, now) } : visit,
  return: (visit, rules, now) => ({ ...visit, again: comingBack(visit, rules, now) }),
  start: (visit, _rules, now) => ({ ...visit, startedAt: now, finishedAt: null, again: null }),
  finish: (visit, _rules, now) => ({ ...visit, finishedAt: now }),
  transfer: (_visit, rules, now) => ({
    ...ARRIVED,
    again: { behind: rules.transferredBehind, since: now, because: 'transferred' },
  }),
};

function comingBack({ state, passes, again }: Progress, rules: QueueRules, now: number): Again | null {
  // Nobody loses a place by having been looked at again.
  if (state === 'held') return again;
  if (state === 'finished') return { behind: rules.returningBehind, since: now, because: 'returned' };
  const behind = rules.passedBehind[Math.min(passes, rules.passedBehind.length) - 1] ?? 0;
  return { behind, since: now, because: 'passed' };
}
